// A press on our own HTML goes to the session by the keeper, which has the line to it.
function tell(wish) {
  if (window.portalTell) window.portalTell("wish", wish);
  // The keeper is not there yet: it takes along what waits when it comes.
  else (window.portalWishes = window.portalWishes || []).push(wish);
}

const PRESSED = "[data-wish], details[id] > summary";

function name(element) {
  return element.dataset.wish ? `${element.dataset.wish} ${element.dataset.of || ""}` : element.parentNode?.id;
}

// A page drawn anew between pressing and letting go takes the pressed element away, and no click comes of it.
function hearWhatWasTakenAway() {
  let down = null;
  document.addEventListener("pointerdown", event => {
    const element = event.target.closest(PRESSED);
    down = element && { element, name: name(element) };
  });
  document.addEventListener("pointerup", event => {
    const pressed = down;
    down = null;
    if (!pressed || pressed.element.isConnected || event.button !== 0) return;
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest(PRESSED);
    if (!under || name(under) !== pressed.name) return;
    if (under.dataset.wish) tell({ name: under.dataset.wish, of: under.dataset.of || "" });
    else under.parentNode.open = !under.parentNode.open;
  });
}

export function handOnWishes() {
  hearWhatWasTakenAway();
  document.addEventListener("click", event => {
    const pressed = event.target.closest("[data-wish]");
    if (!pressed) return;
    if (pressed.matches("a") && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) return;
    event.preventDefault();
    tell({ name: pressed.dataset.wish, of: pressed.dataset.of || "" });
  });
  // A chosen file is read here and its text handed on: it is sent to no address and kept nowhere.
  document.addEventListener("change", event => {
    const choice = event.target.closest("input[data-wish-file]");
    const file = choice && choice.files[0];
    if (!file) return;
    const name = choice.dataset.wishFile;
    choice.value = "";
    if (file.size > Number(choice.dataset.largest)) tell({ name: `${name}_too_large`, of: "" });
    else file.text().then(text => tell({ name, of: text })).catch(() => tell({ name, of: "" }));
  });
}
