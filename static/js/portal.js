// The portal's own script, loaded by the page itself: small parts, each works without the others.
import { keepLooks } from "./looks.js";
import { readAloud } from "./aloud.js";
import { translateStreamlit } from "./words.js";
import { leaveQuickly } from "./leave.js";
import { handOnWishes } from "./wishes.js";
import { keepFolds } from "./folds.js";
import { watchSession } from "./session.js";
import { coverWhenAlone } from "./cover.js";

const parts = [translateStreamlit(), keepFolds(), keepLooks(), readAloud()];
leaveQuickly();
handOnWishes();
watchSession();
coverWhenAlone();

let isWaiting = false;
function afterChange() {
  isWaiting = false;
  for (const look of parts) look();
}
// Streamlit draws piece by piece; looking once per frame is enough.
new MutationObserver(() => {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(afterChange);
}).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributeFilter: ["lang"] });
afterChange();
