// "Done" stands under every step; who hears the page instead of seeing it hears which step it is.
export function nameButtons() {
  return () => {
    // An opened menu hangs outside the page's landmarks; a name makes it one of its own.
    for (const menu of document.querySelectorAll("body > * [role=menu]")) {
      let place = menu;
      while (place.parentElement !== document.body) place = place.parentElement;
      if (place.id !== "root" && !place.hasAttribute("role")) {
        place.setAttribute("role", "region");
        place.setAttribute("aria-label", menu.getAttribute("aria-label") || "");
      }
    }
    for (const title of document.querySelectorAll("[id^=title-]")) {
      const place = title.closest("[class*=st-key-card-]");
      if (!place) continue;
      for (const button of place.querySelectorAll(".stButton button, [data-testid=stMenuButton] button")) {
        const name = `${button.textContent.replace(/expand_\w+/, "").trim()}: ${title.textContent.trim()}`;
        if (button.getAttribute("aria-label") !== name) button.setAttribute("aria-label", name);
      }
    }
  };
}
