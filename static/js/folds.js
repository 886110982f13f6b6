// What a citizen unfolded stays unfolded when the page is drawn anew; a menu closes as menus do.
export function keepFolds() {
  const open = new Set();
  document.addEventListener("toggle", event => {
    const fold = event.target;
    if (!fold.isConnected || !fold.id || !fold.matches("details")) return;
    if (fold.open) open.add(fold.id); else open.delete(fold.id);
  }, true);
  // The event above comes a moment after the press; a page drawn anew in between must know of it already.
  document.addEventListener("click", event => {
    const fold = event.target.closest("summary")?.parentElement;
    if (!fold?.id || event.defaultPrevented) return;
    if (fold.open) open.delete(fold.id); else open.add(fold.id);
  }, true);

  function closeMenus(except) {
    for (const menu of document.querySelectorAll("details[data-menu][open]")) {
      if (!except || !menu.contains(except)) menu.open = false;
    }
  }
  document.addEventListener("click", event => closeMenus(event.target));
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    const menu = event.target.closest("details[data-menu][open]");
    closeMenus();
    if (menu) menu.querySelector("summary").focus();
  });

  return () => {
    for (const name of open) {
      const fold = document.getElementById(name);
      if (fold && !fold.open) fold.open = true;
    }
  };
}
