"use strict";
// Hover or focus a field, see its words; hover a word, see its fields. Filters hide what does not fit.
(() => {
  const byField = new Map();
  const put = (name, node) => byField.has(name) ? byField.get(name).push(node) : byField.set(name, [node]);
  for (const node of document.querySelectorAll("[data-fields]")) {
    for (const name of node.dataset.fields.split(" ")) put(name, node);
  }
  let lit = [];
  const light = (node) => {
    for (const old of lit) old.classList.remove("on");
    lit = [];
    if (!node) return;
    for (const name of node.dataset.fields.split(" ")) {
      for (const twin of byField.get(name) || []) { twin.classList.add("on"); lit.push(twin); }
    }
  };
  const holder = (event) => event.target.closest ? event.target.closest("[data-fields]") : null;
  document.addEventListener("mouseover", (event) => light(holder(event)));
  document.addEventListener("focusin", (event) => light(holder(event)));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") light(null); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest ? event.target.closest("button.quote") : null;
    if (!button) return;
    light(button);
    const mark = document.getElementById(button.dataset.article).querySelector("mark.on");
    if (mark) mark.scrollIntoView({ block: "center", behavior: "auto" });
  });
  // A link into a folded article unfolds it.
  const unfold = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const fold = target ? target.closest("article")?.querySelector("details") : null;
    if (fold && !fold.open) { fold.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", unfold);
  unfold();
  const form = document.querySelector("form");
  if (!form) return;
  const apply = () => {
    const kind = form.elements.kind.value;
    const country = form.elements.country ? form.elements.country.value : "";
    const words = form.elements.words.value.trim().toLowerCase();
    const any_filter = Boolean(kind || country || words);
    const found = [];
    let shown = 0;
    for (const article of document.querySelectorAll("main > article")) {
      let any = false;
      for (const section of article.querySelectorAll(".event")) {
        const fits = (!kind || section.dataset.kind === kind) && (!country || section.dataset.country === country)
          && (!words || section.textContent.toLowerCase().includes(words));
        section.hidden = !fits;
        any = any || fits;
        shown += fits ? 1 : 0;
      }
      const plain = !kind && !country && (!words || article.textContent.toLowerCase().includes(words));
      article.hidden = !(any || plain);
      if (!article.hidden) found.push(article.querySelector("details"));
    }
    if (any_filter && found.length <= 10) for (const fold of found) if (fold) fold.open = true;
    for (const link of document.querySelectorAll("figure a[href^='#e']")) {
      const section = document.getElementById(link.getAttribute("href").slice(1));
      (link.closest("li") || link).style.display = section && section.hidden ? "none" : "";
    }
    document.getElementById("count").textContent = shown + (shown === 1 ? " event shown" : " events shown");
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
})();
