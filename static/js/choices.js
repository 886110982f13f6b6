// A choice about a step in a row goes to the session by the keeper, which has the line to it.
export function handOnChoices() {
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-choice]");
    if (button && window.portalTell) window.portalTell("chosen", { step: button.dataset.step, choice: button.dataset.choice });
  });
}
