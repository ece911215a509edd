// Lists that can be put in order: by dragging the grip, or by Space and arrows on it.
"use strict";

const words = $("[data-lifted]").dataset;
const itemOf = (el) => el.closest("[data-order] > li");
const listOf = (item) => item.parentElement;
const placeOf = (item) => [...listOf(item).children].indexOf(item);
const phrase = (name, item) => words[name]
  .replace("%s", item.dataset.name)
  .replace("%i", placeOf(item) + 1)
  .replace("%n", listOf(item).children.length);

let held = null;
function lift(grip) {
  const item = itemOf(grip);
  held = { grip, item, from: placeOf(item) };
  item.classList.add("is-lifted");
  announce(phrase("lifted", item));
}
// The others move around it: so it keeps the focus and the pointer.
function putAt(item, place) {
  while (placeOf(item) > place) item.after(item.previousElementSibling);
  while (placeOf(item) < place && item.nextElementSibling) item.before(item.nextElementSibling);
}
function letGo() {
  const { item } = held;
  item.classList.remove("is-lifted");
  // Unasked, Chromium leaves an empty style, which htmx may not copy under our CSP.
  if (item.hasAttribute("style")) item.removeAttribute("style");
}
function putBack() {
  if (!held) return;
  letGo();
  putAt(held.item, held.from);
  announce(words.putBack);
  held = null;
}
function drop() {
  const { item, from, grip } = held;
  const list = listOf(item);
  const { order, seen, piece } = list.dataset;
  const place = placeOf(item);
  letGo();
  announce(phrase("dropped", item));
  held = null;
  grip.focus({ preventScroll: true });
  if (place === from) return;
  const undo = () => putAt(item, from);
  list.addEventListener("htmx:responseError", undo);
  list.addEventListener("htmx:sendError", undo);
  htmx.ajax("POST", order, {
    source: list, target: `#${piece}`, swap: "outerHTML", values: { item: from, place, seen },
  }).then(() => {
    if (document.activeElement !== document.body) return;
    const now = $(`[data-order="${order}"]`);
    $(".grip", now?.children[place])?.focus({ preventScroll: true });
  }).catch(() => {}); // htmx:sendError has said it
}

// By hand. The item follows; the others make room where its place would be.
function follow(x, y, grab) {
  const { item } = held;
  const isRow = listOf(item).dataset.axis === "x";
  const under = document.elementFromPoint(x, y);
  const other = under && itemOf(under);
  if (other && other !== item && listOf(other) === listOf(item)) {
    const box = other.getBoundingClientRect();
    const isAfter = isRow ? x > box.left + box.width / 2 : y > box.top + box.height / 2;
    const isBehind = placeOf(other) > placeOf(item);
    putAt(item, placeOf(other) + isAfter - isBehind);
  }
  item.style.translate = "none";
  const box = item.getBoundingClientRect();
  item.style.translate = `${isRow ? x - grab.x - box.left : 0}px ${y - grab.y - box.top}px`;
}
function scrollAtEdge(y) {
  const edge = 72;
  const step = y < edge ? y - edge : Math.max(0, y - innerHeight + edge);
  if (step) scrollBy(0, step / 4);
}
document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest("[data-order] .grip");
  if (!grip || held || event.button) return;
  event.preventDefault();
  grip.focus({ preventScroll: true });
  grip.setPointerCapture(event.pointerId);
  const box = itemOf(grip).getBoundingClientRect();
  const start = { x: event.clientX, y: event.clientY };
  const grab = { x: start.x - box.left, y: start.y - box.top };
  let last = null;
  const step = () => {
    if (!held || !last) return;
    scrollAtEdge(last.y);
    follow(last.x, last.y, grab);
    requestAnimationFrame(step);
  };
  const move = ({ clientX: x, clientY: y }) => {
    if (!held && Math.hypot(x - start.x, y - start.y) < 6) return;
    const isFirst = !held;
    if (isFirst) lift(grip);
    last = { x, y };
    if (isFirst) requestAnimationFrame(step);
  };
  const end = ({ type }) => {
    grip.removeEventListener("pointermove", move);
    grip.removeEventListener("pointerup", end);
    grip.removeEventListener("pointercancel", end);
    if (!held) return;
    if (type === "pointerup") {
      follow(last.x, last.y, grab);
      drop();
    } else putBack();
    last = null;
  };
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", end);
  grip.addEventListener("pointercancel", end);
});

// By keyboard.
const steps = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };
document.addEventListener("keydown", (event) => {
  const grip = event.target.closest?.("[data-order] .grip");
  if (!grip) return;
  const step = steps[event.key];
  if ([" ", "Enter"].includes(event.key)) {
    if (held) drop();
    else lift(grip);
  } else if (held && event.key === "Escape") {
    putBack();
    grip.focus();
  } else if (held && step) {
    const { item } = held;
    putAt(item, Math.max(0, placeOf(item) + step));
    item.scrollIntoView({ block: "nearest" });
    announce(phrase("place", item));
  } else return;
  event.preventDefault();
});
document.addEventListener("focusout", ({ target }) => {
  if (held && target === held.grip && !held.item.style.translate) putBack();
});

// After a form did its work, the focus goes to what it was about.
document.addEventListener("resume-changed", ({ detail }) => {
  if (detail.focus) document.getElementById(detail.focus)?.focus({ preventScroll: true });
});
