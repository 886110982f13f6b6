// A screen at a counter: empty at once when asked, covered after two minutes alone, ended after fifteen.
// The server does the same by its own clock; this script is for the seconds in between.
const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart", "scroll"];
const COVERED = "screen-covered";

let coverTimer = 0;
let endTimer = 0;
let isAsked = false;

function hide() {
  isAsked = true;
  document.documentElement.classList.add(COVERED);
}

function tell(name) {
  if (window.portalTell) window.portalTell("wish", { name, of: "" });
}

function beginAgain() {
  clearTimeout(coverTimer);
  clearTimeout(endTimer);
  const desk = window.portalDesk;
  if (!desk) return;
  if (!desk.covered) coverTimer = setTimeout(() => { hide(); tell("cover"); }, desk.coverAfter * 1000);
  endTimer = setTimeout(() => { hide(); tell("leave_alone"); }, desk.endAfter * 1000);
}

// What the server drew may be shown once it knows that the screen is covered, or that nobody works here.
function follow() {
  const desk = window.portalDesk;
  if (desk && desk.covered) isAsked = false;
  if (!desk || !isAsked) document.documentElement.classList.remove(COVERED);
  if (!desk) isAsked = false;
  // A covered screen does not live longer because it was drawn.
  if (!desk || !desk.covered) beginAgain();
}

export function coverWhenAlone() {
  document.addEventListener("portal-desk", follow);
  for (const sign of SIGNS) {
    document.addEventListener(sign, () => {
      if (window.portalDesk && !window.portalDesk.covered && !isAsked) beginAgain();
    }, { passive: true, capture: true });
  }
  document.addEventListener("click", event => {
    if (event.target.closest("[data-wish=cover]")) hide();
  }, true);
}
