// The keyboard, the editors' notes on and off, and the line that is read aloud.
// Loaded in the head, so that notes a reader has put away never flash up; it builds nothing until the page is there.
(function () {
  "use strict";

  var root = document.documentElement;
  var ROWS = [
    ["j", "next paragraph"], ["k", "paragraph before"],
    ["]", "next opinion of this case"], ["[", "opinion before"],
    ["c", "copy: the selected words, or the menu of the paragraph"],
    ["n", "editors’ notes on or off"], ["/", "search"], ["?", "this list"]
  ];

  // Storage may be forbidden; then a choice lasts for the page.
  var kept = {};
  function setting(name, value) {
    var key = "pincite-" + name;
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch (error) {
      if (value === undefined) return kept[key] || null;
    }
    kept[key] = value;
    return value;
  }

  function showNotes(on) { root.toggleAttribute("data-no-notes", !on); }
  showNotes(setting("notes") !== "off");

  var line = null;
  // Said by a screen reader; the same words twice are said twice.
  function say(words) {
    if (!line) return;
    line.textContent = "";
    setTimeout(function () { line.textContent = words; }, 50);
  }

  function make(tag, attributes, text) {
    var element = document.createElement(tag);
    for (var name in attributes) element.setAttribute(name, attributes[name]);
    if (text) element.textContent = text;
    return element;
  }

  // Lays an element into the page beside a box of the window: below it if there is room, else above, never beyond the
  // sides.  Nothing else moves.
  function put(element, box, outwards) {
    var home = document.querySelector("main");
    home.append(element);
    var wide = root.clientWidth, size = element.getBoundingClientRect();
    var left = Math.max(8, Math.min(outwards ? box.left : box.right - size.width, wide - size.width - 8));
    var below = box.bottom + size.height + 12 < window.innerHeight || box.top < size.height + 12;
    var top = below ? box.bottom + 5 : box.top - size.height - 5;
    element.style.left = element.offsetLeft + left - size.left + "px";
    element.style.top = element.offsetTop + top - size.top + "px";
  }

  window.Pincite = { say: say, make: make, put: put, current: current };

  // ------------------------------------------------------------------------------------------------- moving

  function shown(selector) {
    return Array.prototype.filter.call(document.querySelectorAll(selector), function (e) {
      return e.getClientRects().length > 0;
    });
  }

  // What lies under the bar and the running head has been read.
  function edge(element) { return parseFloat(getComputedStyle(element).scrollMarginTop) || 0; }

  // The paragraph where the reader is: the one with the focus, else the first in sight.
  function current(list) {
    var here = document.activeElement && document.activeElement.closest(".par");
    if (here && list.indexOf(here) >= 0) return { at: list.indexOf(here), held: true };
    for (var k = 0; k < list.length; k++) {
      if (list[k].getBoundingClientRect().bottom > edge(list[k]) + 8) return { at: k, held: false };
    }
    return { at: list.length - 1, held: false };
  }

  function go(target, words) {
    target.scrollIntoView({ block: "start" });
    // A paragraph is entered by its number, from where the Tab key goes on within it.
    var number = target.querySelector('a[href="#' + target.id + '"]') || target;
    if (number === target && !target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
    number.focus({ preventScroll: true });
    say(words);
  }

  function label(paragraph) {
    var number = /^p(\d+)$/.exec(paragraph.id);
    return number ? "¶ " + number[1] : "Syllabus, paragraph " + paragraph.id.replace(/\D+/g, "");
  }

  function step(by) {
    var list = shown(".writing .par");
    if (!list.length) return false;
    var here = current(list);
    var box = list[here.at].getBoundingClientRect();
    // From a place between paragraphs "next" is the one that has only begun to show.
    var fresh = !here.held && box.top > edge(list[here.at]) + 24;
    var next = by > 0 && fresh ? here.at : here.at + by;
    var target = list[Math.max(0, Math.min(list.length - 1, next))];
    go(target, label(target));
    return true;
  }

  function leap(by) {
    var list = shown(".writing > h2");
    if (!list.length) return false;
    var active = document.activeElement && document.activeElement.closest(".writing");
    var at = active ? list.indexOf(active.querySelector("h2")) : -1;
    if (at < 0) {
      list.forEach(function (h, k) { if (h.getBoundingClientRect().top <= edge(h) + 8) at = k; });
    }
    // Back goes to the head of this opinion first.
    var head = at >= 0 && list[at].getBoundingClientRect();
    var inside = at >= 0 && head.bottom < edge(list[at]) - 2;
    var target = list[Math.max(0, Math.min(list.length - 1, by < 0 && inside ? at : at + by))];
    go(target, target.textContent);
    return true;
  }

  function search() {
    var box = shown('input[type="search"], [role="searchbox"]')[0];
    if (box) { box.focus(); return true; }
    var way = document.querySelector('a[rel~="search"], button[data-search], a[href*="search/"]');
    if (!way) return false;
    way.click();
    return true;
  }

  function notes() {
    if (!document.querySelector(".note-ed")) return false;
    var on = root.hasAttribute("data-no-notes");
    setting("notes", on ? null : "off");
    showNotes(on);
    say(on ? "Editors’ notes are shown" : "Editors’ notes are hidden");
    return true;
  }

  function copy() { return !!window.Pincite.copyHere && window.Pincite.copyHere(); }

  // --------------------------------------------------------------------------------------------- the list

  var dialog = null;

  function choice(words, checked, change) {
    var label = make("label");
    var box = make("input", { type: "checkbox" });
    box.checked = checked;
    box.addEventListener("change", function () { change(box.checked); });
    label.append(box, " " + words);
    return label;
  }

  function help() {
    if (dialog && dialog.open) return true;
    if (dialog) dialog.remove();
    dialog = make("dialog", { "class": "keys", "aria-labelledby": "keys-title" });
    dialog.append(make("h2", { id: "keys-title" }, "Keyboard"));
    var list = make("dl");
    ROWS.forEach(function (row) {
      var key = make("dt");
      key.append(make("kbd", {}, row[0]));
      list.append(key, make("dd", {}, row[1]));
    });
    dialog.append(list, choice("Single keys work on this site", setting("keys") !== "off", function (on) {
      setting("keys", on ? null : "off");
      say(on ? "Keys are on" : "Keys are off");
    }));
    if (document.querySelector(".note-ed")) {
      dialog.append(choice("Show the editors’ notes", !root.hasAttribute("data-no-notes"), notes));
    }
    var close = make("button", { type: "button" }, "Close");
    close.addEventListener("click", function () { dialog.close(); });
    dialog.append(close);
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    dialog.showModal();
    return true;
  }

  var ACTS = {
    j: function () { return step(1); }, k: function () { return step(-1); },
    "]": function () { return leap(1); }, "[": function () { return leap(-1); },
    "/": search, n: notes, c: copy, "?": help
  };

  function listens(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
    if (setting("keys") === "off" || document.querySelector("dialog[open]")) return false;
    return !event.target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])');
  }

  document.addEventListener("keydown", function (event) {
    var act = Object.prototype.hasOwnProperty.call(ACTS, event.key) && ACTS[event.key];
    if (act && listens(event) && act()) event.preventDefault();
  });

  document.addEventListener("DOMContentLoaded", function () {
    line = make("div", { "class": "sr", role: "status" });
    document.body.append(line);
    var button = document.querySelector(".keys-open");
    if (!button || !window.HTMLDialogElement) return;
    button.hidden = false;
    button.addEventListener("click", help);
  });
})();
