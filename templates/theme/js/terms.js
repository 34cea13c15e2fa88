// Terms of art: the definition on a card beside the term.  Without script the term is a link to the glossary whose
// title says the same.
(function () {
  "use strict";

  if (!window.Pincite) return;
  var make = window.Pincite.make;
  var card = null, owner = null, timer = 0;

  function close() {
    clearTimeout(timer);
    if (!card) return;
    card.remove();
    owner.removeAttribute("aria-describedby");
    card = owner = null;
  }

  // Time to move the pointer from the term to the card.
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(close, 300);
  }

  function open(term) {
    clearTimeout(timer);
    if (owner === term) return;
    close();
    owner = term;
    card = make("div", { "class": "term-card", id: "term-card", role: "tooltip" });
    card.append(make("span", {}, term.dataset.says));
    card.append(make("a", { href: term.getAttribute("href"), tabindex: "-1" }, "Glossary"));
    window.Pincite.put(card, Array.from(term.getClientRects()).pop(), true);
    term.setAttribute("aria-describedby", "term-card");
    card.addEventListener("pointerenter", function () { clearTimeout(timer); });
    card.addEventListener("pointerleave", soon);
  }

  document.querySelectorAll("a.term").forEach(function (term) {
    term.dataset.says = term.title;
    term.removeAttribute("title"); // else it would be said twice
    var touched = false;
    term.addEventListener("pointerenter", function (event) {
      if (event.pointerType === "touch") return;
      clearTimeout(timer);
      timer = setTimeout(function () { open(term); }, card ? 0 : 150);
    });
    term.addEventListener("pointerleave", function (event) { if (event.pointerType !== "touch") soon(); });
    term.addEventListener("pointerdown", function (event) { touched = event.pointerType === "touch"; });
    term.addEventListener("focus", function () { if (!touched) open(term); });
    term.addEventListener("blur", soon);
    // A finger opens the card first; the card leads on.
    term.addEventListener("click", function (event) {
      if (!touched || owner === term) return;
      event.preventDefault();
      open(term);
    });
  });

  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
  document.addEventListener("pointerdown", function (event) {
    if (card && !card.contains(event.target) && event.target !== owner) close();
  });
})();
