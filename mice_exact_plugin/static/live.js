// Keeps an element marked `data-live` up to date: asks its address, puts the answer in its place, and goes on for as
// long as the answer is marked again. `data-live-next` says where to go when there is nothing left to wait for.
"use strict";

const PAUSE = 1000;
const LONGEST_PAUSE = 30000;

function announce(element) {
  const status = document.querySelector("[data-live-status]");
  const words = element.dataset.announce || "";
  if (status && status.textContent !== words) status.textContent = words;
}

async function ask(element) {
  const headers = { "X-Requested-With": "fetch", "X-CSRFToken": element.dataset.liveToken || "" };
  const method = element.dataset.liveMethod.toUpperCase();
  const answer = await fetch(element.dataset.live, { method, headers, credentials: "same-origin", redirect: "manual" });
  // Logged out meanwhile, or no longer allowed: the whole page says so better than a piece of it can.
  if (answer.type === "opaqueredirect" || (answer.status >= 400 && answer.status < 500)) location.reload();
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
}

function keep(element, pause) {
  if (element.dataset.liveNext) {
    location.replace(element.dataset.liveNext);
    return;
  }
  if (!element.dataset.live) return;
  const wait = element.dataset.liveMethod === "post" && pause === PAUSE ? 0 : pause;
  setTimeout(() => follow(element, pause), wait);
}

async function follow(element, pause) {
  let fresh;
  try {
    fresh = await ask(element);
  } catch {
    keep(element, Math.min(pause * 2, LONGEST_PAUSE));
    return;
  }
  element.replaceWith(fresh);
  announce(fresh);
  keep(fresh, PAUSE);
}

for (const element of document.querySelectorAll("[data-live], [data-live-next]")) {
  announce(element);
  keep(element, PAUSE);
}
