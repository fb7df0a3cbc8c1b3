"use strict";
(() => {
  const form = document.querySelector("form");
  if (!form) return;
  const shown = document.querySelector(".shown");
  const articles = [...document.querySelectorAll("article")];
  const texts = new Map();
  const plain = (text) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
  const textOf = (article) => {
    if (!texts.has(article)) texts.set(article, plain(article.textContent));
    return texts.get(article);
  };

  const figure = (value) =>
    value.toLocaleString(document.documentElement.lang, { useGrouping: shown.dataset.grouping });

  function filter() {
    const wanted = new FormData(form);
    const words = plain(wanted.get("text")).trim();
    const keys = ["language", "state", "section", "original"].filter((key) => wanted.get(key));
    let count = 0;
    for (const article of articles) {
      const fits = keys.every((key) => article.dataset[key] === wanted.get(key));
      article.hidden = !(fits && textOf(article).includes(words));
      count += !article.hidden;
    }
    for (const group of document.querySelectorAll(".group, .language")) {
      const left = group.querySelectorAll("article:not([hidden])").length;
      group.hidden = !left;
      group.querySelector(".count").textContent = figure(left);
    }
    shown.textContent = shown.dataset.text.replace("{shown}", figure(count)).replace("{all}", figure(articles.length));
    remember(wanted);
  }

  // The filters stand in the address, so that a filtered page can be kept as a bookmark or sent to somebody.
  function remember(wanted) {
    const chosen = new URLSearchParams([...wanted].filter(([, value]) => value));
    const hash = chosen.size ? "#?" + chosen : location.hash.startsWith("#?") ? "#" : null;
    if (hash === null || hash === location.hash) return;
    try { history.replaceState(null, "", hash); } catch { /* some browsers forbid it to a file on the disk */ }
  }

  function recall() {
    if (!location.hash.startsWith("#?")) return;
    for (const [key, value] of new URLSearchParams(location.hash.slice(2)))
      if (form.elements[key]) form.elements[key].value = value;
  }

  document.addEventListener("click", (event) => {
    const code = event.target.closest(".copy");
    if (code && navigator.clipboard) navigator.clipboard.writeText(code.textContent).then(() => {
      shown.textContent = shown.dataset.copied.replace("{text}", code.textContent);
    }, () => {});
  });
  // A link into the list leads to what a filter may have hidden.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const goal = link && document.getElementById(link.getAttribute("href").slice(1));
    if (goal && goal.closest("[hidden]")) form.reset(), filter();
  });
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => { if (location.hash.startsWith("#?")) recall(), filter(); });
  recall();
  filter();
})();
