// Cards: what a reference means, how that was decided, and the passage itself.
//
// They open on hover, on focus and on tap, stay while pointer or focus is on them, and go with Escape (WCAG 1.4.13).
// Everything is made with text nodes from cards.json, which is fetched once, when it is first wanted.  Without script
// the links lead where they always lead, and their titles say the same in short.
(function () {
  "use strict";

  const own = document.currentScript;
  const source = new URL((own && own.dataset.cards) || "cards.json", document.baseURI);
  const flat = Boolean(own && own.dataset.urls === "flat");
  const OPEN = 300, CLOSE = 350, FOCUS = 120; // milliseconds
  const LISTED = 14; // places under "cited here in"
  const MARGIN = 8; // pixels between a card and what it belongs to, or the window's edge
  const root = document.documentElement;

  let data = null; // the promise of cards.json
  let card = null, body = null;
  let shown = null; // the reference whose card is open
  let timer = 0, wanted = null, kept = null, touched = false;
  let line = 0; // of the reference, where its words are divided: that which the card stands at
  let pointed = null; // whether the pointer asked for what is wanted or shown, and where it was

  function anchored() {
    return window.CSS && CSS.supports && CSS.supports("anchor-name: --x") && CSS.supports("position-area: block-end");
  }

  // What the split view needs as well.
  window.pinciteCards = load;

  function load() {
    data = data || fetch(source).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    data.catch(() => { data = null; }); // a broken line may be whole the next time
    return data;
  }

  // ---------------------------------------------------------------------------------------------- small makers

  function make(name, css, ...children) {
    const element = document.createElement(name);
    if (css) element.className = css;
    element.append(...children.filter((c) => c !== null && c !== ""));
    return element;
  }

  function link(href, text, css) {
    const element = make("a", css, text);
    element.href = href;
    return element;
  }

  function page(path) {
    return new URL(flat ? path.replace(/\/$/, ".html") : path, source).href;
  }

  function caseAt(slug, block) {
    return new URL(`../${slug}/${flat ? "index.html" : ""}${block ? "#" + block : ""}`, source).href;
  }

  function unbroken(label) {
    return label.replace(/^(¶|n\.) /, "$1\u00a0");
  }

  function placed(deck, id, named) {
    const [label, writing] = deck.places[id] || ["", -1];
    const who = named && deck.writings[writing] ? deck.writings[writing].who : "";
    const out = link("#" + id, unbroken(label || id));
    return who ? [make("span", "who", who), label && label !== deck.writings[writing].title ? " " : "", out] : [out];
  }

  // ---------------------------------------------------------------------------------------------- the passage

  // The words of a passage of this page: without numbers, pages, calls and whatever stands in it for the eye alone.
  function words(id) {
    const parts = [];
    for (let k = 0; ; k++) {
      const element = document.getElementById(k ? `${id}-c${k}` : id);
      if (!element) break;
      if (/^(H[1-6]|SECTION)$/.test(element.tagName)) {
        const first = element.parentElement.querySelector(`[id="${CSS.escape(id)}"] ~ .par`);
        return first ? words(first.id) : "";
      }
      const copy = element.cloneNode(true);
      for (const extra of copy.querySelectorAll(
        'sup, button, details, aside, .sr, .page, .back, .note-here, [aria-hidden="true"], [hidden], a[href*="#L"], :scope > a:first-child'
      )) {
        if (!extra.closest(".ref")) extra.remove();
      }
      parts.push(copy.textContent.replace(/\s+/g, " ").trim());
    }
    return parts.filter(Boolean).join(" […] ");
  }

  // A passage with the quoted words marked.
  function passage(text, quoted) {
    const out = make("blockquote", "card-passage");
    const spans = quoted
      .map((q) => [q ? text.indexOf(q) : -1, q.length])
      .filter(([at]) => at >= 0)
      .sort((a, b) => a[0] - b[0]);
    let cursor = 0;
    for (const [at, length] of spans) {
      if (at < cursor) continue;
      out.append(text.slice(cursor, at), make("mark", "", text.slice(at, at + length)));
      cursor = at + length;
    }
    out.append(text.slice(cursor));
    return out;
  }

  // ---------------------------------------------------------------------------------------------- the card

  function fill(deck, number, text) {
    const ref = deck.references[number];
    const work = ref.work === undefined ? null : deck.works[ref.work];
    const there = ref.passage === undefined ? null : deck.passages[ref.passage];
    const out = [];

    const head = make("p", "card-head");
    head.id = "card-head";
    if (work || ref.cite) {
      const cite = work ? work.cite : ref.cite;
      const name = work && work.name && cite.startsWith(work.name) ? work.name : "";
      head.append(make("span", "card-cite", make("cite", "", name), cite.slice(name.length)));
      if (ref.pin) head.append(" ", make("span", "card-pin", (/^\*?\d/.test(ref.pin) && work && work.kind !== "record" ? "at " : "") + ref.pin));
    } else {
      head.append(make("span", "card-cite", text));
      if (ref.to) head.append(make("span", "card-arrow", " → "), ...placed(deck, ref.to, true));
    }
    out.push(head);

    const how = make("p", "card-how", deck.phrases[ref.how]);
    how.id = "card-how";
    if (ref.after) {
      how.append(": ", ref.said ? `“${ref.said}” in ` : "the full citation in ", ...placed(deck, ref.after, false));
    }
    for (const quote of ref.quotes || []) {
      const changes = (quote.changes || []).map(([now, was]) =>
        now && was ? `“${now}” for “${was}”` : now ? `“${now}” added` : `“${was}” left out`);
      how.append(" · ", make("span", "card-match",
        quote.match === "exact" ? "quoted exactly"
          : quote.match === "altered" ? `quoted with changes: ${changes.join(", ")}`
            : "the words quoted were not found there"));
    }
    out.push(how);

    const quoted = (ref.quotes || []).map((q) => q.there || "");
    const read = there ? there.text : ref.to ? words(ref.to) : "";
    if (read) {
      const quote = passage(read, quoted);
      quote.tabIndex = 0; // it may have to be scrolled
      quote.setAttribute("role", "group");
      quote.setAttribute("aria-label", "The passage");
      out.push(quote);
      const go = there
        ? link(caseAt(there.case, there.block), `go to ${there.label} of ${there.name}`, "card-go")
        : link("#" + ref.to, `go to ${(deck.places[ref.to] || [""])[0] || "it"}`, "card-go");
      out.push(make("p", "card-way", go));
    } else if (work && work.case) {
      out.push(make("p", "card-way", link(caseAt(work.case), "read it on this site", "card-go")));
    }

    const ways = make("p", "card-out");
    const outside = ref.links || (work ? work.links : []);
    outside.forEach(([label, address], k) => {
      if (!/^https?:\/\//.test(address)) return;
      const way = link(address, label, "card-link");
      way.rel = "external noopener";
      ways.append(ways.childNodes.length ? " · " : "open at ", way);
    });
    if (ways.childNodes.length) out.push(ways);

    if (work && work.cited.length) {
      const cited = make("p", "card-cited", "cited here in ");
      const here = shown ? (shown.closest("[id]") || {}).id : "";
      let writing = -2, sign = false;
      work.cited.slice(0, LISTED).forEach((id) => {
        const [label, own] = deck.places[id];
        const whose = deck.writings[own];
        if (writing !== -2) cited.append(own === writing ? ", " : "; ");
        if (own !== writing) {
          if (whose && !whose.first) cited.append(make("span", "who", whose.who), " ");
          sign = false;
        }
        const mark = label.startsWith("¶ ") && !sign;
        const many = work.cited.filter((x) => (deck.places[x] || [])[1] === own).length > 1;
        if (mark) cited.append(many ? "¶¶\u00a0" : "¶\u00a0");
        sign = label.startsWith("¶ ");
        const place = link("#" + id, sign ? label.slice(2) : unbroken(label));
        if (sign) place.setAttribute("aria-label", label);
        if (id === here) place.setAttribute("aria-current", "true");
        cited.append(place);
        writing = own;
      });
      const more = work.cited.length - LISTED;
      if (more > 0) cited.append(` and ${more} more`);
      if (work.id) cited.append(" · ", link(page("authorities/") + "#" + work.id, "in the table of authorities"));
      out.push(cited);
    }
    return out;
  }

  // ---------------------------------------------------------------------------------------------- opening and closing

  function build() {
    card = make("div", "card");
    card.id = "card";
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-labelledby", "card-head");
    card.hidden = true;
    if (card.showPopover) card.popover = "manual";
    body = make("div", "card-body");
    const close = make("button", "card-close", make("span", "sr", "Close"));
    close.type = "button";
    close.addEventListener("click", () => hide(true));
    card.append(body, close);
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") later(); });
    card.addEventListener("click", (event) => { if (event.target.closest("a")) hide(false); });
    (document.getElementById("text") || document.body).append(card);
  }

  function handle(ref) {
    return ref.querySelector("a") || ref;
  }

  // The title would stand over the card as a second one; it comes back when the card has gone.
  function quiet(ref) {
    const titled = ref.matches("[title]") ? ref : ref.querySelector("[title]");
    if (!titled || (kept && kept[0] === titled)) return;
    loud();
    kept = [titled, titled.title];
    titled.removeAttribute("title");
  }

  function loud() {
    if (kept) kept[0].title = kept[1];
    kept = null;
  }

  function soon(ref, delay) {
    clearTimeout(timer);
    wanted = ref;
    if (ref === shown) return;
    load().catch(() => {});
    timer = setTimeout(() => show(ref), delay);
  }

  function later() {
    clearTimeout(timer);
    wanted = null;
    timer = setTimeout(() => {
      pointed = null;
      const focus = document.activeElement;
      // What has the focus of the keyboard keeps its card.
      if (shown && (card.contains(focus) || (shown.contains(focus) && focus.matches(":focus-visible") && !touched))) return;
      hide(false);
    }, CLOSE);
  }

  function show(ref) {
    wanted = ref;
    return load().then((deck) => {
      if (wanted !== ref || !deck.references[ref.dataset.ref]) return;
      if (!card) build();
      hide(false);
      shown = wanted = ref;
      quiet(ref);
      // A mark may have cut the words in two; both are the reference.
      const all = document.querySelectorAll(`.ref[data-ref="${CSS.escape(ref.dataset.ref)}"]`);
      const text = [...all].map((e) => e.textContent).join(" ").replace(/\s+/g, " ").trim();
      body.replaceChildren(...fill(deck, Number(ref.dataset.ref), text));
      ref.classList.add("has-card");
      const block = ref.closest(".par, .cont, .quote, .note");
      if (block) card.dataset.for = block.id; // its links are followed from there
      const control = handle(ref);
      control.setAttribute("aria-expanded", "true");
      control.setAttribute("aria-controls", "card");
      control.setAttribute("aria-describedby", "card-how");
      // The style sheet binds the card to one box; words that a line's end divides have two.
      card.classList.toggle("card-placed", !anchored() || shown.getClientRects().length > 1);
      card.style.left = card.style.top = "";
      line = pointed ? [...shown.getClientRects()].findIndex((b) => pointed.clientY < b.bottom + 3) : 0;
      card.hidden = false;
      if (card.showPopover) {
        try { card.showPopover({ source: control }); } catch (error) { card.showPopover(); }
      }
      card.scrollTop = 0;
      place();
      const mark = body.querySelector("mark");
      if (mark) mark.parentElement.scrollTop = Math.max(0, mark.offsetTop - mark.parentElement.offsetTop - 24);
    }).catch(() => {});
  }

  function hide(back) {
    clearTimeout(timer);
    wanted = null;
    if (!shown) return;
    const control = handle(shown);
    shown.classList.remove("has-card");
    control.removeAttribute("aria-describedby");
    control.removeAttribute("aria-controls");
    if (control === shown) control.setAttribute("aria-expanded", "false");
    else control.removeAttribute("aria-expanded");
    shown = null;
    loud();
    if (back || card.contains(document.activeElement)) {
      silent = control;
      control.focus({ preventScroll: true });
    }
    if (card.hidePopover && card.matches(":popover-open")) card.hidePopover();
    card.hidden = true;
  }
  let silent = null; // given the focus back: its card has just been closed

  // Where the style sheet cannot bind the card to its reference, it is put there: below, above where there is no room.
  function place() {
    if (!shown || !card.classList.contains("card-placed")) return;
    if (window.matchMedia("(max-width: 700px)").matches) {
      card.style.left = card.style.top = "";
      return;
    }
    const boxes = shown.getClientRects();
    const at = boxes[line] || boxes[0] || shown.getBoundingClientRect();
    const box = card.getBoundingClientRect();
    const room = window.innerHeight - at.bottom;
    const top = room >= box.height + 2 * MARGIN || room >= at.top ? at.bottom + MARGIN / 2 : at.top - box.height - MARGIN / 2;
    const left = Math.min(at.left, root.clientWidth - box.width - MARGIN);
    card.style.left = `${Math.max(MARGIN, left)}px`;
    card.style.top = `${top}px`;
  }

  // ---------------------------------------------------------------------------------------------- what people do

  function refOf(event) {
    const element = event.target;
    return element instanceof Element ? element.closest(".ref[data-ref]") : null;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    touched = false;
    const ref = refOf(event);
    if (ref) {
      quiet(ref);
      pointed = event;
      soon(ref, OPEN);
    } else if (pointed && !(card && card.contains(event.target))) {
      later();
      if (!shown) loud();
    }
  });

  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (shown && !card.contains(event.target) && refOf(event) !== shown) hide(false);
  });

  // A tap opens the card, which has the link; so does Enter on what leads nowhere.
  document.addEventListener("click", (event) => {
    const ref = refOf(event);
    if (!ref || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const bare = handle(ref) === ref;
    if (!bare && !touched) {
      hide(false);
      return;
    }
    event.preventDefault();
    if (shown === ref && touched) hide(false);
    else if (shown !== ref) show(ref);
  });

  document.addEventListener("focusin", (event) => {
    if (touched) return;
    const ref = refOf(event);
    if (ref && silent === event.target) silent = null;
    else if (ref && event.target.matches(":focus-visible")) {
      pointed = null;
      soon(ref, FOCUS);
    } else if (shown && !card.contains(event.target)) hide(false);
  });

  function stops() {
    return [...card.querySelectorAll("a, button, [tabindex]")].filter((e) => e.offsetParent !== null || e.getClientRects().length);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) {
      event.preventDefault();
      event.stopImmediatePropagation();
      hide(card.contains(document.activeElement));
      return;
    }
    const ref = refOf(event);
    if (ref && handle(ref) === ref && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      pointed = null;
      if (shown === ref) hide(false);
      else show(ref);
    }
    if (event.key !== "Tab" || !shown) return;
    // The card comes right behind its reference in the order of the Tab key, wherever it stands in the page.
    const inside = stops();
    const control = handle(shown);
    if (event.target === control && !event.shiftKey && inside.length) {
      event.preventDefault();
      inside[0].focus();
    } else if (event.target === inside[0] && event.shiftKey) {
      event.preventDefault();
      silent = control;
      control.focus({ preventScroll: true });
    } else if (event.target === inside[inside.length - 1] && !event.shiftKey) {
      hide(true); // and the key goes on from there
    }
  }, true);

  for (const name of ["scroll", "resize"]) {
    window.addEventListener(name, () => { if (shown) requestAnimationFrame(place); }, { passive: true, capture: true });
  }

  // What leads nowhere has its reason in the card, so the keyboard must reach it.
  function reachable() {
    for (const ref of document.querySelectorAll(".ref[data-ref]")) {
      if (ref.querySelector("a") || ref.closest("a")) continue;
      ref.tabIndex = 0;
      ref.setAttribute("role", "button");
      ref.setAttribute("aria-haspopup", "dialog");
      ref.setAttribute("aria-expanded", "false");
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", reachable);
  else reachable();
})();
