// Everything here is an addition: each page works as links and forms without it.
"use strict";

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const isTyping = (el) => el.matches?.("input:not([type=radio],[type=checkbox]), textarea, select");
const announce = (text) => { $("#announce").textContent = text; };

document.documentElement.classList.add("js");
for (const field of $$("[data-time-zone]")) {
  field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone;
}

// Dialogs. A link to a form opens the same form as a dialog; without this file it is a page.
async function openDialog(dialog, link) {
  if (link?.matches("[data-load], [data-new]")) {
    const body = $("div", dialog);
    body.replaceChildren();
    await htmx.ajax("GET", link.href, { target: body, swap: "innerHTML" }).catch(() => {});
    if (!body.children.length) return; // it said why in a message
  }
  if (!dialog.open) dialog.showModal();
  $("[autofocus], input:not([type=hidden]), textarea", dialog)?.focus();
}
document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = event.target;
  const link = target.closest("[data-dialog], [data-new]");
  const dialog = link && document.getElementById(link.dataset.dialog ?? "new-dialog");
  const here = link?.matches("[data-new]") && $("main #application-form input:not([type=hidden])");
  if (here) {
    event.preventDefault();
    here.focus();
  } else if (dialog) {
    event.preventDefault();
    openDialog(dialog, link);
  } else if (target.closest("dialog [data-cancel]")) {
    event.preventDefault();
    target.closest("dialog").close();
  } else if (target.matches("dialog[open]")) {
    const box = target.getBoundingClientRect();
    const isOutside = event.clientX < box.left || event.clientX > box.right
      || event.clientY < box.top || event.clientY > box.bottom;
    if (isOutside && !target.matches("[data-keep]")) target.close();
  }
  target.closest("[data-dismiss]")?.closest(".toast").remove();
  if (target.closest("[data-print]")) print();
  for (const drop of $$("details.drop[open]")) {
    if (!drop.contains(target)) drop.open = false;
  }
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const said = $(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(said.textContent.trim());
    $("span", button).textContent = button.dataset.copied;
    announce(button.dataset.copied);
  } catch { // not allowed, or not over https: to be copied by hand
    getSelection().selectAllChildren(said);
  }
});
document.addEventListener("change", (event) => {
  const { target } = event;
  if (target.matches("[data-submit]")) target.form.requestSubmit();
  if (target.matches("[data-check-all]")) {
    for (const box of target.form.elements[target.dataset.checkAll]) box.checked = target.checked;
  }
});
// What moved is drawn anew by the answer; a form that did its work closes.
for (const item of ["application", "company", "opportunity"]) {
  document.addEventListener(`${item}-moved`, (event) => {
    document.getElementById(`${item}-${event.detail.id}`)?.remove();
    $("dialog[open]")?.close();
  });
}

// Toasts leave when their line is spent; hovering or focusing one stops the clock (CSS).
document.addEventListener("animationend", (event) => {
  if (event.animationName === "spend") event.target.remove();
});
function say(text) {
  const toast = $("#toast-error").content.cloneNode(true);
  $("p", toast).textContent = text;
  // What lies behind an open dialog can’t be seen or heard.
  const form = $("dialog[open] form");
  if (form) form.prepend(toast);
  else $("#messages").replaceChildren(toast);
}

// A request that failed says so, and nothing typed is lost: only answers to it are swapped.
const phrases = $("#phrases")?.dataset;
document.addEventListener("htmx:responseError", ({ detail: { xhr } }) => {
  say(xhr.status === 404 ? phrases.gone : xhr.status === 503 ? phrases.busy : phrases.failed);
});
document.addEventListener("htmx:sendError", () => say(phrases.lost));
document.addEventListener("htmx:timeout", () => say(phrases.lost));

// Where a link led into a form, the field it named has the focus.
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const id = detail.requestConfig?.elt?.dataset?.focus;
  const field = id && document.getElementById(id);
  for (let el = field; el; el = el.parentElement) if (el.matches("details")) el.open = true;
  field?.focus();
  if (field) return;
  $("[aria-invalid=true]", detail.elt)?.focus();
});

// Names of companies as they are typed.
let asked = 0;
document.addEventListener("input", ({ target }) => {
  if (!target.matches("[data-company-search]")) return;
  clearTimeout(asked);
  const words = target.value.trim();
  if (words.length < 2) return;
  asked = setTimeout(async () => {
    const answer = await fetch(`/companies/search/?q=${encodeURIComponent(words)}`);
    if (answer.ok) $("#company-options", target.form).innerHTML = await answer.text();
  }, 180);
});

// Keys. Single letters can be switched off in the settings, and rest while one types.
const places = { b: "/", c: "/companies/" };
let leader = 0;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (document.body.dataset.shortcuts === "off" || $("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const isPlace = places[key] && event.timeStamp - leader < 1200;
  const open = { "?": "[data-dialog=shortcuts]", n: "[data-new]", u: ".toast form button" }[key];
  if (key === "g") leader = event.timeStamp;
  else if (isPlace) location.href = places[key];
  else if (key === "/" && $(".search input")?.checkVisibility()) $(".search input").focus();
  else if (key === "/") $("[data-dialog=filter-dialog]")?.click();
  else if (open && $(open)) $(open).click();
  else return;
  event.preventDefault();
});
