// Where the reader is: marked in the outline, and said in numbers below it.  The running head says it without script.
(function () {
  "use strict";

  var blocks = Array.from(document.querySelectorAll(".writing .par[id], .writing > h2[id], .writing .part[id]"));
  var outlines = document.querySelectorAll(".outline-wide, .outline-narrow nav");
  var out = document.querySelector(".outline-place");
  var numbered = blocks.filter(function (block) { return /^p\d+$/.test(block.id); }).length;
  var last = null;
  var waiting = false;
  if (!blocks.length) return;

  // The last block whose beginning has passed the upper third of the window; they stand in order, so it is halved for.
  function current() {
    var edge = window.innerHeight / 3, low = 0, high = blocks.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (blocks[middle].getBoundingClientRect().top <= edge) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  function mark() {
    waiting = false;
    var at = current();
    if (at === last) return;
    last = at;
    var writing = "", part = "", paragraph = "";
    for (var k = at; k >= 0 && !writing; k--) {
      if (blocks[k].tagName === "H2") writing = blocks[k].id;
      else if (blocks[k].classList.contains("part")) part = part || blocks[k].id;
      else if (!paragraph && !part && /^p\d+$/.test(blocks[k].id)) paragraph = blocks[k].id.slice(1);
    }
    outlines.forEach(function (outline) {
      outline.querySelectorAll("[aria-current]").forEach(function (old) { old.removeAttribute("aria-current"); });
      [writing, part].forEach(function (id) {
        var link = id && outline.querySelector('a[href="#' + id + '"]');
        if (link) link.setAttribute("aria-current", "location");
      });
      var now = outline.querySelector('.outline-parts a[aria-current], a[aria-current]');
      if (now && outline.scrollHeight > outline.clientHeight) reveal(outline, now);
    });
    if (out) out.textContent = paragraph ? "¶ " + paragraph + " of " + numbered : "";
  }

  // A long outline follows, without moving the page.
  function reveal(outline, link) {
    var box = outline.getBoundingClientRect(), own = link.getBoundingClientRect();
    if (own.top < box.top + 60) outline.scrollTop -= box.top + 60 - own.top;
    else if (own.bottom > box.bottom - 60) outline.scrollTop += own.bottom - box.bottom + 60;
  }

  function again() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(mark);
  }

  // Where the outline lies over the text it gives way once a place is chosen.
  var folded = document.querySelector(".outline-narrow");
  if (folded) {
    folded.addEventListener("click", function (event) {
      if (event.target.closest("a") && getComputedStyle(folded).position === "fixed") folded.open = false;
    });
    folded.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !folded.open) return;
      folded.open = false;
      folded.querySelector("summary").focus();
    });
  }

  window.addEventListener("scroll", again, { passive: true });
  window.addEventListener("resize", again);
  mark();
})();
