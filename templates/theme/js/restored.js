// The restored text, or the text as it was found: the reader's choice, remembered.  The page holds both, and the style
// shows one.  Without script a link leads to the source instead.
(function () {
  "use strict";

  var KEY = "pincite-text";
  var root = document.documentElement;

  // Storage may be forbidden (private windows, policies); then the choice lasts for the page.
  function remembered() {
    try {
      return localStorage.getItem(KEY) === "found";
    } catch (error) {
      return false;
    }
  }

  function remember(found) {
    try {
      if (found) localStorage.setItem(KEY, "found");
      else localStorage.removeItem(KEY);
    } catch (error) { /* see above */ }
  }

  function isFound() {
    return root.getAttribute("data-text") === "found";
  }

  function show(found) {
    if (found) root.setAttribute("data-text", "found");
    else root.removeAttribute("data-text");
  }

  // In the head and before the first line is drawn, so that nothing is seen to change.
  show(remembered());

  document.addEventListener("DOMContentLoaded", function () {
    var link = document.querySelector(".as-found");
    if (!link) return;

    function button() {
      var made = document.createElement("button");
      made.type = "button";
      made.className = "found-switch";
      made.addEventListener("click", function () {
        choose(!isFound());
        remember(isFound());
      });
      return made;
    }

    var main = button();
    main.textContent = "Show the text as it was found";
    link.replaceWith(main);

    var note = document.createElement("p");
    note.className = "found-note";
    var words = document.createElement("span");
    words.textContent = "The text as it was found.";
    var back = button();
    back.textContent = "Restored text";
    note.append(words, back);
    document.querySelector("main").append(note);

    function name() {
      main.setAttribute("aria-pressed", String(isFound()));
    }

    // Lines break elsewhere in the other text; what the reader was looking at stays where it is.
    function choose(found) {
      var seen = inView();
      var top = seen && seen.getBoundingClientRect().top;
      var within = note.contains(document.activeElement);
      show(found);
      name();
      if (seen) window.scrollBy({ top: seen.getBoundingClientRect().top - top, behavior: "instant" });
      if (within) {
        main.focus({ preventScroll: true });
      }
    }

    function inView() {
      var blocks = document.querySelectorAll("main :is(p, h2, h3, h4, h5)[id]");
      for (var k = 0; k < blocks.length; k += 1) {
        if (blocks[k].getBoundingClientRect().bottom > 80) return blocks[k];
      }
      return null;
    }

    // Another tab has switched.
    window.addEventListener("storage", function (event) {
      if (event.key === KEY || event.key === null) choose(remembered());
    });

    name();
  });
})();
