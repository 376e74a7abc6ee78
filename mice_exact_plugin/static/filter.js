// Gives long lists a search field. The list stays an ordinary select, so everything works without this script too.
"use strict";

const LONG = 10;
const SHOWN = 8;

function matches(option, words) {
  const text = option.textContent.toLowerCase();
  return words.every((word) => text.includes(word));
}

function searchField(container, select) {
  const search = document.createElement("input");
  search.type = "search";
  search.className = "mx-input mx-search-field";
  search.placeholder = container.dataset.filter;
  search.autocomplete = "off";
  search.setAttribute("aria-label", container.dataset.filter);
  search.setAttribute("aria-controls", select.id);
  return search;
}

function addSearch(container) {
  const select = container.querySelector("select");
  if (!select || select.options.length <= LONG) return;
  const parts = [...select.children].map((part) => ({ part, options: [...part.children] }));
  const search = searchField(container, select);
  select.before(search);

  function show() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = select.value;
    const fits = (option) => option.value === chosen || matches(option, words);
    const shown = parts.filter(({ part, options }) => (options.length ? options.some(fits) : fits(part)));
    for (const { part, options } of shown) if (options.length) part.replaceChildren(...options.filter(fits));
    select.replaceChildren(...shown.map(({ part }) => part));
    select.value = chosen;
    select.size = words.length ? Math.max(2, Math.min(SHOWN, select.options.length + shown.length)) : 0;
  }

  function close() {
    if (!search.value) return;
    search.value = "";
    show();
  }

  search.addEventListener("input", show);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    select.focus();
  });
  select.addEventListener("click", close);
  select.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && search.value) {
      event.preventDefault();
      close();
    }
  });
  container.addEventListener("focusout", (event) => {
    if (!container.contains(event.relatedTarget)) close();
  });
}

document.querySelectorAll("[data-filter]").forEach(addSearch);
