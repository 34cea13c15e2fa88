// Landing: the paragraph that one was sent to gets a way back, and the words in it that the place one came from quotes
// are brought out.  Without script the paragraph is marked too, with all its quoted words (:target in opinion.css), and
// the browser's own way back does.
//
// Where one came from is kept in the history entry of the landing itself, so that it is right after any number of steps
// back and forth, and after a reload; over a change of page it is handed on in the session's storage.
(function () {
  "use strict";

  var HANDED = "pincite-from";
  var leaving = null;   // the link that was followed on this page, and what it was followed from

  // What an address of this site is without its query and fragment; "index.html" is the folder itself.
  function place(url) {
    return url.origin + url.pathname.replace(/index\.html$/, "");
  }

  // The block in which a link stands: for a line under a paragraph, the paragraph.
  function block(link) {
    var own = link.closest(".par, .cont, .quote, .note, .answers, [data-for]");
    if (!own) return null;
    if (own.dataset.for) return document.getElementById(own.dataset.for);
    while (own && !own.id) own = own.previousElementSibling;
    return own && document.getElementById(own.id.replace(/-[qc]\d+$/, ""));   // what belongs to a paragraph is read under its number
  }

  // "¶ 9", "n. 3"; with the case's name when it is read on another page.
  function name(element) {
    var number = element.querySelector(':scope > a[href^="#p"]:first-child');
    if (number) return number.textContent;
    var label = element.querySelector(':scope > a[href*="fnref-"]');
    return label ? "n. " + label.textContent.replace(/[[\].]/g, "") : "the text";
  }

  function followed(event) {
    var link = event.target.closest("main a[href], [data-for] a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || !link.hash || link.classList.contains("back")) return;
    var from = block(link);
    if (!from || link.hash === "#" + from.id) return;
    var title = document.querySelector(".bar-case cite");
    var note = {
      to: place(link) + link.hash,
      from: place(location) + "#" + from.id,
      id: from.id,
      slug: place(location).split("/").slice(-2)[0],
      label: name(from),
      title: title ? title.textContent : ""
    };
    if (place(link) === place(location)) {
      if (link.hash !== location.hash) leaving = { note: note, link: link };
    } else {
      try { sessionStorage.setItem(HANDED, JSON.stringify(note)); } catch (error) { /* then there is no way back but the browser's */ }
    }
  }

  // Called whenever the address is another one than before.
  function landed(event) {
    var here = place(location) + location.hash;
    var state = history.state || {};
    if (leaving && leaving.note.to === here) {
      state = keep(leaving.note);
    } else if (leaving && event && leaving.note.from.split("#")[0] === place(location)) {
      returned(leaving.link);
    }
    if (!event) {
      var handed = taken();
      if (handed && handed.to === here) state = keep(handed);
    }
    show(state.pinciteFrom);
  }

  function keep(note) {
    var state = Object.assign({}, history.state, { pinciteFrom: note });
    history.replaceState(state, "");
    return state;
  }

  function taken() {
    try {
      var text = sessionStorage.getItem(HANDED);
      sessionStorage.removeItem(HANDED);
      return text ? JSON.parse(text) : null;
    } catch (error) {
      return null;
    }
  }

  // Back where one was: the link that was followed has the focus again and shows it.
  function returned(link) {
    leaving = null;
    link.focus({ preventScroll: true });
    link.classList.add("left-here");
    document.addEventListener("pointerdown", function () { link.classList.remove("left-here"); }, { once: true });
  }

  function show(from) {
    document.querySelectorAll("a.back").forEach(function (old) { old.remove(); });
    document.querySelectorAll(".meant").forEach(function (old) { old.classList.remove("meant"); });
    document.documentElement.classList.remove("landed");
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!from || !target) return;
    quoted(target, from);
    var other = from.from.split("#")[0] !== place(location);
    var back = document.createElement("a");
    back.className = "back";
    back.href = other ? from.from : "#" + from.id;
    back.textContent = "back to " + (other && from.title ? from.title + " " : "") + from.label;
    back.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
      event.preventDefault();
      history.back();   // the landing was made from there, so the entry before it is the place, scrolled as it was
    });
    var number = target.querySelector(':scope > a[href^="#p"]:first-child');
    if (number) number.after(" ", back);
    else target.append(" ", back);
  }

  // Of the words that others quote, those that the place one came from does; where it quotes none, all are shown.
  function quoted(target, from) {
    var other = from.from.split("#")[0] !== place(location);
    var who = (other ? from.slug + "/" : "") + from.id;
    var scope = [target];
    for (var next = target.nextElementSibling; next && next.matches("blockquote, .cont"); next = next.nextElementSibling) scope.push(next);
    var meant = scope.flatMap(function (part) {
      return Array.from(part.querySelectorAll("mark[data-with]"));
    }).filter(function (mark) { return mark.dataset.with.split(" ").includes(who); });
    meant.forEach(function (mark) { mark.classList.add("meant"); });
    document.documentElement.classList.toggle("landed", meant.length > 0);
  }

  document.addEventListener("click", followed);
  window.addEventListener("hashchange", landed);
  window.addEventListener("pageshow", function (event) { if (event.persisted) show((history.state || {}).pinciteFrom); });
  landed(null);
})();
