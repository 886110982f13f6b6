// Warns before a session ends, and clears the screen when it has ended, here or in another tab.
const OURS = "mijn-overzicht";
const BETWEEN_LOOKS = 60000;
const WHILE_WARNING = 4000;

// By audience: when it ends by this device's clock. Asking the server is what counts; this says when to ask.
let ends = {};
let warnBefore = 120;
let lastLook = 0;
let isLooking = false;
let dialog = null;

function findShown() {
  const place = document.querySelector("[data-session]");
  return place ? { citizens: place.dataset.citizens || "", workers: place.dataset.workers || "" } : null;
}

function clearTab() {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(OURS)) sessionStorage.removeItem(name);
  } catch { /* what cannot be kept need not be cleared */ }
}

function leave(isIdle) {
  clearTab();
  document.documentElement.hidden = true;
  window.location.replace(`/signed-out?lang=${document.documentElement.lang}${isIdle ? "&because=idle" : ""}`);
}

function wasExpected(audience) {
  return Boolean(ends[audience]) && Date.now() >= ends[audience] - 3000;
}

function take(told) {
  const shown = findShown();
  if (!shown || told.unknown) return;
  warnBefore = told.warn_at;
  for (const audience of ["citizens", "workers"]) {
    const lives = told[audience];
    if (shown[audience] && !lives) { leave(wasExpected(audience)); return; }
    if (lives && shown[audience] !== lives.mark) { window.location.reload(); return; }
  }
  const before = ends;
  ends = {};
  let first = null;
  for (const audience of ["citizens", "workers"]) {
    const lives = shown[audience] && told[audience];
    if (!lives) continue;
    ends[audience] = Date.now() + lives.seconds * 1000;
    if (!first || lives.seconds < first.seconds) first = lives;
  }
  if (first && first.seconds <= warnBefore) warn(first); else closeWarning();
  if (Object.keys(before).length === 0 && first) document.documentElement.dataset.watched = "";
}

async function ask(address, method = "GET") {
  if (isLooking) return;
  isLooking = true;
  lastLook = Date.now();
  try {
    const answer = await fetch(address, { method, cache: "no-store", headers: { Accept: "application/json" } });
    if (answer.ok) take(await answer.json());
  } catch { /* the line is away; the clock below asks again */ } finally { isLooking = false; }
}

async function warn(first) {
  if (!dialog) {
    const answer = await fetch(`/session/warning?lang=${document.documentElement.lang}`);
    if (!answer.ok) return;
    const holder = document.createElement("template");
    holder.innerHTML = await answer.text();
    if (dialog) return;
    dialog = holder.content.querySelector("dialog");
    document.body.appendChild(dialog);
    dialog.addEventListener("cancel", event => { event.preventDefault(); stay(); });
    dialog.querySelector("[data-stay]").addEventListener("click", stay);
  }
  for (const part of dialog.querySelectorAll("[data-when]")) part.hidden = (part.dataset.when === "stay") !== first.can_stay;
  dialog.querySelector("[data-stay]").hidden = !first.can_stay;
  if (!dialog.open) {
    dialog.showModal();
    (first.can_stay ? dialog.querySelector("[data-stay]") : dialog.querySelector("h2")).focus();
  }
  showLeft();
}

function closeWarning() {
  if (dialog && dialog.open) dialog.close();
}

function stay() {
  ask("/stay-signed-in", "POST");
}

function showLeft() {
  if (!dialog || !dialog.open) return;
  const soonest = Math.min(...Object.values(ends));
  const left = Math.max(0, Math.round((soonest - Date.now()) / 1000));
  dialog.querySelector("[data-left]").textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

function tick() {
  showLeft();
  // The citizen signed in once more in another tab: this one comes along, with what was typed in it.
  if (document.querySelector("[data-signed-in-again]")) { window.location.reload(); return; }
  const shown = findShown();
  if (!shown || !(shown.citizens || shown.workers)) return;
  const soonest = Math.min(...Object.values(ends), Infinity);
  const isDue = Date.now() >= soonest - warnBefore * 1000;
  const wait = dialog && dialog.open ? WHILE_WARNING : isDue ? 1000 : BETWEEN_LOOKS;
  if (Date.now() - lastLook >= wait) ask("/session");
}

export function watchSession() {
  document.addEventListener("submit", event => {
    if (event.target.matches("form[action^='/sign-out']")) clearTab();
  }, true);
  // Somebody may have signed in or out in another tab while this one was not looked at.
  document.addEventListener("visibilitychange", () => { if (!document.hidden && findShown()) ask("/session"); });
  setInterval(tick, 1000);
}
