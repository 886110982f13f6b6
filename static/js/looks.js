// Simpler, larger, more contrast: switches of this tab, kept in the tab.
const PLACE = "mijn-overzicht-look";
const LOOKS = ["simple", "large", "contrast"];

function read() {
  try { return (sessionStorage.getItem(PLACE) || "").split(" ").filter(one => LOOKS.includes(one)); } catch { return []; }
}

function write(chosen) {
  try { sessionStorage.setItem(PLACE, chosen.join(" ")); } catch { /* it holds until a reload then */ }
}

export function keepLooks() {
  let chosen = read();
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-look]");
    if (!button) return;
    const look = button.dataset.look;
    chosen = chosen.includes(look) ? chosen.filter(one => one !== look) : [...chosen, look];
    write(chosen);
    show();
  });
  function show() {
    for (const look of LOOKS) {
      const isOn = chosen.includes(look);
      if (document.documentElement.hasAttribute(`data-${look}`) !== isOn) document.documentElement.toggleAttribute(`data-${look}`, isOn);
      for (const button of document.querySelectorAll(`[data-look=${look}]`)) {
        if (button.getAttribute("aria-pressed") !== String(isOn)) button.setAttribute("aria-pressed", String(isOn));
      }
    }
  }
  show();
  return show;
}
