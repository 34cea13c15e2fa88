// The marks beside paragraphs open and close without script.  Here they learn to close as a card does: with Escape,
// and when one clicks elsewhere; and they lead to the split view at their own paragraph.
(function () {
  "use strict";

  const own = document.currentScript.src;
  const ways = [...document.querySelectorAll("a[data-read]")];
  const plain = ways.length ? ways[0].href : "";
  let split = null; // the promise of the split view, which few readers want

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

  // ------------------------------------------------------------------------------------------------ the split view

  function loaded(name, address) {
    return new Promise((done, failed) => {
      const element = Object.assign(document.createElement(name), address);
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  }

  // What the address asks for is shown; where that cannot be had, the exchange says the same.
  function beside() {
    split = split || Promise.all([
      loaded("link", { rel: "stylesheet", href: new URL("../css/split.css", own) }),
      loaded("script", { src: new URL("split.js", own) }),
    ]);
    split.then(() => window.pinciteSplit(), () => location.assign(plain));
  }

  function section(id) {
    const place = document.getElementById(id);
    return place ? place.closest("section.writing") : null;
  }

  function address(way, hash) {
    return `?view=split&with=${encodeURIComponent(way.dataset.read)}${hash}`;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-read], a.beside-here");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    beside();
  });

  window.addEventListener("popstate", () => {
    if (split || location.search.includes("view=split")) beside();
  });

  for (const way of ways) way.href = address(way, "");

  // From the mark beside a paragraph straight to it in two columns.
  for (const link of ways.length ? document.querySelectorAll('.answers a[href*="#x-"]') : []) {
    const mark = link.closest("details");
    const main = section(ways[0].dataset.main);
    const here = mark.closest("section.writing");
    const there = [...mark.querySelectorAll('a[href^="#"]')].map((a) => section(a.hash.slice(1)));
    const other = here === main ? there.find((w) => w && w !== main) : here;
    const way = ways.find((w) => other && section(w.dataset.read) === other);
    if (!way || !mark.dataset.beside) continue;
    const both = Object.assign(document.createElement("a"), { className: "beside-here", textContent: "in two columns" });
    both.href = address(way, "#" + mark.dataset.beside);
    link.after(" · ", both);
  }

  if (ways.length && location.search.includes("view=split")) beside();
})();
