// The palette: Ctrl or ⌘ and K, words, arrows, Enter. htmx asks for its lines as one types.
"use strict";

{
  const palette = $("#palette");
  const typed = $("input", palette);
  const list = $("[role=listbox]", palette);
  const lines = () => $$("[role=option]", palette);
  const chosen = () => $("[aria-selected=true]", list);
  // Whether the lines are those of other words, and whether Enter was pressed meanwhile.
  let isBehind = true;
  let enter = null;

  function choose(line) {
    chosen()?.setAttribute("aria-selected", "false");
    line?.setAttribute("aria-selected", "true");
    line?.scrollIntoView({ block: "nearest" });
    if (line) typed.setAttribute("aria-activedescendant", line.id);
    else typed.removeAttribute("aria-activedescendant");
  }
  // As a click on it would: with Ctrl or ⌘ in another tab.
  function follow(line, { ctrlKey, metaKey }) {
    if (ctrlKey || metaKey) window.open(line.href, "_blank", "noopener");
    else line.click();
  }
  function go(event) {
    const line = chosen();
    enter = null;
    if (line) follow(line, event);
    else typed.form.requestSubmit();
  }

  // Opened by its buttons (see app.js) or keys, always empty and with everything to choose from.
  function start() {
    typed.value = "";
    $(".toast", palette)?.remove();
    isBehind = true;
    enter = null;
    htmx.trigger(typed, "palette-opened");
  }
  document.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
    if (ctrlKey || metaKey || shiftKey) return;
    if (target.closest("[data-dialog=palette]")) start();
    else if (target.closest("#palette [role=option]")) palette.close();
  });
  document.addEventListener("keydown", (event) => {
    const isOurs = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isOurs || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    if (palette.open) palette.close();
    else if (!$("dialog[open]")) $("[data-dialog=palette]").click();
  });

  typed.addEventListener("input", () => { isBehind = true; });
  typed.addEventListener("keydown", (event) => {
    const all = lines();
    const at = all.indexOf(chosen());
    const last = all.length - 1;
    // Home and End stay those of the words while there are any.
    const to = {
      ArrowDown: at < last ? at + 1 : 0,
      ArrowUp: at > 0 ? at - 1 : last,
      PageDown: Math.min(at + 8, last),
      PageUp: Math.max(at - 8, 0),
      ...(typed.value ? {} : { Home: 0, End: last }),
    }[event.key];
    if (to !== undefined) choose(all[to]);
    else if (event.key !== "Enter" || event.isComposing) return;
    else if (isBehind) enter = { ctrlKey: event.ctrlKey, metaKey: event.metaKey };
    else go(event);
    event.preventDefault();
  });
  // What the pointer is on is what Enter takes: there are no two marked lines.
  list.addEventListener("pointermove", ({ target }) => {
    const line = target.closest("[role=option]");
    if (line && line !== chosen()) choose(line);
  });

  list.addEventListener("htmx:afterSwap", ({ detail }) => {
    isBehind = (detail.requestConfig.parameters.q ?? "") !== typed.value;
    const all = lines();
    choose(all[0]);
    list.scrollTop = 0;
    $("#palette-count").textContent = $("[data-count]", palette).dataset.count.replace("%n", all.length);
    if (enter && !isBehind) go(enter);
  });
  // No answer: Enter leads to the search page, which says what is wrong.
  for (const name of ["htmx:responseError", "htmx:sendError"]) {
    typed.addEventListener(name, () => {
      list.replaceChildren();
      $("#palette-count").textContent = "";
      choose(null);
      isBehind = false;
      if (enter) go(enter);
    });
  }

  if (/Mac|iP(hone|ad)/.test(navigator.platform)) {
    for (const key of $$("[data-palette-key]")) key.textContent = "⌘ K";
  }
}
