// Makes the pages livelier where scripts run: long lists are searched, what is under way is followed. Every page works
// without it.
"use strict";

const LONG = 10;
const words = document.currentScript.dataset;

// Long lists. The list itself stays the field that is sent; the search field beside it chooses from it.
function chosen(select) {
  return select.selectedOptions[0]?.textContent.trim() ?? "";
}

function found(select, text) {
  return [...select.options].find((option) => option.textContent.trim() === text);
}

function fitting(select, query) {
  const parts = query.trim().toLowerCase().split(/\s+/);
  const texts = [...select.options].map((option) => option.textContent.trim());
  // What is chosen now is no search: the whole list is shown.
  if (query.trim() === chosen(select)) return texts;
  return texts.filter((text) => parts.every((part) => text.toLowerCase().includes(part)));
}

function searchable(select) {
  if (select.options.length <= LONG || select.dataset.searchable) return;
  select.dataset.searchable = "true";
  const { id, ariaInvalid } = select;
  const described = select.getAttribute("aria-describedby");
  const container = select.parentElement;
  container.classList.add("mx-combo");
  accessibleAutocomplete.enhanceSelectElement({
    selectElement: select,
    autoselect: false,
    confirmOnBlur: true,
    showAllValues: true,
    displayMenu: "overlay",
    source: (query, show) => show(fitting(select, query)),
    onConfirm: (text) => choose(select, text),
    tNoResults: () => words.none,
    tStatusNoResults: () => words.none,
    tStatusQueryTooShort: () => "",
    tStatusSelectedOption: (option, length, index) => `${option} (${index + 1}/${length})`,
    tStatusResults: (length, selected) => `${words.hits.replace("%", length)} ${selected}`,
    tAssistiveHint: () => words.hint,
  });
  const input = document.getElementById(id);
  if (described) input.setAttribute("aria-describedby", described);
  if (ariaInvalid) input.setAttribute("aria-invalid", ariaInvalid);
  input.addEventListener("blur", () => setTimeout(() => settle(select, input)));
}

function choose(select, text) {
  const option = text && found(select, text.trim());
  if (!option || option.selected) return;
  option.selected = true;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

// Text that is no line of the list is not what would be sent, so it does not stay.
function settle(select, input) {
  if (input.value.trim() === chosen(select) || document.activeElement === input) return;
  input.closest(".autocomplete__wrapper").parentElement.remove();
  select.id = input.id;
  select.style.display = "";
  delete select.dataset.searchable;
  searchable(select);
}

function printing(button) {
  button.hidden = false;
  button.onclick = () => print();
}

function enliven(root) {
  root.querySelectorAll("[data-print]").forEach(printing);
  root.querySelectorAll("[data-filter] select").forEach(searchable);
  root.querySelector(".mx-tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
}

// What is under way. Pieces of a page ask for themselves anew; only what is new in them is said aloud.
function announce(piece) {
  const status = document.querySelector("[data-live-status]");
  const text = piece.dataset.announce ?? "";
  if (status && status.textContent !== text) status.textContent = text;
}

function follow(piece) {
  announce(piece);
  if (piece.dataset.liveNext) location.replace(piece.dataset.liveNext);
  // The run is over: the page is renewed around what somebody typed, chose and opened.
  if ("liveEnd" in piece.dataset) {
    htmx.ajax("GET", location.pathname + location.search, { target: ".mx-page", select: ".mx-page", swap: "outerMorph" });
  }
}

document.addEventListener("htmx:before:response", (event) => {
  const { raw } = event.detail.ctx.response;
  // Logged out meanwhile, or no longer allowed: the whole page says so better than a piece of it can.
  if (!raw.redirected && (raw.status < 400 || raw.status >= 500)) return;
  event.preventDefault();
  location.reload();
});

document.addEventListener("htmx:after:swap", () => {
  document.querySelectorAll("[data-announce]").forEach(follow);
  enliven(document);
});

// The row of tabs scrolls on a phone: the one that has the focus is seen whole.
document.addEventListener("focusin", ({ target }) => {
  if (target.closest(".mx-tabs")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
});

// One box for all of the boxes that it names.
document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-all]")) return;
  for (const box of document.querySelectorAll(`input[name="${target.dataset.all}"]`)) box.checked = target.checked;
});

// A link to a field leads there, also where it is folded away or has become a search field.
function point(field) {
  for (let box = field; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  const inside = field.querySelector(":scope > details");
  if (inside) inside.open = true;
  if (!field.matches("input, select")) return;
  field.focus();
  field.scrollIntoView({ block: "center" });
}

// What stands behind the # may be no encoding of anything, and then it names nothing.
function pointedAt(hash) {
  try {
    return hash && document.getElementById(decodeURIComponent(hash));
  } catch {
    return null;
  }
}

function pointed() {
  const field = pointedAt(location.hash.slice(1));
  if (field && field.closest(".mice-exact")) point(field);
}

window.addEventListener("hashchange", pointed);
enliven(document);
pointed();
document.querySelectorAll("[data-announce]").forEach(follow);
