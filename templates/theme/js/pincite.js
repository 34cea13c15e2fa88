// The lamp: light or dark, remembered.  Everything else on the page works without script.
(function () {
  "use strict";

  var KEY = "pincite-theme";
  var root = document.documentElement;
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  // Storage may be forbidden (private windows, policies); then the choice lasts for the page.
  function remembered() {
    try {
      var value = localStorage.getItem(KEY);
      return value === "light" || value === "dark" ? value : null;
    } catch (error) {
      return null;
    }
  }

  // What equals the system's own wish is not kept, so that the page goes on following the system.
  function remember(theme) {
    try {
      if (theme === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch (error) { /* see above */ }
  }

  function wished() {
    return system.matches ? "dark" : "light";
  }

  function current() {
    return root.getAttribute("data-theme") || wished();
  }

  function show(theme) {
    if (theme === null) root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", theme);
  }

  show(remembered());

  document.addEventListener("DOMContentLoaded", function () {
    var lamp = document.querySelector(".lamp");
    if (!lamp) return;

    function name() {
      var label = current() === "dark" ? "Light page" : "Dark page";
      lamp.firstElementChild.textContent = label;
      lamp.title = label;
    }

    lamp.addEventListener("click", function () {
      var next = current() === "dark" ? "light" : "dark";
      if (next === wished()) next = null;
      show(next);
      remember(next);
      name();
    });
    system.addEventListener("change", name);
    // Another tab has switched.
    window.addEventListener("storage", function (event) {
      if (event.key === KEY || event.key === null) {
        show(remembered());
        name();
      }
    });

    name();
    lamp.hidden = false;
  });

  // A site that does not know its own address is printed with the one it was read at.
  window.addEventListener("beforeprint", function () {
    var address = document.querySelector(".address > span");
    if (address && !address.textContent) address.textContent = location.href.split("#")[0];
  });
})();
