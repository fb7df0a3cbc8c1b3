"use strict";
(() => {
  // The contents are always open where they stand beside the text.
  const wide = matchMedia("(width >= 64rem)");
  const contents = document.querySelector(".contents details");
  if (contents) {
    const fit = () => { contents.open = wide.matches; };
    wide.addEventListener("change", fit);
    fit();
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a") && !wide.matches) contents.open = false;
    });
    follow();
  }

  // The entry of the heading that was passed last is the current one. Only the chunk in view is measured.
  function follow() {
    const entries = [];
    for (const link of contents.querySelectorAll("a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) entries.push({ link, heading, chunk: heading.closest(".chunk, .notes") });
    }
    let current = null;
    let waiting = false;
    const update = () => {
      waiting = false;
      const band = innerHeight * 0.3;
      const frame = document.querySelector("main").getBoundingClientRect();
      const chunk = document.elementFromPoint(frame.left + frame.width / 2, band)?.closest(".chunk, .notes");
      if (!chunk) return;
      let passed = null;
      for (const entry of entries) {
        const within = entry.chunk === chunk;
        const before = entry.chunk.compareDocumentPosition(chunk) & Node.DOCUMENT_POSITION_FOLLOWING;
        if (within ? entry.heading.getBoundingClientRect().top > band : !before) break;
        passed = entry.link;
      }
      if (passed === current) return;
      current?.removeAttribute("aria-current");
      current = passed;
      current?.setAttribute("aria-current", "true");
      if (current && wide.matches) keepInView(current);
    };
    addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(update);
      waiting = true;
    }, { passive: true });
    update();
  }

  function keepInView(link) {
    const frame = contents.parentElement;
    const above = link.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    if (above < 40 || above > frame.clientHeight - 80) frame.scrollTop += above - frame.clientHeight / 2;
  }

  // Notes: over the text while the pointer or the focus is on a mark, as a sheet at the foot where one taps.
  const notes = document.querySelector(".notes");
  if (!notes) return;
  const box = document.createElement("div");
  box.className = "note-box";
  box.hidden = true;
  box.tabIndex = -1;
  box.setAttribute("role", "note");
  document.body.append(box);
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", notes.dataset.close);
  let mark = null;
  let timer = 0;
  let touched = false;

  const markAt = (event) => event.target.closest?.("a[role=doc-noteref]");

  function show(link, asSheet) {
    clearTimeout(timer);
    const note = document.getElementById(link.hash.slice(1));
    if (!note) return;
    const copy = note.cloneNode(true);
    for (const each of copy.querySelectorAll(".back")) each.remove();
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    box.replaceChildren(...copy.childNodes, close);
    box.setAttribute("aria-label", note.dataset.label);
    box.classList.toggle("sheet", asSheet);
    box.hidden = false;
    mark = link;
    if (asSheet) {
      box.style.left = box.style.top = "";
      box.focus();
    } else {
      place(link.getBoundingClientRect());
    }
  }

  function place(at) {
    const width = box.offsetWidth;
    const height = box.offsetHeight;
    const below = at.bottom + 8;
    box.style.left = `${Math.max(16, Math.min(at.left - 24, document.documentElement.clientWidth - width - 16))}px`;
    box.style.top = `${below + height > innerHeight - 16 ? Math.max(16, at.top - height - 8) : below}px`;
  }

  function hide() {
    clearTimeout(timer);
    box.hidden = true;
    mark = null;
  }

  function hideSoon() {
    clearTimeout(timer);
    if (!box.classList.contains("sheet")) timer = setTimeout(hide, 250);
  }

  document.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; }, true);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = markAt(event);
    if (link) {
      clearTimeout(timer);
      timer = setTimeout(show, 120, link, false);
    } else if (box.contains(event.target)) {
      clearTimeout(timer);
    } else if (mark || timer) {
      hideSoon();
    }
  });
  document.addEventListener("focusin", (event) => {
    const link = markAt(event);
    if (link?.matches(":focus-visible") && !touched) show(link, false);
    else if (mark && !box.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const link = markAt(event);
    if (link && touched) {
      event.preventDefault();
      show(link, true);
    } else if (event.target === close || !box.contains(event.target)) {
      const back = event.target === close && mark;
      hide();
      if (back) back.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !mark) return;
    const back = box.contains(document.activeElement) && mark;
    hide();
    if (back) back.focus();
  });
  addEventListener("scroll", () => { if (mark) hideSoon(); }, { passive: true });
})();
