// The shelf: sorted by its heads, narrowed down by words, court, term and author.  The address remembers both.
// What a cell is worth stands in it: a date in its <time>, a number in its digits, a name in its words.
(function () {
  "use strict";

  var FIRST = "-decided";   // the order in which the table comes
  var CHOICES = { court: ["Court", ".court"], term: ["Term", ".term"], author: ["Author", ".who"] };

  function worth(cell) {
    var time = cell.querySelector("time"), text = cell.textContent.trim();
    if (time) return time.dateTime;
    if (/^\d[\d,]*( %)?$/.test(text)) return parseInt(text.replace(/,/g, ""), 10);
    return text.toLowerCase();
  }

  function shelf(place) {
    var table = place.querySelector("table"), body = table && table.tBodies[0];
    if (!body || body.rows.length < 2) return;
    var rows = [].slice.call(body.rows), heads = [].slice.call(table.tHead.rows[0].cells);
    var tools = document.createElement("form"), told = document.createElement("output");
    var asked = new URLSearchParams(location.search), fields = {};
    tools.className = "shelf-tools";
    tools.setAttribute("aria-label", "Narrow the table down");
    tools.addEventListener("submit", function (event) { event.preventDefault(); });

    function field(name, label, input) {
      var element = document.createElement("label");
      input.name = name;
      element.append(label + " ", input);
      tools.append(element);
      fields[name] = input;
    }

    var words = document.createElement("input");
    words.type = "search";
    field("words", "Filter", words);
    Object.keys(CHOICES).forEach(function (name) {
      var seen = new Set(), select = document.createElement("select");
      rows.forEach(function (row) {
        row.querySelectorAll(CHOICES[name][1]).forEach(function (e) { seen.add(e.textContent); });
      });
      if (seen.size < 2) return;
      select.add(new Option("Any", ""));
      [].concat(Array.from(seen).sort()).forEach(function (value) { select.add(new Option(value, value)); });
      field(name, CHOICES[name][0], select);
    });
    tools.append(told);
    place.before(tools);

    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, head.childNodes);
      head.append(button);
      button.addEventListener("click", function () {
        var name = slug(column), now = asked.get("sort") || FIRST;
        // Names begin at A, numbers and days at the largest; a second click turns the order round.
        var first = column > 1 && column !== 3 ? "-" + name : name, second = first === name ? "-" + name : name;
        asked.set("sort", now === first ? second : first);
        keep();
      });
    });

    function slug(column) { return heads[column].textContent.trim().toLowerCase(); }

    function sort() {
      var wanted = asked.get("sort") || FIRST, down = wanted[0] === "-", name = wanted.replace("-", "");
      var column = heads.findIndex(function (_, k) { return slug(k) === name; });
      if (column < 0) return;
      heads.forEach(function (head, k) {
        if (k === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      rows.slice().sort(function (a, b) {
        var x = worth(a.cells[column]), y = worth(b.cells[column]);
        if (x === "" || y === "") return (x === "") - (y === "");   // what is unknown comes last
        var order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(y, "en");
        return down ? -order : order;
      }).forEach(function (row) { body.append(row); });
    }

    function narrow() {
      var wanted = words.value.toLowerCase().split(/\s+/), left = 0;
      rows.forEach(function (row) {
        var text = row.textContent.toLowerCase();
        var fits = wanted.every(function (word) { return text.indexOf(word) >= 0; })
          && Object.keys(CHOICES).every(function (name) {
            var value = fields[name] && fields[name].value;
            return !value || [].some.call(row.querySelectorAll(CHOICES[name][1]), function (e) { return e.textContent === value; });
          });
        row.hidden = !fits;
        left += fits;
      });
      told.textContent = left === rows.length ? "" : left + " of " + rows.length;
    }

    function keep() {
      Object.keys(fields).forEach(function (name) {
        if (fields[name].value.trim()) asked.set(name, fields[name].value.trim());
        else asked.delete(name);
      });
      var said = String(asked);
      history.replaceState(null, "", (said ? "?" + said : location.pathname) + location.hash);
      sort();
      narrow();
    }

    Object.keys(fields).forEach(function (name) { fields[name].value = asked.get(name) || ""; });
    tools.addEventListener("input", keep);
    sort();
    narrow();
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(".shelf").forEach(shelf);
  });
})();
