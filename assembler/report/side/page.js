"use strict";
(() => {
  const root = document.documentElement;
  const main = document.querySelector("main");
  const form = document.querySelector(".bar");
  const help = document.querySelector("dialog");
  const shown = form.querySelector(".shown");
  const say = (text, values = {}) => {
    shown.textContent = text.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? values[name] : gap));
  };

  // --- the rows as values: what is asked of twelve thousand rows must not be asked of the document ------------------

  const rows = [];
  const chunks = [];
  const tables = [];
  const rowOf = new Map();
  const rowById = new Map();
  const chunkOf = new Map();
  const tableOf = new Map();

  // How the line of a row begins: ID, whether it is a note, states, number.
  const ROW = /^<tr(?: id="([^"]*)")?( class="note")? data-s="([^"]*)"><t[hd][^>]*>(?:<a [^>]*>)?(?:<b class="no">([^<]*))?/gm;

  function take(element, markups) {
    const table = { element, head: element.tHead.rows[0], chunks: [], isEmpty: false };
    tables.push(table);
    tableOf.set(element, table);
    [...element.tBodies].forEach((body, n) => {
      const markup = markups?.[n] ?? body.innerHTML;
      const chunk = { body, table, markup, length: markup.length, rows: [], open: -1, height: 0, isOut: false, isBuilt: false };
      for (const found of markup.matchAll(ROW)) addRow(chunk, ...found.slice(1));
      table.chunks.push(chunk);
      chunks.push(chunk);
      chunkOf.set(body, chunk);
      if (!markups) settle(chunk);
    });
  }
  function addRow(chunk, id = "", note, states, label = "") {
    const isNote = Boolean(note);
    const row = {
      tr: null, id, label, chunk, index: rows.length, section: chunk.table.element.dataset.section, letters: states,
      states: states.split("/"), isNote, owner: isNote ? rows.at(-1).owner ?? rows.at(-1) : null,
      mode: "open", set: "open", fits: true, isPinned: false, texts: null,
    };
    rows.push(row);
    chunk.rows.push(row);
    if (id) rowById.set(id, row);
  }

  // Of a table that the browser took for text only the frame is made at once. Its rows are made when they come into
  // view or somebody asks for them; all others while nothing else is to be done.
  function read(noscript) {
    const [head, ...bodies] = noscript.textContent.split("<tbody>\n");
    const frame = document.createElement("template");
    frame.innerHTML = `${head}${"<tbody></tbody>".repeat(bodies.length)}</table>`;
    const element = frame.content.firstElementChild;
    noscript.replaceWith(element);
    take(element, bodies.map((text) => text.slice(0, text.lastIndexOf("</tbody>"))));
  }
  function build(chunk) {
    if (chunk.isBuilt) return;
    chunk.body.innerHTML = chunk.markup;
    settle(chunk);
  }
  function settle(chunk) {
    chunk.isBuilt = true;
    chunk.markup = "";
    chunk.rows.forEach((row, n) => {
      row.tr = chunk.body.rows[n];
      rowOf.set(row.tr, row);
      order(row);
    });
    if (!chunk.isOut) chunk.rows.forEach(show);
  }
  const trOf = (row) => (build(row.chunk), row.tr);
  const number = (row) => (row.isNote ? "" : row.label);
  const rowWith = (element) => rowOf.get(element?.closest("main > table > tbody > tr"));
  function rowAt(id) {
    if (rowById.has(id)) return rowById.get(id);
    const chunk = chunks.find(({ markup }) => markup.includes(` id="${id}"`));
    if (chunk) build(chunk);
    return rowWith(document.getElementById(id));
  }

  // Long work goes in slices, so that typing and scrolling never wait for it.
  const SLICE = 12;
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.shift()();
  const breath = () => new Promise((go) => { waiting.push(go); channel.port2.postMessage(0); });
  // Between two portions the window is drawn, for the browser has to do with what was changed: much with what is in
  // view, little with what is not.
  const PORTION = 200;
  const drawn = () => new Promise((go) => {
    if (document.hidden) setTimeout(go);
    else requestAnimationFrame(() => setTimeout(go));
  });
  async function eachDrawn(things, step, weight, isWanted) {
    let portion = 0;
    for (const thing of things) {
      if ((portion += weight(thing)) > PORTION) {
        await drawn();
        if (!isWanted()) return false;
        portion = weight(thing);
      }
      step(thing);
    }
    return true;
  }
  async function each(things, step, isWanted) {
    let until = performance.now() + SLICE;
    for (const thing of things) {
      step(thing);
      if (performance.now() < until) continue;
      await breath();
      if (!isWanted()) return false;
      until = performance.now() + SLICE;
    }
    return true;
  }

  // --- columns ------------------------------------------------------------------------------------------------------

  const count = form.querySelectorAll("[data-column]").length;
  let columns = Array.from({ length: count }, (_, n) => n + 1);
  let visible = [...columns];
  let hiddenColumns = "";
  let ordered = 0;

  const arranged = (tr) => {
    for (const column of columns) tr.append(tr.querySelector(`:scope > .c${column}`));
  };
  const isArranged = (tr) => columns.every((column, n) => tr.children[n + 1].className === `c${column}`);
  const order = (row) => { if (row.tr && !isArranged(row.tr)) arranged(row.tr); };

  // The cells themselves change places, so that they are read aloud and copied in the order in which they are seen.
  async function move(column, step) {
    const from = columns.indexOf(column);
    const to = from + step;
    if (to < 0 || to >= columns.length) return;
    columns.splice(to, 0, ...columns.splice(from, 1));
    const list = form.querySelector(".languages");
    for (const each of columns) list.append(list.querySelector(`[data-column="${each}"]`));
    for (const table of tables) arranged(table.head);
    const mine = ++ordered;
    const isWanted = () => mine === ordered;
    const inView = [...near].filter((chunk) => !chunk.isOut);
    if (await eachDrawn(inView, (chunk) => chunk.rows.forEach(order), () => PORTION / 6, isWanted))
      await each(rows, order, isWanted);
  }

  function chooseColumns() {
    const boxes = [...form.querySelectorAll("[name=column]")];
    if (!boxes.some((box) => box.checked)) boxes[0].checked = true;
    visible = boxes.filter((box) => box.checked).map((box) => Number(box.value));
    hiddenColumns = boxes.filter((box) => !box.checked).map((box) => `no-${box.value}`).join(" ");
    for (const table of tables) table.head.parentElement.className = hiddenColumns;
    main.style.setProperty("--columns", visible.length);
    counts();
  }

  let alikeRows = new Map();
  function counts() {
    const sums = {};
    for (const [{ states }, ...others] of alikeRows.values()) {
      const letters = new Set(visible.map((column) => states[column - 1]).join(""));
      for (const letter of letters) sums[letter] = (sums[letter] ?? 0) + 1 + others.length;
    }
    for (const box of form.querySelectorAll("[name=state]"))
      box.parentElement.querySelector(".count").textContent = sums[box.value] ?? 0;
  }

  // --- words --------------------------------------------------------------------------------------------------------

  const same = JSON.parse(form.dataset.same);
  const typed = JSON.parse(form.dataset.typed);
  const DROPPED = { "\u00ad": "", "\u200b": "", "\u2060": "", "\ufeff": "" };
  // Nobody has all dashes and quotation marks on the keyboard.
  const ALIKE = { "-": "\u2010\u2011\u2012\u2013\u2014\u2212", "'": "\u2018\u2019\u02bc", '"': "«»„“”" };
  const alike = Object.entries(ALIKE).flatMap(([key, signs]) => [...signs].map((sign) => [sign, key]));
  const PLAIN = { ...same, ...DROPPED, ...Object.fromEntries(alike) };
  const ODD = new RegExp(`[${Object.keys(PLAIN).join("")}]|\\s+`, "g");
  const plain = (text) => text.toLowerCase().replace(ODD, (found) => PLAIN[found] ?? " ");
  const NOT_WORDS = ".about, .note-mark, .marker, .state, .place";

  function* textNodes(cell) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node.nodeType === Node.TEXT_NODE ? NodeFilter.FILTER_ACCEPT
        : node.matches(NOT_WORDS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
    while (walker.nextNode()) yield walker.currentNode;
  }
  const cellOf = (row, column) => trOf(row).querySelector(`:scope > .c${column}`);
  function textsOf(row) {
    if (!row.texts) {
      row.texts = [row.id];
      for (let column = 1; column <= count; column++) {
        let text = "";
        for (const node of textNodes(cellOf(row, column))) text += node.data;
        row.texts.push(plain(text));
      }
    }
    return row.texts;
  }

  // What is typed, as a pattern: a letter that stands in for others finds these too.
  function patternOf(text) {
    const wanted = plain(text.normalize("NFC")).trim();
    if (!wanted) return null;
    return new RegExp([...wanted].map((letter) =>
      typed[letter] ? `[${letter}${typed[letter]}]` : letter.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join(""), "g");
  }
  const has = (text, pattern) => { pattern.lastIndex = 0; return pattern.test(text); };

  // The places in a cell, as ranges of the document. Letter by letter, for what is dropped must be counted. Static ones:
  // at each change in the document the browser looks after all others, even those that nobody has any more.
  function* placesIn(cell, pattern) {
    const places = [];
    let text = "";
    for (const node of textNodes(cell)) {
      for (let offset = 0; offset < node.length; offset++) {
        let letter = plain(node.data[offset]);
        if (letter === " " && text.endsWith(" ")) letter = "";
        for (let n = 0; n < letter.length; n++) places.push([node, offset]);
        text += letter;
      }
    }
    pattern.lastIndex = 0;
    for (const found of text.matchAll(pattern)) {
      const [startContainer, startOffset] = places[found.index];
      const [endContainer, last] = places[found.index + found[0].length - 1];
      yield new StaticRange({ startContainer, startOffset, endContainer, endOffset: last + 1 });
    }
  }

  const MOST = 1500; // Places that are marked at once; who looks for one letter has not typed the next yet.
  const near = new Set();
  let painted = 0;
  async function paint() {
    if (!globalThis.CSS?.highlights) return;
    const mine = ++painted;
    if (!wanted.pattern) return CSS.highlights.delete("found");
    const ranges = [];
    const seen = [...near].flatMap((chunk) => chunk.rows).filter((row) => row.mode === "open" && row.fits);
    const find = (row) => {
      if (ranges.length > MOST) return;
      const texts = textsOf(row);
      for (const column of visible)
        if (has(texts[column], wanted.pattern)) ranges.push(...placesIn(cellOf(row, column), wanted.pattern));
    };
    if (await each(seen, find, () => mine === painted)) CSS.highlights.set("found", new Highlight(...ranges));
  }

  // --- which rows are shown -----------------------------------------------------------------------------------------

  let wanted = { states: "", section: "", pattern: null, notes: false };
  let turn = 0;
  let current = null;

  const isFiltered = () => Boolean(wanted.states || wanted.pattern);
  function fits(row) {
    if (wanted.section && row.section !== wanted.section) return false;
    if (wanted.states && !visible.some((column) => [...row.states[column - 1]].some((s) => wanted.states.includes(s))))
      return false;
    if (!wanted.pattern) return true;
    const texts = textsOf(row);
    return has(texts[0], wanted.pattern) || visible.some((column) => has(texts[column], wanted.pattern));
  }

  // A note is closed until somebody opens it, the search finds it, or a filter asks for it.
  function modeOf(row) {
    if (row.isPinned) return "open";
    if (!row.isNote) return row.fits ? "open" : "out";
    if (row.fits && (wanted.notes || isFiltered())) return "open";
    return modeOf(row.owner) === "open" ? "closed" : "out";
  }
  function show(row) {
    if (row.mode === row.set || !row.tr) return;
    row.set = row.mode;
    if (row.mode === "open") row.tr.removeAttribute("hidden");
    else row.tr.setAttribute("hidden", row.mode === "closed" ? "until-found" : "");
  }
  // The rows of a chunk of which nothing is left stay as they are: it is hidden with all of them.
  function fold(chunk) {
    let open = 0;
    let left = 0;
    for (const row of chunk.rows) {
      row.mode = modeOf(row);
      open += row.mode === "open";
      left += row.mode !== "out";
    }
    if (left) chunk.rows.forEach(show);
    chunk.isOut = !left;
    const look = left ? hiddenColumns : `out ${hiddenColumns}`.trim();
    if (chunk.body.className !== look) chunk.body.className = look;
    if (left && open !== chunk.open) setHeight(chunk, Math.ceil(open * height(chunk)) || 1);
    chunk.open = open;
    if (left && chunk.table.isEmpty) foldTable(chunk.table);
  }
  function setHeight(chunk, height) {
    if (height === chunk.height) return;
    chunk.height = height;
    chunk.body.style.containIntrinsicBlockSize = `${height}px`;
  }
  function foldTable(table) {
    const height = table.chunks.reduce((sum, chunk) => sum + (chunk.isOut ? 0 : chunk.height), 0);
    table.isEmpty = !height;
    table.element.classList.toggle("empty", table.isEmpty);
    table.element.style.containIntrinsicBlockSize = `${height && height + 36}px`;
  }
  const foldTables = () => tables.forEach(foldTable);

  // How high a row of a chunk may be, for chunks that were never laid out.
  let width = 0;
  function height(chunk) {
    const characters = chunk.length * 2 / 3 / chunk.rows.length / count; // The others are tags.
    return Math.ceil(characters / (width / visible.length / 7.5)) * 23 + 24;
  }

  function wishes() {
    const data = new FormData(form);
    return {
      states: data.getAll("state").join(""), section: data.get("section"), pattern: patternOf(data.get("words")),
      notes: data.has("notes"),
    };
  }

  async function filter() {
    const mine = ++turn;
    const isWanted = () => mine === turn;
    main.ariaBusy = "true";
    kept = null;
    const before = topRow();
    wanted = wishes();
    if (wanted.pattern && !main.dataset.whole) say(form.dataset.reading);
    if (!await each(rows, (row) => { row.isPinned = false; row.fits = fits(row); }, isWanted)) return;
    width = main.clientWidth - 150;
    const first = chunks.indexOf((before ?? rows[0])?.chunk);
    const inView = new Set([...near, ...chunks.slice(first, first + 12)]);
    const weight = (chunk) => (inView.has(chunk) ? PORTION / 6 : 1);
    const inOrder = [...chunks.slice(first), ...chunks.slice(0, first).reverse()];
    if (!await eachDrawn(inOrder, fold, weight, isWanted)) return;
    foldTables();
    stay(before);
    paint();
    const all = rows.length;
    say(form.dataset.shown, { shown: figure(rows.filter((row) => row.fits).length), all: figure(all) });
    main.ariaBusy = "false";
  }
  const figure = (value) => value.toLocaleString(root.lang, { useGrouping: form.dataset.grouping });

  // What was at the top of the window stays there, or what comes next of what is left.
  function topRow() {
    if (scrollY < main.offsetTop) return null;
    const edge = form.offsetHeight + 50;
    const box = main.getBoundingClientRect();
    for (let y = edge; y < innerHeight; y += 40) {
      const row = rowWith(document.elementFromPoint(box.left + box.width / 2, y));
      if (row) return row;
    }
    return null;
  }
  function stay(before) {
    if (!before) return;
    const goal = rows.slice(before.index).find((row) => row.mode === "open") ??
      rows.slice(0, before.index).findLast((row) => row.mode === "open");
    if (goal) trOf(goal).scrollIntoView({ block: "start" });
  }

  // --- going somewhere ----------------------------------------------------------------------------------------------

  function mark(row) {
    current?.tr.removeAttribute("aria-current");
    current = row;
    trOf(row).setAttribute("aria-current", "true");
  }
  function go(row, block = "center") {
    if (row.mode !== "open") {
      const isNote = row.isNote && row.owner.mode === "open";
      row.isPinned = true;
      if (row.owner && !isNote) row.owner.isPinned = true;
      fold(row.chunk);
      foldTables();
      if (!isNote) say(form.dataset.beside, { text: number(row) || row.id });
    }
    mark(row);
    row.tr.tabIndex = -1;
    row.tr.focus({ preventScroll: true });
    row.tr.scrollIntoView({ block });
    keepInView(row, 12);
  }
  // What lies between was never laid out: when it is, within a few frames, the row is pushed away.
  let kept = null;
  function keepInView(row, frames) {
    kept = row;
    requestAnimationFrame(() => {
      if (kept !== row || !frames) return;
      const { top, bottom, height } = row.tr.getBoundingClientRect();
      const isHigh = height > innerHeight / 2;
      if (top < form.offsetHeight || (isHigh && bottom > innerHeight)) row.tr.scrollIntoView({ block: "start" });
      else if (bottom > innerHeight) row.tr.scrollIntoView({ block: "nearest" });
      keepInView(row, frames - 1);
    });
  }
  for (const kind of ["wheel", "touchmove", "pointerdown"])
    addEventListener(kind, () => { kept = null; }, { passive: true });
  const here = () => (current?.mode === "open" ? current.index : (topRow()?.index ?? 0) - 1);
  function step(direction, isGood = () => true) {
    for (let n = here() + direction; n >= 0 && n < rows.length; n += direction)
      if (rows[n].mode === "open" && isGood(rows[n])) return go(rows[n], "nearest");
    say(form.dataset.end);
  }
  const isOpen = (row) => visible.some((column) => /[fuw]/.test(row.states[column - 1]));
  const isFound = (row) => row.fits;

  // A number may stand in several sections: each time the next one after the present row.
  function goTo(text) {
    const asked = text.trim().replace(/^#/, "");
    if (!asked) return;
    const byId = rowAt(asked.toLowerCase());
    if (byId) return go(byId);
    const after = current?.index ?? -1;
    const found = rows.filter((row) => number(row) === asked);
    const goal = found.find((row) => row.index > after) ?? found[0];
    if (goal) go(goal);
    else say(form.dataset.nowhere, { text: asked });
  }
  function followAddress() {
    const id = decodeURIComponent(location.hash.slice(1));
    const row = id && rowAt(id);
    if (row) go(row, "start");
  }

  // --- paper --------------------------------------------------------------------------------------------------------

  // A browser lays out at once what it prints. Of more rows than this a piece is printed, from the present row on.
  const MOST_ON_PAPER = 1500;
  const piece = document.createElement("p");
  piece.className = "piece";
  main.before(piece);
  function toPaper() {
    ordered++;
    chunks.forEach(fold);
    const there = rows.filter((row) => row.mode !== "out");
    let printed = new Set(chunks);
    if (there.length > MOST_ON_PAPER) printed = cut(there);
    for (const chunk of chunks) chunk.body.classList.toggle("unprinted", !printed.has(chunk));
    for (const table of tables) table.element.classList.toggle("unprinted", !table.chunks.some((each) => printed.has(each)));
    for (const chunk of printed) {
      if (!chunk.isOut) build(chunk);
      chunk.rows.forEach(order);
    }
  }
  function cut(there) {
    const begin = current ?? topRow() ?? rows[0];
    const first = Math.max(there.findIndex((row) => row.chunk === begin.chunk), 0);
    const last = there[Math.min(first + MOST_ON_PAPER, there.length) - 1];
    const end = there.findLastIndex((row) => row.chunk === last.chunk);
    const next = there.slice(end + 1).find((row) => row.id);
    const said = [form.dataset.piece, ...(next ? [form.dataset.onward] : [])].join(" ");
    say(said, { first: figure(first + 1), last: figure(end + 1), all: figure(there.length), next: next?.id });
    piece.textContent = shown.textContent;
    return new Set(there.slice(first, end + 1).map((row) => row.chunk));
  }
  function fromPaper() {
    piece.textContent = "";
    for (const chunk of chunks) chunk.body.classList.remove("unprinted");
    for (const table of tables) table.element.classList.remove("unprinted");
  }

  // --- what people do -----------------------------------------------------------------------------------------------

  const search = form.elements.words;
  let typing = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(typing);
    const name = event.target.name;
    if (name === "words") main.ariaBusy = "true", typing = setTimeout(filter, 150);
    else if (name === "colours") colour(event.target.value);
    else if (name === "column") chooseColumns(), filter();
    else if (name !== "place") filter();
  });
  form.addEventListener("reset", () => setTimeout(() => { chooseColumns(); colour(recalled("colours")); filter(); }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.elements.place.value) goTo(form.elements.place.value);
    else findNext(1);
  });
  async function findNext(direction) {
    clearTimeout(typing);
    await filter();
    step(direction, isFound);
  }
  form.addEventListener("keydown", async (event) => {
    if (event.key === "Enter" && event.target === search) {
      event.preventDefault();
      await findNext(event.shiftKey ? -1 : 1);
      search.focus({ preventScroll: true });
    }
    if (event.key === "Escape" && event.target.matches("input")) {
      if (event.target.value && event.target.type !== "checkbox") {
        event.target.value = "";
        if (event.target === search) filter();
      } else event.target.blur();
      event.preventDefault();
    }
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || button.type !== "button") return;
    if (button.value === "help") help.showModal();
    else if (button.value === "next") step(1, isOpen);
    else if (button.value === "previous") step(-1, isOpen);
    else {
      move(Number(button.parentElement.dataset.column), button.value === "sooner" ? -1 : 1);
      button.focus();
    }
  });

  // On other keyboards the same key gives another letter: then its place counts.
  const PLACES = { KeyJ: "j", KeyK: "k", KeyN: "n", KeyP: "p", KeyG: "g", Slash: "/" };
  const latin = (event) => (/^[\x21-\x7e]$/.test(event.key) || event.key.length > 1 ? event.key
    : event.code === "Slash" && event.shiftKey ? "?" : PLACES[event.code]);
  const keys = help.querySelector("[name=keys]");
  help.querySelector("button").addEventListener("click", () => help.close());
  const ACTIONS = {
    "/": () => search.select(), g: () => form.elements.place.select(), "?": () => help.showModal(),
    j: () => step(1), k: () => step(-1), n: () => step(1, isOpen), p: () => step(-1, isOpen),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open) return;
    if (event.target.closest("input, select, textarea, .scroller")) return;
    const key = latin(event);
    const isRow = rowOf.has(event.target);
    if (isRow && key === "ArrowDown") step(1);
    else if (isRow && key === "ArrowUp") step(-1);
    else if (key === "." && event.code === "Slash" && keys.checked) ACTIONS["/"]();
    else if (keys.checked && ACTIONS[key]) ACTIONS[key]();
    else return;
    event.preventDefault();
  });

  main.addEventListener("click", (event) => {
    const link = event.target.closest("a[role=doc-noteref]");
    const row = link && rowAt(link.hash.slice(1));
    if (row) {
      event.preventDefault();
      row.isPinned = row.mode !== "open";
      fold(row.chunk);
      if (row.isPinned) say(`${row.label}: ${textOf(row)}`);
    } else if (!event.target.closest("a") && !String(getSelection())) {
      const clicked = rowWith(event.target);
      if (clicked && clicked !== current) mark(clicked);
    }
  });
  const textOf = (row) => [...textNodes(cellOf(row, visible[0]))].map((node) => node.data).join("").trim();
  main.addEventListener("beforematch", (event) => {
    const row = rowOf.get(event.target);
    if (row) row.isPinned = true, row.mode = row.set = "open";
  });

  const recalled = (name) => { try { return localStorage.getItem(`assembler-${name}`) ?? ""; } catch { return ""; } };
  const keep = (name, value) => { try { localStorage.setItem(`assembler-${name}`, value); } catch { /* forbidden */ } };
  function colour(value) {
    root.style.colorScheme = value;
    form.elements.colours.value = value;
    keep("colours", value);
  }
  keys.checked = recalled("keys") !== "off";
  keys.addEventListener("change", () => keep("keys", keys.checked ? "" : "off"));
  addEventListener("hashchange", followAddress);
  addEventListener("beforeprint", toPaper);
  addEventListener("afterprint", fromPaper);

  // --- the beginning ------------------------------------------------------------------------------------------------

  // The browser says what it lays out. Bodies in a table that it does not lay out are not spoken of.
  main.addEventListener("contentvisibilityautostatechange", ({ target, skipped }) => {
    const table = tableOf.get(target);
    if (table) table.chunks.forEach(skipped ? leave : comeLater);
    else if (chunkOf.has(target)) (skipped ? leave : come)(chunkOf.get(target));
    if (table && skipped) foldTable(table);
  }, true);
  const leave = (chunk) => near.delete(chunk);
  // A height that is known once is kept when the body is out of sight again.
  function come(chunk) {
    near.add(chunk);
    build(chunk);
    drawn().then(() => { if (!chunk.isOut && near.has(chunk)) setHeight(chunk, chunk.body.offsetHeight); });
    if (wanted.pattern) paint();
  }
  const comeLater = (chunk) => drawn().then(() => {
    if (!near.has(chunk) && chunk.body.checkVisibility({ contentVisibilityAuto: true })) come(chunk);
  });

  const always = () => true;
  async function begin() {
    for (const table of main.querySelectorAll(":scope > table")) take(table);
    chunks.forEach(comeLater);
    await each([...main.querySelectorAll(":scope > noscript")], read, always);
    alikeRows = Map.groupBy(rows, (row) => row.letters);
    form.hidden = false;
    chooseColumns();
    await filter();
    followAddress();
    await each(chunks, build, always);
    main.dataset.whole = "";
    await each(rows, textsOf, always);
  }
  form.querySelector(".more").open = matchMedia("(width >= 48rem) and (height >= 40rem)").matches;
  new ResizeObserver(() => root.style.setProperty("--bar", `${form.offsetHeight}px`)).observe(form);
  colour(recalled("colours"));
  begin();
})();
