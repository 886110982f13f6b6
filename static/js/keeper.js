// Keeps this tab's answers in the tab itself, gives them back to a new session, and says what changed.
const PLACE = "mijn-overzicht";
const PATIENCE = 4000;

function read() {
  try { return window.sessionStorage.getItem(PLACE) || ""; } catch { return ""; }
}

function write(kept) {
  try {
    if (kept) window.sessionStorage.setItem(PLACE, kept);
    else window.sessionStorage.removeItem(PLACE);
  } catch { /* a browser that keeps nothing still shows everything */ }
}

function speak(language, direction) {
  const page = document.documentElement;
  if (page.lang !== language) page.lang = language;
  if (page.dir !== direction) page.dir = direction;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `language=${language}; Path=/; SameSite=Lax${secure}`;
}

// The region is there before its text: what is put in together with its words is often not said.
function findRegion() {
  let region = document.getElementById("portal-status");
  if (!region) {
    region = document.createElement("div");
    region.id = "portal-status";
    region.className = "sr-only";
    region.setAttribute("role", "status");
    (document.querySelector("main") || document.body).appendChild(region);
  }
  return region;
}

// Streamlit draws piece by piece: only a page that stands still has the place to move to.
function whenStill(act) {
  const until = performance.now() + PATIENCE;
  const look = () => {
    const isStill = document.querySelector("[data-test-script-state=notRunning]");
    if (isStill || performance.now() > until) act(); else setTimeout(look, 40);
  };
  setTimeout(look, 60);
}

function focusOn(element) {
  if (!element) return;
  if (!element.matches("a, button, input, select, summary")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

function moveToTop(place) {
  if (window.portalPage === undefined || window.portalPage === place) { window.portalPage = place; return; }
  window.portalPage = place;
  whenStill(() => {
    const main = document.querySelector("[data-testid=stMain]");
    if (main) main.scrollTo(0, 0);
    focusOn(document.querySelector("main h1"));
  });
}

function sayChange(change) {
  const region = findRegion();
  if (!change.moment || window.portalMoment === change.moment) return;
  window.portalMoment = change.moment;
  region.textContent = "";
  whenStill(() => {
    region.textContent = change.text;
    const wanted = change.focus && (document.getElementById(change.focus) || document.querySelector(`.st-key-${CSS.escape(change.focus)} button`));
    const isLost = !document.activeElement || document.activeElement === document.body || document.activeElement.id === "stMain";
    if (wanted) focusOn(wanted); else if (isLost) focusOn(document.querySelector("main h1"));
  });
}

// A code from the sheet comes after the # of the address: servers and their logs never see that part.
function handOnCode(setTriggerValue) {
  const code = location.pathname === "/code" ? decodeURIComponent(location.hash.slice(1)) : "";
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  setTriggerValue("code", code);
}

export default function (component) {
  const { data: [data], setTriggerValue } = component;
  window.portalTell = setTriggerValue;
  window.portalDesk = data.desk;
  document.dispatchEvent(new Event("portal-desk"));
  for (const wish of (window.portalWishes || []).splice(0)) setTriggerValue("wish", wish);
  speak(data.language, data.direction);
  sayChange(data.change);
  handOnCode(setTriggerValue);
  if (data.restored) { moveToTop(data.place); write(data.kept); }
  else if (window.portalTab !== data.tab) {
    window.portalTab = data.tab;
    setTriggerValue("restored", { tab: data.tab, kept: read() });
  }
  // What is told to a keeper that is gone is heard by nobody: it waits for the next one.
  return () => { if (window.portalTell === setTriggerValue) window.portalTell = undefined; };
}
