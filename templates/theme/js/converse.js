// The marks beside paragraphs open and close without script.  Here they learn to close as a card does: with Escape,
// and when one clicks elsewhere; and they lead to the split view at their own paragraph.
(function () {
  "use strict";

  function open() {
    return document.querySelector("details.answers[open]");
  }

  document.addEventListener("keydown", (event) => {
    const mark = event.key === "Escape" && !event.defaultPrevented ? open() : null;
    if (!mark) return;
    event.preventDefault();
    const inside = mark.contains(document.activeElement);
    mark.open = false;
    if (inside) mark.querySelector("summary").focus();
  });

  document.addEventListener("click", (event) => {
    const mark = open();
    if (!mark) return;
    const link = event.target.closest("a");
    if (!mark.contains(event.target) || (link && link.hash && link.pathname === location.pathname)) mark.open = false;
  });

  // The margin is laid out anew, and an open list is no part of it.
  window.addEventListener("resize", () => {
    const mark = window.matchMedia("(min-width: 1200px)").matches ? open() : null;
    if (mark) mark.open = false;
  });

  // The list lies over the page: what does not fit below its mark goes above it.
  document.addEventListener("toggle", (event) => {
    const mark = event.target;
    if (!(mark instanceof Element) || !mark.matches("details.answers") || !mark.open) return;
    const list = mark.querySelector("ul");
    mark.classList.remove("answers-up");
    if (!list || getComputedStyle(list).position !== "absolute") return;
    const box = list.getBoundingClientRect();
    const above = mark.getBoundingClientRect().top;
    if (box.bottom > window.innerHeight && above > box.height) mark.classList.add("answers-up");
  }, true);
})();
