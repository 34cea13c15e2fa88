// Footnotes.  In the HTML they stand at the end of each writing, with links both ways, and without script they stay
// there.  With script they are read beside their call: in the right margin where there is one, else under the line of
// the call, when it is asked for.  Paper shows them at the end of the writing in any case.
//
// What else belongs beside a line (an editor's note, a mark) is laid out together with them, so that nothing overlaps:
// an element of a writing with data-beside="ID" is placed beside the element of that id.
(function () {
  "use strict";

  var LOST = "The source has this call but not the note.";
  var GAP = 12;      // px between two notes
  var CLOSE = 6;     // px below a mark, which is one line high: a note on the next line of the text has its place
  var LINES = 9;     // a longer note is cut to so many lines and can be opened
  var root = document.documentElement;
  var wide = window.matchMedia("(min-width: 1200px)");
  var paper = window.matchMedia("print");
  var notes = [];    // {call, box}: in the order of the calls

  // Set before the body is read: the notes of a wide page never stand where they will not stay.
  root.classList.add("notes-beside");

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(".notes > .note").forEach(gather);
    document.querySelectorAll("sup.lost > a").forEach(sayLost);
    document.querySelectorAll("[data-beside]").forEach(function (box) {
      var call = document.getElementById(box.dataset.beside);
      if (call) {
        box.classList.add("beside");
        notes.push({ call: call, box: box });
      }
    });
    notes.sort(function (a, b) {
      return a.call.compareDocumentPosition(b.call) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
    document.querySelectorAll("sup[id] > a").forEach(function (link) { link.addEventListener("click", asked); });
    document.addEventListener("keydown", escaped);
    document.addEventListener("pointerdown", selecting);   // what cannot be selected starts no selection either
    document.addEventListener("selectstart", selecting);
    lay();
    watch();
    arrive();
  });

  // A note with all that belongs to it in one box; one whose call is lost stays where it is.
  function gather(note) {
    var back = note.querySelector(':scope > a[href*="fnref-"]');
    var call = back && document.getElementById(back.hash.slice(1));
    if (!call) return;
    var box = document.createElement("div");
    box.className = "beside footnote";
    note.before(box);
    for (var next = note; next && (next === note || next.matches(".cont, .answers")); next = box.nextElementSibling) {
      box.append(next);
    }
    pair(call, box);
  }

  // The note that the source lacks: the sentence that says so.
  function sayLost(link) {
    var writing = link.closest(".writing");
    if (!writing) return;
    var box = document.createElement("p");
    box.className = "beside lost-note";
    var label = document.createElement("span");
    label.className = "lost-label";
    label.textContent = link.textContent;
    box.append(label, " " + LOST);
    box.setAttribute("aria-hidden", "true");   // the call's own title says it
    writing.append(box);
    pair(link.parentElement, box);
  }

  function pair(call, box) {
    notes.push({ call: call, box: box });
    [[call, box], [box, call]].forEach(function (way) {
      way[0].addEventListener("mouseenter", function () { way[1].classList.add("pointed"); });
      way[0].addEventListener("mouseleave", function () { way[1].classList.remove("pointed"); });
    });
  }

  function of(call) {
    return notes.find(function (note) { return note.call === call; });
  }


  // ------------------------------------------------------------------------------------------------ in the margin

  // Each note's first line stands on the line of its call, or below the note before it.  A long note gives way to the
  // next: it shows as much as there is room for, a few lines at least, and opens over what follows, which stays.
  function lay() {
    if (!wide.matches || paper.matches) return;
    var places = notes.map(function (note) {
      note.box.classList.remove("cut");
      note.box.style.maxHeight = "";
      return {
        note: note,
        home: note.box.offsetParent ? note.box.offsetParent.getBoundingClientRect().top + window.scrollY : 0,
        at: line(note),
        height: note.box.scrollHeight,
        step: parseFloat(getComputedStyle(note.box).lineHeight) || 20
      };
    });
    var free = -Infinity;
    places.forEach(function (place, number) {
      var next = places[number + 1];
      var top = Math.max(place.at, free);
      var room = next ? Math.max(next.at - GAP - top, LINES * place.step) : Infinity;
      var height = place.height;
      if (height > room + place.step) {   // for one line more nothing is cut
        height = Math.floor(room / place.step) * place.step;
        place.note.box.style.maxHeight = height + "px";
        place.note.box.classList.add("cut");
        opener(place.note.box);
      }
      place.note.box.style.top = top - place.home + "px";
      free = top + height + (place.note.box.matches(".answers") ? CLOSE : GAP);
    });
    root.classList.add("notes-placed");
  }

  // Where a note's top must be for its first line to stand on the line of the call, in px of the page.  The two have
  // the same face, so the letters' boxes differ by their size alone; three quarters of a box are above the line.
  function line(note) {
    var here = letter(note.call, note.call.tagName !== "SUP") || note.call.getBoundingClientRect();
    var first = letter(note.box, true);
    var own = note.box.getBoundingClientRect();
    var above = first ? first.top - own.top + 0.78 * first.height : 0;
    return here.top + 0.78 * here.height - above + window.scrollY;
  }

  // The box of the letter before a call, or of the first letter of a note or paragraph.
  function letter(element, first) {
    var range = document.createRange();
    if (first) {
      var text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, function (node) {
        var skipped = node.parentElement.closest('a[href^="source"], .par > a[href^="#p"]:first-child, .page, .back, .note-more');
        return node.data.trim() && !skipped ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
      }).nextNode();
      if (!text) return null;
      range.setStart(text, text.data.search(/\S/));
      range.setEnd(text, text.data.search(/\S/) + 1);
    } else {
      var before = element.previousSibling;
      while (before && before.nodeType === 1) before = before.lastChild;
      if (!before || !before.data) return null;
      range.setStart(before, before.data.length - 1);
      range.setEnd(before, before.data.length);
    }
    return range.getClientRects()[0] || null;
  }

  function opener(box) {
    if (box.querySelector(".note-more")) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "note-more";
    button.addEventListener("click", function () { open(box, !box.classList.contains("open")); });
    box.append(button);
    box.addEventListener("focusin", function (event) {
      if (event.target !== button && box.classList.contains("cut")) open(box, true);
    });
    open(box, false);
  }

  function open(box, yes) {
    var button = box.querySelector(".note-more");
    box.classList.toggle("open", yes);
    button.setAttribute("aria-expanded", String(yes));
    button.textContent = yes ? "Less" : "The whole note";
  }

  // The text may grow or shrink at any time: the window, the size of letters, what others open in it.
  function watch() {
    var waiting = false;
    function again() {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(function () { waiting = false; lay(); });
    }
    var observer = new ResizeObserver(again);
    document.querySelectorAll(".writing").forEach(function (writing) { observer.observe(writing); });
    wide.addEventListener("change", function () {
      document.querySelectorAll(".note-here").forEach(shut);
      again();
    });
    paper.addEventListener("change", again);
  }

  // The address may name a note, which has moved since the browser looked for it.
  function arrive() {
    var target = document.getElementById(location.hash.slice(1));
    if (target && wide.matches && target.closest(".beside")) target.scrollIntoView({ block: "center" });
  }


  // ----------------------------------------------------------------------------------------------- under the line

  function asked(event) {
    var call = this.parentElement;
    var note = of(call);
    if (!note || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (wide.matches) {
      beside(event, note);
      return;
    }
    event.preventDefault();
    var shown = call.nextElementSibling;
    if (shown && shown.matches(".note-here")) shut(shown);
    else call.after(here(note, this));
  }

  // In the margin a note that is in sight is only pointed out: the page need not move.
  function beside(event, note) {
    if (note.box.matches(".lost-note")) return;
    var box = note.box.getBoundingClientRect();
    if (box.top < 0 || box.bottom > window.innerHeight) return;
    event.preventDefault();
    document.querySelectorAll(".called").forEach(function (old) { old.classList.remove("called"); });
    note.box.classList.add("called");
    var back = note.box.querySelector('a[href*="fnref-"]');
    if (event.detail === 0 && back) back.focus();   // by keyboard: on to the note, whose label leads back
  }

  // A float as broad as the column falls under the line that it stands in, and the line itself goes on undisturbed.
  function here(note, link) {
    var out = document.createElement("span");
    out.className = note.box.matches(".lost-note") ? "note-here lost" : "note-here";
    out.setAttribute("role", "note");
    out.id = note.call.id + "-here";
    var parts = note.box.matches(".lost-note") ? [note.box] : note.box.querySelectorAll(".note, .cont");
    parts.forEach(function (part) {
      var span = document.createElement("span");
      span.className = "note-par";
      part.childNodes.forEach(function (child) { span.append(child.cloneNode(true)); });
      span.querySelectorAll('a[href^="source"]').forEach(function (line) { line.remove(); });
      span.querySelectorAll("[id]").forEach(function (element) { element.removeAttribute("id"); });
      var label = span.querySelector('a[href*="fnref-"]');
      if (label) label.replaceWith(Object.assign(document.createElement("b"), { textContent: label.textContent }));
      out.append(span);
    });
    var close = document.createElement("button");
    close.type = "button";
    close.className = "note-shut";
    close.setAttribute("aria-label", "Close note " + link.textContent);
    close.addEventListener("click", function () { shut(out); link.focus(); });
    out.append(close);
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-controls", out.id);
    return out;
  }

  function shut(shown) {
    var link = shown.previousElementSibling && shown.previousElementSibling.querySelector("a");
    if (link) {
      link.removeAttribute("aria-expanded");
      link.removeAttribute("aria-controls");
    }
    shown.remove();
  }

  function escaped(event) {
    if (event.key !== "Escape") return;
    var opened = document.querySelector(".beside.open");
    if (opened) open(opened, false);
    var inside = document.activeElement && document.activeElement.closest(".note-here");
    var beforeIt = document.activeElement && document.activeElement.parentElement;
    var shown = inside || (beforeIt && beforeIt.nextElementSibling);
    if (shown && shown.matches(".note-here")) {
      var link = shown.previousElementSibling.querySelector("a");
      shut(shown);
      link.focus();
    }
  }

  // A note that lies open in a sentence is not copied with it; its own words can be, when the selection begins there.
  function selecting(event) {
    var from = event.target.nodeType === 1 ? event.target : event.target.parentElement;
    root.classList.toggle("notes-picked", Boolean(from && from.closest(".note-here")));
  }
})();
