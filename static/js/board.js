// Moving cards: by dragging the grip, by keyboard on the grip, by the menu, by 1–5.
"use strict";

const board = $("#board");
// What is moved here, which of its fields by, and where that is said.
const { path = "/applications/", field = "status", item = "application" } = board?.dataset ?? {};
const columns = () => $$(".column");
const nameOf = (column) => $("h2", column).textContent;
const cardOf = (el) => el.closest(".card");

// Moves. The card waits, pale, for the answer, which draws it where it then belongs.
function post(card, verb, values = {}) {
  const { id, version } = card.dataset;
  card.classList.add("is-moving");
  return htmx.ajax("POST", `${path}${id}/${verb}/`, {
    source: board, target: board, swap: "none", values: { version, origin: "board", ...values },
  }).catch(() => {}); // htmx:sendError has said it
}
const stay = () => $$(".is-moving").forEach((card) => card.classList.remove("is-moving"));
document.addEventListener("htmx:responseError", stay);
document.addEventListener("htmx:sendError", stay);

function moveTo(card, status) {
  if (card.dataset.status === status && status !== "closed") return;
  if (status === "closed") return askWhy(card);
  const title = $(".card-title", card).textContent;
  const id = card.dataset.id;
  post(card, field, { [field]: status }).then(() => {
    const grip = $(`#${item}-${id} .grip`);
    // The focus goes with its card, unless the person has gone on to another.
    if (document.activeElement === document.body) grip?.focus({ preventScroll: true });
    if (grip) announce(`${title}: ${nameOf(grip.closest(".column"))}`);
  });
}

// Closing asks how it ended.
const closing = $("#close-dialog");
let asksFor = null;
function askWhy(card) {
  asksFor = card;
  $("form", closing).reset();
  $("[data-about]", closing).textContent = $(".card-title", card).textContent;
  closing.showModal();
}
closing && $("form", closing).addEventListener("submit", (event) => {
  event.preventDefault();
  const { closed_reason, rejection_reason } = Object.fromEntries(new FormData(event.target));
  post(asksFor, "status", { status: "closed", closed_reason, rejection_reason });
  closing.close();
});

// The menu of a card: one for all, opened under the button that was pressed.
const menu = $("#card-menu");
let menuFor = null;
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-menu]");
  if (button && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    menuFor = cardOf(button);
    $("[data-open]", menu).href = $(".card-title", menuFor).href;
    for (const choice of $$("button[value]", menu)) {
      choice.toggleAttribute("aria-current", choice.value === menuFor.dataset.status);
    }
    menu.showPopover({ source: button });
    $("a", menu).focus();
  }
  const choice = event.target.closest("#card-menu button");
  if (!choice) return;
  menu.hidePopover();
  if (choice.value) moveTo(menuFor, choice.value);
  else post(menuFor, choice.dataset.verb);
});
menu?.addEventListener("keydown", (event) => {
  const items = $$("a, button", menu);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
});
document.addEventListener("keydown", (event) => {
  const card = document.activeElement && cardOf(document.activeElement);
  const column = columns()[Number(event.key) - 1];
  const isOff = document.body.dataset.shortcuts === "off" || event.ctrlKey || event.metaKey || event.altKey;
  if (isOff || !column) return;
  if (menu.matches(":popover-open")) {
    menu.hidePopover();
    moveTo(menuFor, column.id);
  } else if (card && !$("dialog[open]")) moveTo(card, column.id);
});

// Lifting a card: press the grip and drag, or press Space, choose with the arrows, press again.
let lifted = null;
const aim = (column) => columns().forEach((el) => el.classList.toggle("is-target", el === column && el !== lifted?.from));
function lift(grip) {
  const card = cardOf(grip);
  lifted = { grip, card, from: card.closest(".column"), to: card.closest(".column") };
  card.classList.add("is-lifted");
}
function float(card) {
  const { left, top, width, height } = card.getBoundingClientRect();
  card.parentElement.style.minBlockSize = `${height}px`;
  Object.assign(card.style, { position: "fixed", left: `${left}px`, top: `${top}px`, width: `${width}px` });
}
// At the edge the next column comes into view, one at a time.
let turned = 0;
function turnPage(x) {
  const { left, right } = board.getBoundingClientRect();
  const step = x > right - 36 ? 1 : x < left + 36 ? -1 : 0;
  if (!step || performance.now() - turned < 700) return;
  turned = performance.now();
  board.scrollBy({ left: step * columns()[0].offsetWidth, behavior: "smooth" });
}
function drop(to) {
  const { card, from } = lifted;
  card.classList.remove("is-lifted");
  card.removeAttribute("style");
  card.parentElement.removeAttribute("style");
  aim(null);
  lifted = null;
  if (to && to !== from) moveTo(card, to.id);
  else announce(board.dataset.putBack);
}
board?.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest(".grip");
  if (!grip || lifted || event.button) return;
  grip.setPointerCapture(event.pointerId);
  const start = [event.clientX, event.clientY];
  const move = ({ clientX: x, clientY: y }) => {
    if (!lifted && Math.hypot(x - start[0], y - start[1]) > 6) {
      lift(grip);
      float(lifted.card);
    }
    if (!lifted) return;
    lifted.card.style.translate = `${x - start[0]}px ${y - start[1]}px`;
    lifted.to = document.elementFromPoint(x, y)?.closest(".column");
    aim(lifted.to);
    turnPage(x);
  };
  const end = ({ type }) => {
    grip.removeEventListener("pointermove", move);
    grip.removeEventListener("pointerup", end);
    grip.removeEventListener("pointercancel", end);
    if (lifted) drop(type === "pointerup" && lifted.to);
  };
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", end);
  grip.addEventListener("pointercancel", end);
});
board?.addEventListener("keydown", (event) => {
  const grip = event.target.closest(".grip");
  if (!grip) return;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if ([" ", "Enter"].includes(event.key)) {
    if (lifted) drop(lifted.to);
    else {
      lift(grip);
      announce(board.dataset.lifted.replace("%s", nameOf(lifted.from)));
    }
  } else if (lifted && event.key === "Escape") {
    drop(null);
    announce(board.dataset.putBack);
  } else if (lifted && step) {
    const all = columns();
    lifted.to = all[all.indexOf(lifted.to) + step] ?? lifted.to;
    aim(lifted.to);
    lifted.to.scrollIntoView({ block: "nearest", inline: "start" });
    announce(nameOf(lifted.to));
  } else return;
  event.preventDefault();
});
board?.addEventListener("focusout", (event) => {
  if (lifted && event.target === lifted.grip && !lifted.card.style.position) drop(null);
});

// More cards: tell how many are here, since some have come and gone.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (!detail.elt.matches("[data-shown]")) return;
  detail.parameters.shown = $$(".card", detail.elt.closest("ol")).length;
});

// On a phone the tab of the column in view is the current one.
if (board && matchMedia("(width < 48rem)").matches) {
  const watch = new IntersectionObserver((entries) => {
    for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
      for (const tab of $$(".stage-tabs a")) {
        if (tab.hash === `#${target.id}`) tab.setAttribute("aria-current", "true");
        else tab.removeAttribute("aria-current");
      }
      $(".stage-tabs [aria-current]").scrollIntoView({ block: "nearest", inline: "center" });
    }
  }, { root: board, threshold: 0.6 });
  columns().forEach((column) => watch.observe(column));
}
