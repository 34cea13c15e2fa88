// Copying: the address, the citation or the words of a paragraph, and of what is selected.
//
// The parts of a citation come from the generator (generator/render/pincites.py) in data-pins; this puts them together.
// Without script there is no menu, and nothing is missing from the page.
(function () {
  "use strict";

  var holder = document.querySelector("[data-pins]");
  if (!holder || !window.Pincite) return;
  var pins = JSON.parse(holder.getAttribute("data-pins"));
  var make = window.Pincite.make, put = window.Pincite.put, say = window.Pincite.say;
  var BLOCKS = ".writing :is(.par, .cont, .quote, .note, .disposition)";
  var LONG = 50; // words: from here on a quotation is set as a block (Bluebook, Rule 5.1)

  // ---------------------------------------------------------------------------------------------- the words

  function blocksOf(range) {
    return Array.prototype.filter.call(document.querySelectorAll(BLOCKS), function (e) {
      return range.intersectsNode(e);
    });
  }

  // The text nodes of a block that are the opinion's: furniture cannot be selected, a footnote call is left out.
  function ownText(block, range) {
    var out = "", omitted = false, node;
    var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while ((node = walker.nextNode())) {
      if (!range.intersectsNode(node) || node.parentElement.closest(BLOCKS) !== block) continue;
      var from = node === range.startContainer ? range.startOffset : 0;
      var to = node === range.endContainer ? range.endOffset : node.length;
      if (to <= from) continue;
      if (node.parentElement.closest("sup")) { omitted = true; continue; }
      if (getComputedStyle(node.parentElement).userSelect === "none") continue;
      out += node.data.slice(from, to);
    }
    return { text: out.replace(/\s+/g, " ").trim(), omitted: omitted };
  }

  // Straight marks become round ones, as a citation in print has them.
  function round(text) {
    return text
      .replace(/(^|[\s(\[‘“—–'-])"/g, "$1“").replace(/"/g, "”")
      .replace(/(^|[\s(\[“—–-])'(?=\S)/g, "$1‘").replace(/'/g, "’");
  }

  // Within a quotation double marks turn single and single ones double; an apostrophe stays.
  function nested(text) {
    var depth = 0;
    return text.replace(/[“”‘’]/g, function (mark, at) {
      if (mark === "“") return "‘";
      if (mark === "”") return "’";
      if (mark === "‘") { depth++; return "“"; }
      if (depth && !/[\p{L}\p{N}]/u.test(text[at + 1] || " ")) { depth--; return "”"; }
      return mark;
    });
  }

  // A citation follows: the full stop becomes a comma and stands within the marks; ? and ! stay as they are.
  function closed(text) {
    var end = /[’”]*$/.exec(text)[0];
    var body = text.slice(0, text.length - end.length).trimEnd();
    if (/[?!]$/.test(body)) return body + end;
    if (!/(?:\b[A-Z]|\b(?:Co|Corp|Inc|Ltd|Jr|Sr|etc|[Ii]d|[Ii]bid))\.$/.test(body)) {
      body = body.replace(/\s*(?:[.,;:]|[-—–]+)$/, "");
    }
    return body + "," + end;
  }

  function quotation(parts, citation) {
    var texts = parts.map(function (p) { return round(p.text); }).filter(Boolean);
    var whole = texts.join(" ");
    var calls = parts.filter(function (p) { return p.omitted; }).length;
    var cite = citation + (calls ? (calls > 1 ? " (footnotes omitted)" : " (footnote omitted)") : "");
    if (whole.split(" ").length >= LONG) return texts.join("\n\n") + "\n\n" + cite + ".";
    return "“" + closed(nested(whole)) + "” " + cite;
  }

  // ------------------------------------------------------------------------------------------- the citation

  function idOf(element) { return element.id.replace(/-c\d+$/, ""); }

  function pages(first, last) {
    if (first === last) return String(first);
    var end = String(last);
    if (last > 99 && String(first).slice(0, -2) === end.slice(0, -2)) end = end.slice(-2);
    return first + "–" + end;
  }

  // The page at a boundary of the range: the last mark before it that the generator holds for sure.
  function pageAt(node, offset, known) {
    var point = document.createRange(), page = known[0];
    point.setStart(node, offset);
    document.querySelectorAll("a.page").forEach(function (mark) {
      var number = Number(/^page-(\d+)/.exec(mark.id)[1]);
      if (point.comparePoint(mark, 0) < 0 && number > page && number <= known[1]) page = number;
    });
    return page;
  }

  function pinOf(blocks, range) {
    var first = pins.pages[idOf(blocks[0])], last = pins.pages[idOf(blocks[blocks.length - 1])];
    var note = blocks.length === 1 && blocks[0].matches(".note") && /fn-(.+)$/.exec(blocks[0].id);
    var number = note ? "n." + note[1] : "";
    if (first && last) {
      var from = pageAt(range.startContainer, range.startOffset, first);
      var to = pageAt(range.endContainer, range.endOffset, last);
      return { text: pages(from, to) + (note ? " " + number : ""), ours: false };
    }
    if (note) return { text: number, ours: false };
    var numbers = blocks.map(function (b) { return /^p(\d+)/.exec(b.id); }).filter(Boolean)
      .map(function (m) { return Number(m[1]); });
    if (!numbers.length) return { text: "", ours: false };
    var low = Math.min.apply(null, numbers), high = Math.max.apply(null, numbers);
    return { text: low === high ? "¶ " + low : "¶¶ " + low + "–" + high, ours: true };
  }

  // null where there is nothing to cite: the syllabus, or words of two writings.
  function citation(blocks, range) {
    var writing = blocks.length && blocks[0].closest(".writing");
    var id = writing && /writing-(\S+)/.exec(writing.className)[1];
    if (!writing || pins.by[id] === undefined) return null;
    if (blocks.some(function (b) { return b.closest(".writing") !== writing; })) return null;
    var pin = pinOf(blocks, range);
    var out = pins.head + (pin.text ? ", " + pin.text : "");
    [pins.date, pin.ours ? pins.edition : "", pins.by[id]].forEach(function (words) {
      if (words) out += " (" + words + ")";
    });
    return out;
  }

  // A paragraph with what it quotes at length and how it goes on.
  function whole(paragraph) {
    var range = document.createRange(), last = paragraph;
    for (var e = paragraph.nextElementSibling; e; e = e.nextElementSibling) {
      if (e.matches("blockquote, .cont")) last = e;
      else if (!e.matches(".answers, aside, [hidden]")) break;
    }
    range.setStart(paragraph, 0);
    range.setEnd(last, last.childNodes.length);
    return range;
  }

  function offers(range) {
    var blocks = blocksOf(range).filter(function (b) { return ownText(b, range).text; });
    var cite = citation(blocks, range);
    if (!cite) return null;
    var parts = blocks.map(function (b) { return ownText(b, range); });
    return { citation: cite, quotation: quotation(parts, cite) };
  }

  // ---------------------------------------------------------------------------------------------- the clipboard

  function write(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).catch(function () { return old(text); });
    }
    return old(text);
  }

  function old(text) {
    var box = make("textarea", { "class": "sr", "aria-hidden": "true" });
    var back = document.activeElement;
    box.value = text;
    document.body.append(box);
    box.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { /* said below */ }
    box.remove();
    if (back && back.focus) back.focus({ preventScroll: true });
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  function copied(text, what, button) {
    return write(text).then(function () {
      say(what + " copied");
      if (button) button.classList.add("done");
    }, function () { say("Copying is not allowed here"); });
  }

  // -------------------------------------------------------------------------------------------------- the menu

  var menu = null, opener = null;

  function closeMenu(focus) {
    if (!menu) return;
    menu.remove();
    menu = null;
    opener.setAttribute("aria-expanded", "false");
    if (focus) opener.focus({ preventScroll: true });
  }

  function item(name, text) {
    var button = make("button", { type: "button" });
    button.append(make("strong", {}, name), make("span", {}, text));
    button.addEventListener("click", function () {
      copied(text, name, button).then(function () {
        var mine = menu;
        setTimeout(function () { if (menu === mine) closeMenu(true); }, 900);
      });
    });
    return button;
  }

  function openMenu(button, paragraph) {
    closeMenu(false);
    opener = button;
    opener.setAttribute("aria-expanded", "true");
    menu = make("div", { "class": "copy-menu", role: "dialog", "aria-label": button.getAttribute("aria-label") });
    var own = offers(whole(paragraph));
    menu.append(item("Link", location.href.replace(/#.*$/, "") + "#" + paragraph.id));
    if (own) menu.append(item("Citation", own.citation), item("Quotation", own.quotation));
    else menu.append(make("p", {}, "The syllabus is no part of the opinion and is not cited."));
    put(menu, button.getBoundingClientRect(), true);
    menu.querySelector("button").focus({ preventScroll: true });
    menu.addEventListener("keydown", function (event) {
      var all = Array.from(menu.querySelectorAll("button")), at = all.indexOf(document.activeElement);
      var by = { ArrowDown: 1, ArrowUp: -1, Tab: event.shiftKey ? -1 : 1 }[event.key];
      if (event.key === "Escape") closeMenu(true);
      else if (event.key === "Tab" && !all[at + by]) closeMenu(true);
      else if (by && event.key !== "Tab") all[(at + by + all.length) % all.length].focus();
      else return;
      event.preventDefault();
    });
  }

  document.addEventListener("pointerdown", function (event) {
    if (menu && !menu.contains(event.target) && event.target !== opener) closeMenu(false);
  });

  document.querySelectorAll(".writing .par").forEach(function (paragraph) {
    var number = /^p(\d+)$/.exec(paragraph.id);
    var name = number ? "¶ " + number[1] : "this paragraph of the syllabus";
    var button = make("button", {
      type: "button", "class": "copy", "aria-label": "Copy " + name, "aria-haspopup": "dialog", "aria-expanded": "false"
    });
    button.addEventListener("click", function () {
      if (menu && opener === button) closeMenu(true);
      else openMenu(button, paragraph);
    });
    var first = paragraph.firstElementChild;
    if (first && first.matches('a[href="#' + paragraph.id + '"]')) first.after(button);
    else paragraph.prepend(button);
  });

  // ----------------------------------------------------------------------------------------- what is selected

  var bar = null, pending = 0, holding = false;

  function selected() {
    var selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    var range = selection.getRangeAt(0);
    var text = range.toString().trim();
    return text.length > 1 ? { range: range, own: offers(range) } : null;
  }

  function closeBar() { if (bar) { bar.remove(); bar = null; } }

  function showBar() {
    if (holding) return;
    var now = selected();
    if (bar && bar.contains(document.activeElement)) return;
    closeBar();
    if (!now || !now.own) return;
    bar = make("div", { "class": "copy-bar", role: "group", "aria-label": "Copy what is selected" });
    [["Quotation", now.own.quotation], ["Citation", now.own.citation]].forEach(function (row) {
      var button = make("button", { type: "button", title: row[1] }, "Copy " + row[0].toLowerCase());
      // The selection shall survive the click.
      button.addEventListener("pointerdown", function (event) { event.preventDefault(); });
      button.addEventListener("click", function () { copied(row[1], row[0], button); });
      bar.append(button);
    });
    var boxes = now.range.getClientRects();
    put(bar, boxes[boxes.length - 1] || now.range.getBoundingClientRect());
  }

  document.addEventListener("selectionchange", function () {
    clearTimeout(pending);
    pending = setTimeout(showBar, 250);
  });
  document.addEventListener("pointerdown", function (event) {
    holding = !(bar && bar.contains(event.target));
  });
  ["pointerup", "pointercancel"].forEach(function (name) {
    document.addEventListener(name, function () {
      holding = false;
      clearTimeout(pending);
      pending = setTimeout(showBar, 250);
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && bar && !event.defaultPrevented) closeBar();
  });

  // The key c: what is selected, else the menu of the paragraph where one is.
  window.Pincite.copyHere = function () {
    var now = selected();
    if (now && now.own) { copied(now.own.quotation, "Quotation"); return true; }
    var list = Array.from(document.querySelectorAll(".writing .par"));
    if (!list.length || menu) return false;
    var paragraph = list[window.Pincite.current(list).at];
    openMenu(paragraph.querySelector("button.copy"), paragraph);
    return true;
  };
})();
