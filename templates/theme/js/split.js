// The split view: the opinion of the Court and a separate one in two columns that scroll apart and answer each other.
//
// Its state is in the address, ?view=split&with=powell, so it can be shared and the Back key leaves it.  The two
// writings themselves are moved into the columns and back: every id is there once, and cards and marks work as ever.
// It is fetched by converse.js when it is first wanted, and told there when the address has changed.
(function () {
  "use strict";

  const root = document.documentElement;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const folded = window.matchMedia("(max-width: 999px)");
  const TOP = 52; // pixels that a chosen passage keeps from the top of its column, for the running head
  const SVG = "http://www.w3.org/2000/svg";

  let view = null; // what is open: { with, box, sides, ties, homes, … }

  function make(name, css, ...children) {
    const element = document.createElement(name);
    if (css) element.className = css;
    element.append(...children);
    return element;
  }

  function button(css, text, action) {
    const element = make("button", css, text);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }

  function ways() {
    return [...document.querySelectorAll("a[data-read]")];
  }

  function section(id) {
    const head = document.getElementById(id);
    return head ? head.closest("section.writing") : null;
  }

  function asked() {
    const query = new URLSearchParams(location.search);
    const other = query.get("view") === "split" ? query.get("with") : null;
    return ways().find((way) => way.dataset.read === other) || null;
  }

  function address(other, hash) {
    return other ? `?view=split&with=${encodeURIComponent(other)}${hash || ""}` : location.pathname + (hash || "");
  }

  // ------------------------------------------------------------------------------------------------ in and out

  function enter(way) {
    const main = section(way.dataset.main), other = section(way.dataset.read);
    if (!main || !other) return;
    const before = current([main, other]); // measured before anything is moved
    const scrolled = window.scrollY;
    const names = [main, other].map((s) => s.querySelector("h2").textContent.trim());
    const box = make("div", "split");
    view = { with: way.dataset.read, box, names, scrolled, ties: [], homes: [], side: 0, title: document.title };
    view.sides = [main, other].map((writing, k) => {
      const column = make("div", "split-col");
      column.tabIndex = 0;
      column.setAttribute("role", "region");
      column.setAttribute("aria-label", names[k]);
      const home = document.createComment("");
      writing.replaceWith(home);
      view.homes.push([home, writing]);
      column.append(writing);
      column.addEventListener("scroll", draw, { passive: true });
      return column;
    });
    view.lines = document.createElementNS(SVG, "svg");
    view.lines.setAttribute("class", "split-lines");
    view.lines.setAttribute("aria-hidden", "true");
    box.append(bar(way), ...view.sides, view.lines);
    document.getElementById("text").append(box);
    root.classList.add("splitting");
    document.title = `${names[0]}, beside ${names[1]} · ${view.title}`;
    turn(0);
    const hashed = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const start = hashed && box.contains(hashed) ? hashed : before;
    if (start) {
      turn(columnOf(start));
      bring(start, TOP, true);
    }
    view.sides[view.side].focus({ preventScroll: true });
    const mine = view;
    if (window.pinciteCards) {
      window.pinciteCards().then((deck) => {
        if (view !== mine) return;
        tie(deck);
        if (start) choose(start, null, true);
        draw();
      }).catch(() => {});
    }
  }

  function leave(keep) {
    if (!view) return;
    const seen = view.chosen ? view.chosen[0] : null;
    for (const extra of view.box.querySelectorAll(".split-ties")) extra.remove();
    for (const marked of view.box.querySelectorAll(".split-chosen")) marked.classList.remove("split-chosen");
    light([]);
    for (const [home, writing] of view.homes) home.replaceWith(writing);
    view.box.remove();
    root.classList.remove("splitting");
    document.title = view.title;
    const { scrolled, with: other } = view;
    view = null;
    if (!keep) {
      if (seen) seen.scrollIntoView({ block: "center", behavior: "instant" });
      else window.scrollTo({ top: scrolled, behavior: "instant" });
    }
    const way = ways().find((w) => w.dataset.read === other && w.getClientRects().length);
    if (way) way.focus({ preventScroll: true });
  }

  function go(other, hash) {
    history.pushState(null, "", address(other, hash));
    sync();
  }

  // Make the page what the address says.
  function sync() {
    const way = asked();
    if (view && (!way || way.dataset.read !== view.with)) leave(Boolean(way));
    if (way && !view) enter(way);
  }

  // The paragraph that one is reading: the first that ends below the top of the window.
  function current(writings) {
    for (const writing of writings) {
      const box = writing.getBoundingClientRect();
      if (box.bottom < 120 || box.top > 0) continue; // past it, or still before it
      for (const par of writing.querySelectorAll(".par")) {
        if (par.getBoundingClientRect().bottom > 140) return par;
      }
    }
    return null;
  }

  function bar(way) {
    const others = ways().filter((w, k, all) => all.findIndex((x) => x.dataset.read === w.dataset.read) === k);
    const head = make("div", "split-bar");
    const names = make("div", "split-names");
    names.setAttribute("role", "group");
    names.setAttribute("aria-label", "The opinion shown");
    view.tabs = view.names.map((name, k) => {
      const tab = button("split-tab", name, () => { turn(k); view.sides[k].focus({ preventScroll: true }); });
      names.append(tab);
      return tab;
    });
    head.append(names);
    if (others.length > 1) {
      const choice = make("p", "split-others", "Beside: ");
      others.forEach((other, k) => {
        const link = make("a", "", other.textContent);
        link.href = address(other.dataset.read);
        if (other.dataset.read === way.dataset.read) link.setAttribute("aria-current", "true");
        link.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          go(other.dataset.read);
        });
        choice.append(k ? ", " : "", link);
      });
      head.append(choice);
    }
    head.append(make("p", "split-hint", "Choose a passage, and the other column goes to what answers it."));
    head.append(button("split-leave", "Back to one column", () => go(null)));
    return head;
  }

  // Which column a narrow screen shows.
  function turn(side) {
    view.side = side;
    view.box.dataset.side = String(side);
    view.tabs.forEach((tab, k) => tab.setAttribute("aria-pressed", String(k === side)));
  }

  // ------------------------------------------------------------------------------------------------ who answers whom

  function columnOf(element) {
    return view.sides[1].contains(element) ? 1 : 0;
  }

  function tie(deck) {
    const marks = new Map();
    for (const one of deck.ties) {
      const from = document.getElementById(one.from), to = document.getElementById(one.to);
      if (!from || !to || !view.box.contains(from) || !view.box.contains(to) || columnOf(from) === columnOf(to)) continue;
      const tied = { ends: [from, to], words: one.words || [], estimated: Boolean(one.estimated) };
      view.ties.push(tied);
      for (const [own, other, verb] of [[from, to, "answers"], [to, from, "answered in"]]) {
        if (!marks.has(own)) marks.set(own, []);
        marks.get(own).push([verb, other, (deck.places[other.id] || [other.id])[0], tied]);
      }
    }
    for (const [own, list] of marks) {
      const line = make("p", "split-ties");
      let last = "";
      for (const [verb, other, label, tied] of list) {
        if (verb !== last) line.append(make("span", "", `${last ? " · " : ""}${verb} `));
        last = verb;
        const one = button("split-tie", label, () => choose(own, other));
        one.setAttribute("aria-label", `${verb} ${label}${tied.estimated ? ", estimated" : ""}: show it in the other column`);
        if (tied.estimated) one.classList.add("estimated");
        line.append(one);
      }
      const after = own.tagName === "H2" || !own.nextElementSibling || !own.nextElementSibling.matches(".answers") ? own : own.nextElementSibling;
      after.after(line);
    }
  }

  // Scroll an element's own column so that it stands ``top`` pixels below the column's edge.
  function bring(element, top, at_once) {
    const column = view.sides[columnOf(element)];
    const by = element.getBoundingClientRect().top - column.getBoundingClientRect().top - top;
    column.scrollTo({ top: column.scrollTop + by, behavior: at_once || still.matches ? "instant" : "smooth" });
  }

  // Choose a passage: the other column goes to what answers it, and both are marked.
  function choose(own, other, at_once) {
    const tied = view.ties.find((t) => t.ends.includes(own) && (!other || t.ends.includes(other)));
    for (const marked of view.box.querySelectorAll(".split-chosen")) marked.classList.remove("split-chosen");
    view.chosen = null;
    light([]);
    if (tied) {
      const partner = tied.ends[0] === own ? tied.ends[1] : tied.ends[0];
      own.classList.add("split-chosen");
      partner.classList.add("split-chosen");
      view.chosen = [own, partner];
      const column = view.sides[columnOf(own)].getBoundingClientRect();
      const high = own.getBoundingClientRect().top - column.top;
      if (folded.matches && !at_once) {
        turn(columnOf(partner));
        view.sides[view.side].focus({ preventScroll: true });
        bring(partner, TOP, true);
      } else {
        bring(partner, Math.min(Math.max(high, TOP), column.height / 2), at_once);
      }
      light(tied.words.flatMap((words) => [ranged(own, words), ranged(partner, words)]));
    }
    if (own.id && !at_once) history.replaceState(null, "", address(view.with, "#" + own.id));
    draw();
  }

  // ------------------------------------------------------------------------------------------------ marks and lines

  // The quoted words in a passage, as a range; nothing in the page is changed for it.
  function ranged(element, words) {
    let text = "";
    const at = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (holder.closest("sup, button, .page, .back, .note-here") || (holder.parentElement === element && holder.matches("a") && !at.length)) continue;
      for (let k = 0; k < node.data.length; k++) {
        const blank = /\s/.test(node.data[k]);
        if (blank && text.endsWith(" ")) continue;
        text += blank ? " " : node.data[k];
        at.push([node, k]);
      }
    }
    const start = text.indexOf(words);
    if (start < 0 || !words) return null;
    const range = document.createRange();
    range.setStart(...at[start]);
    const [last, end] = at[start + words.length - 1];
    range.setEnd(last, end + 1);
    return range;
  }

  function light(ranges) {
    if (!window.CSS || !CSS.highlights) return;
    const found = ranges.filter(Boolean);
    if (found.length) CSS.highlights.set("split-quoted", new Highlight(...found));
    else CSS.highlights.delete("split-quoted");
  }

  let drawing = 0;
  function draw() {
    if (drawing) return;
    drawing = requestAnimationFrame(() => {
      drawing = 0;
      if (!view) return;
      view.lines.replaceChildren();
      if (folded.matches) return;
      const frame = view.lines.getBoundingClientRect();
      for (const tied of view.ties) {
        const [left, right] = columnOf(tied.ends[0]) ? [tied.ends[1], tied.ends[0]] : tied.ends;
        const a = left.getBoundingClientRect(), b = right.getBoundingClientRect();
        const chosen = view.chosen && view.chosen.includes(left) && view.chosen.includes(right);
        const seen = [a, b].filter((box) => box.bottom > frame.top && box.top < frame.bottom).length;
        if (!seen || (seen < 2 && !chosen)) continue;
        const middle = (box) => Math.min(Math.max((Math.max(box.top, frame.top) + Math.min(box.bottom, frame.bottom)) / 2, frame.top + 2), frame.bottom - 2) - frame.top;
        const y = middle(a), z = middle(b), x = a.right - frame.left + 10, w = b.left - frame.left - 12;
        const path = document.createElementNS(SVG, "path");
        path.setAttribute("d", `M${x} ${y}C${(x + w) / 2} ${y} ${(x + w) / 2} ${z} ${w} ${z}`);
        path.setAttribute("class", `split-line${chosen ? " chosen" : ""}${tied.estimated ? " estimated" : ""}`);
        view.lines.append(path);
      }
    });
  }

  // ------------------------------------------------------------------------------------------------ what people do

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("a");
    if (!view) return;
    if (link) {
      const inner = link.hash && link.pathname === location.pathname && link.getAttribute("href").startsWith("#");
      const target = inner ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
      if (!target) return;
      event.preventDefault();
      if (!view.box.contains(target)) { // somewhere else on the page: there is one column then
        history.pushState(null, "", address(null, link.hash));
        leave(true);
        location.replace(link.hash);
        return;
      }
      const own = link.closest(".par, .cont, .quote, .note") || target;
      const known = view.box.contains(own) && view.ties.some((t) => t.ends.includes(own) && t.ends.includes(target));
      if (known && own !== target) choose(own, target);
      else {
        if (folded.matches) turn(columnOf(target));
        bring(target, TOP);
        choose(target, null);
      }
      return;
    }
    const par = event.target.closest(".split-col .par, .split-col .note, .split-col .quote");
    if (par && !event.target.closest("button, summary, details") && getSelection().isCollapsed && view.ties.some((t) => t.ends.includes(par))) choose(par, null);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && view && !event.defaultPrevented && !document.querySelector("details.answers[open]")) {
      event.preventDefault();
      go(null);
    }
  });

  window.addEventListener("hashchange", () => {
    const target = view && location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target || !view.box.contains(target)) return;
    turn(columnOf(target));
    bring(target, TOP, true);
    choose(target, null, true);
  });
  window.addEventListener("resize", draw);

  window.pinciteSplit = sync;
})();
