// Keeps this tab's answers in the tab itself, and gives them back to a new session.
const PLACE = "mijn-overzicht";

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

function announce(text) {
  let region = document.getElementById("portal-status");
  if (!region) {
    region = document.createElement("div");
    region.id = "portal-status";
    region.className = "sr-only";
    region.setAttribute("role", "status");
    document.body.appendChild(region);
  }
  if (region.textContent !== text) region.textContent = text;
}

function moveToTop(page) {
  if (window.portalPage === undefined || window.portalPage === page) { window.portalPage = page; return; }
  window.portalPage = page;
  requestAnimationFrame(() => {
    const main = document.querySelector("[data-testid=stMain]") || document.querySelector("section");
    if (main) main.scrollTo(0, 0);
    const heading = document.querySelector("h1");
    if (heading) { heading.tabIndex = -1; heading.focus({ preventScroll: true }); }
  });
}

export default function (component) {
  const { data, setTriggerValue } = component;
  speak(data.language, data.direction);
  announce(data.announcement);
  if (data.restored) { moveToTop(data.place); write(data.kept); return; }
  if (window.portalTab === data.tab) return;
  window.portalTab = data.tab;
  setTriggerValue("restored", { tab: data.tab, kept: read() });
}
