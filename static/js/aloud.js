// Read aloud with the voices of this device itself: nothing goes over the network.
const PLACE = "mijn-overzicht-speed";
const SPEEDS = { slow: 0.75, normal: 1, fast: 1.3 };
const SILENT = "script, style, [aria-hidden=true], [hidden], .aloud, button, select, form, .tools";

function findVoice(language) {
  const voices = window.speechSynthesis ? window.speechSynthesis.getVoices() : [];
  const own = voices.filter(voice => voice.lang.toLowerCase().split(/[-_]/)[0] === language);
  return own.find(voice => voice.localService && voice.default) || own.find(voice => voice.localService);
}

function isSeen(element) {
  const folded = element.closest("details:not([open])");
  return !(folded && !element.closest("summary")) && !element.closest(SILENT);
}

// Pieces of one language each, in reading order: a Dutch name is said by a Dutch voice where there is one.
export function splitText(place) {
  const pieces = [];
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  let block = null;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || !isSeen(text.parentElement)) continue;
    const language = (text.parentElement.closest("[lang]") || document.documentElement).lang.split("-")[0];
    const own = text.parentElement.closest("p, li, h1, h2, h3, h4, summary, dt, dd, div");
    const last = pieces[pieces.length - 1];
    if (last && last.language === language && own === block) last.text += text.data;
    else pieces.push({ text: text.data, language });
    block = own;
  }
  return pieces.map(piece => ({ ...piece, text: piece.text.replace(/\s+/g, " ").trim() })).filter(piece => piece.text);
}

function readSpeed() {
  try { return sessionStorage.getItem(PLACE) || "normal"; } catch { return "normal"; }
}

export function readAloud() {
  const page = document.documentElement;
  if (!window.speechSynthesis) return () => {};
  let speed = readSpeed();

  function stop() {
    window.speechSynthesis.cancel();
    page.toggleAttribute("data-speaking", false);
  }

  function start(place) {
    stop();
    const pieces = splitText(place);
    const fallback = findVoice(page.lang);
    pieces.forEach((piece, number) => {
      const utterance = new SpeechSynthesisUtterance(piece.text);
      utterance.voice = findVoice(piece.language) || fallback;
      utterance.lang = utterance.voice.lang;
      utterance.rate = SPEEDS[speed] || 1;
      if (number === pieces.length - 1) utterance.onend = () => page.toggleAttribute("data-speaking", false);
      window.speechSynthesis.speak(utterance);
    });
    page.toggleAttribute("data-speaking", pieces.length > 0);
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-aloud]");
    if (!button) return;
    const wish = button.dataset.aloud;
    if (wish === "stop") stop();
    else if (wish in SPEEDS) {
      speed = wish;
      try { sessionStorage.setItem(PLACE, wish); } catch { /* it holds until a reload then */ }
      show();
    } else start(document.getElementById(wish) || document.querySelector("main"));
  });
  window.addEventListener("pagehide", stop);

  function show() {
    const hasVoice = Boolean(findVoice(page.lang));
    if (page.hasAttribute("data-voice") !== hasVoice) page.toggleAttribute("data-voice", hasVoice);
    for (const button of document.querySelectorAll("[data-aloud=slow], [data-aloud=normal], [data-aloud=fast]")) {
      const isOn = String(button.dataset.aloud === speed);
      if (button.getAttribute("aria-pressed") !== isOn) button.setAttribute("aria-pressed", isOn);
    }
  }
  window.speechSynthesis.addEventListener("voiceschanged", show);
  return show;
}
