// Search: results as one types, in a panel under the box of each page, and in full on the search page.
// Pagefind is fetched when somebody begins to type, and not before.
(function () {
  "use strict";

  var root = new URL("../", document.currentScript.src);   // of the site, wherever it stands
  var FILTERS = ["court", "term", "kind", "author"];
  var PANEL = 6, PAGE = 20;
  var engine = null;

  function load() {
    engine = engine || import(new URL("pagefind/pagefind.js", root)).then(function (pagefind) {
      return pagefind.options({ excerptLength: 32 })
        .then(pagefind.init)
        .then(function () { return pagefind; });
    });
    return engine;
  }

  function make(name, css, text) {
    var element = document.createElement(name);
    if (css) element.className = css;
    if (text) element.textContent = text;
    return element;
  }

  // The excerpt comes as HTML.  It is read by a parser that runs nothing, and only its words and marks are taken.
  function excerpt(html) {
    var out = make("p", "hit-words");
    new DOMParser().parseFromString(html, "text/html").body.childNodes.forEach(function (node) {
      out.append(node.nodeName === "MARK" ? make("mark", "", node.textContent) : node.textContent);
    });
    return out;
  }

  // What a passage is called, by its id: "¶ 14", "¶ 14, quoted", "n. 3"; nothing in the syllabus.
  function placed(id) {
    var found = /^p(\d+)(-q)?/.exec(id), note = /(?:^|-)fn-(\d+|[*†‡]+)$/.exec(id);
    if (found) return "¶\u00a0" + found[1] + (found[2] ? " (block quote)" : "");
    return note ? "n.\u00a0" + note[1] : /(^|-)fn-/.test(id) ? "note" : "";
  }

  // A list of results, a section for each case, in the order of the best hit.
  function List(into, level) {
    var cases = {};
    into.replaceChildren();
    this.add = function (data) {
      var facts = data.filters, address = new URL(data.raw_url || data.url, root);
      var home = address.pathname, section = cases[home], place = placed(address.hash.slice(1));
      if (!section) {
        section = cases[home] = make("section", "hit-case");
        var head = make(level, "hit-name");
        var name = make("a", "", facts.case[0]);
        name.href = home;
        head.append(name, facts.case[1] ? make("span", "", ", " + facts.case[1]) : "");
        section.append(head);
        into.append(section);
      }
      if (!facts.writing) return;   // the case as a whole: its name is there already
      if (section.lastChild.nodeName !== "OL") section.append(make("ol"));
      var item = make("li"), link = make("a", "hit");
      link.href = address;
      if (place) link.append(make("span", "hit-place", place), " ");
      link.append(make("span", "hit-who", facts.writing[0]));
      item.append(link, excerpt(data.excerpt));
      section.lastChild.append(item);
    };
  }

  // Up and down lead through the results and back to the box; Escape leads back at once.
  function keys(box, place, leave) {
    function move(event) {
      var links = [].slice.call(place.querySelectorAll("a"));
      var at = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown" && links[at + 1]) links[at + 1].focus();
      else if (event.key === "ArrowUp" && at > 0) links[at - 1].focus();
      else if (event.key === "ArrowUp" && at === 0) box.focus();
      else if (event.key === "Escape") { box.focus(); leave(at < 0); }
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
    box.addEventListener("keydown", move);
    place.addEventListener("keydown", move);
  }

  function told(number, words) {
    if (!number && !words) return "";
    var passages = number === 1 ? "1 result" : number.toLocaleString("en") + " results";
    return (number ? passages : "Nothing") + (words ? " for “" + words + "”" : "");
  }

  // One search at a time: what comes back for words that have changed since is dropped.
  function asker(show, fail) {
    var turn = 0, timer;
    return function (words, filters) {
      var mine = ++turn;
      clearTimeout(timer);
      timer = setTimeout(function () {
        load().then(function (pagefind) {
          return pagefind.search(words || null, { filters: filters || {} });
        }).then(function (answer) {
          if (mine === turn) return show(answer, words, function () { return mine === turn; });
        }).catch(function () { if (mine === turn) fail(); });
      }, 120);
    };
  }

  function several(results, from, to) {
    return Promise.all(results.slice(from, to).map(function (r) { return r.data(); }));
  }

  var LOST = "The search could not be loaded. Reload the page to try again.";

  // The box in the bar, and that of the home page.
  function panel(form) {
    var box = form.querySelector("input"), place = form.querySelector(".find-panel");
    var status = make("p", "find-count"), list = make("div"), all = make("a", "find-all");
    status.setAttribute("role", "status");
    all.href = form.action;
    place.append(status, list, all);

    function close() { place.hidden = true; }
    function open() { if (box.value.trim()) place.hidden = false; }

    var ask = asker(function (answer, words, current) {
      return several(answer.results, 0, PANEL).then(function (found) {
        if (!current() || !words) return;
        var hits = new List(list, "p");
        found.forEach(hits.add);
        status.textContent = told(answer.results.length, words);
        all.hidden = answer.results.length <= PANEL;
        all.textContent = "All " + told(answer.results.length);
        all.href = form.action + "?q=" + encodeURIComponent(words);
        if (form.contains(document.activeElement)) open();
      });
    }, function () { status.textContent = LOST; open(); });

    box.addEventListener("input", function () {
      var words = box.value.trim();
      if (words) ask(words); else { ask("", { case: [] }); close(); }
    });
    box.addEventListener("focus", function () { load().catch(function () {}); open(); });
    form.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
    });
    document.addEventListener("pointerdown", function (event) { if (!form.contains(event.target)) close(); });
    place.addEventListener("click", function (event) { if (event.target.closest("a")) close(); });
    keys(box, place, function (inBox) {
      if (inBox && place.hidden) box.value = "";
      close();
    });
  }

  // The search page.  What is asked stands in the address.
  function page(form) {
    var box = form.elements.q, place = document.querySelector(".find-results");
    var status = document.querySelector(".find-told"), more = document.querySelector(".find-more");
    var hits, results = [], shown = 0;

    function state() {
      var out = new URLSearchParams();
      [box].concat(FILTERS.map(function (n) { return form.elements[n]; })).forEach(function (field) {
        var value = field.value.trim();
        if (value) out.set(field.name, value);
      });
      return out;
    }

    function next() {
      var from = shown;
      shown = Math.min(results.length, shown + PAGE);
      var now = results;
      return several(results, from, shown).then(function (found) {
        if (now !== results) return;
        if (!from) hits = new List(place, "h2");   // what was there stays until there is something else
        found.forEach(hits.add);
        more.hidden = shown >= results.length;
      });
    }

    var ask = asker(function (answer, words) {
      results = answer.results;
      shown = 0;
      counts(answer.filters);
      return next().then(function () { if (results === answer.results) status.textContent = told(results.length, words); });
    }, function () { status.textContent = LOST; });

    // What a choice is called, without a number behind it.  Results may come before the choices have been looked through.
    function named(option) {
      if (!option.dataset.name) option.dataset.name = option.textContent;
      return option.dataset.name;
    }

    // Behind each choice, how many of the results it would leave.
    function counts(filters) {
      FILTERS.forEach(function (name) {
        [].forEach.call(form.elements[name].options, function (option) {
          if (!option.value) return;
          var number = (filters[name] || {})[option.value] || 0;
          option.textContent = named(option) + " (" + number + ")";
        });
      });
    }

    function run() {
      var asked = state(), filters = {};
      FILTERS.forEach(function (name) { if (asked.has(name)) filters[name] = [asked.get(name)]; });
      if (String(asked)) return ask(asked.get("q") || "", filters);
      ask("", { kind: ["none"] });   // what is under way shall not come
      place.replaceChildren();
    }

    function fill(filters) {
      FILTERS.forEach(function (name) {
        var select = form.elements[name], there = filters[name] || {};
        var known = [].map.call(select.options, function (o) { return o.value; });
        var values = Object.keys(there).sort(name === "term" ? byYear : undefined);
        values.forEach(function (value) { if (known.indexOf(value) < 0) select.add(new Option(value, value)); });
        [].slice.call(select.options).forEach(function (option) {
          named(option);
          if (option.value && !there[option.value]) option.remove();
        });
        select.parentNode.hidden = values.length < 2;
      });
    }

    function byYear(a, b) { return parseInt(b.replace(/\D/g, ""), 10) - parseInt(a.replace(/\D/g, ""), 10); }

    function recall() {
      var asked = new URLSearchParams(location.search);
      box.value = asked.get("q") || "";
      FILTERS.forEach(function (name) { form.elements[name].value = asked.get(name) || ""; });
      run();
    }

    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function () {
      var asked = String(state());
      history.replaceState(null, "", asked ? "?" + asked : location.pathname);
      run();
    });
    window.addEventListener("popstate", recall);
    more.addEventListener("click", function () {
      var last = place.querySelectorAll("a.hit").length;
      next().then(function () {
        var links = place.querySelectorAll("a.hit");
        if (links[last]) links[last].focus();
      });
    });
    keys(box, place, function (inBox) {
      if (inBox && box.value) { box.value = ""; form.dispatchEvent(new Event("input")); }
    });

    form.hidden = false;
    load().then(function (pagefind) { return pagefind.filters(); }).then(function (filters) {
      fill(filters);
      recall();
      if (!location.search) box.focus();
    }).catch(function () { status.textContent = LOST; });
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("form.find").forEach(panel);
    var full = document.querySelector("form[data-search]");
    if (full) page(full);
  });
})();
