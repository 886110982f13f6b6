// Leave at once: nothing kept, this page out of the history, a page about the weather instead.
export function leaveQuickly() {
  document.addEventListener("click", event => {
    const link = event.target.closest("a[data-leave]");
    if (!link) return;
    event.preventDefault();
    try { sessionStorage.clear(); } catch { /* leaving comes first */ }
    document.documentElement.hidden = true;
    window.location.replace(link.href);
  });
}
