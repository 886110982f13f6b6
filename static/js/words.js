// Streamlit's own English words in the person's language. The list comes from the server: /words?lang=
const ATTRIBUTES = ["aria-label", "title", "placeholder"];
const PLACES = "[data-testid=stSkipToContent], [role=dialog], [data-testid=stDialog], [data-testid=stHeader], [aria-label], [title], [placeholder]";

export function translateStreamlit() {
  let words = {};
  let language = "";

  async function fetchWords(wanted) {
    language = wanted;
    try {
      const answer = await fetch(`/words?lang=${encodeURIComponent(wanted)}`);
      if (answer.ok && language === wanted) { words = await answer.json(); replaceAll(); }
    } catch { language = ""; }
  }

  // What stood there in English is kept, so that a language switch finds it again.
  const said = new WeakMap();
  function replace(node, read, write, key) {
    const kept = said.get(node) || {};
    const shown = read();
    const source = kept[key] && kept[key].said === shown ? kept[key].source : shown;
    const own = source && words[source.trim()];
    if (!own || own === shown) return;
    kept[key] = { source, said: own };
    said.set(node, kept);
    write(own);
  }

  function replaceAll() {
    for (const place of document.querySelectorAll(PLACES)) {
      if (place.closest(".stHtml")) continue;
      for (const name of ATTRIBUTES) {
        if (place.hasAttribute(name)) replace(place, () => place.getAttribute(name), own => place.setAttribute(name, own), name);
      }
      if (!place.matches("[data-testid=stSkipToContent], [role=dialog], [data-testid=stDialog]")) continue;
      const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        replace(text, () => text.data, own => { text.data = own; }, "text");
      }
    }
  }

  return () => {
    const wanted = document.documentElement.lang || "nl";
    if (wanted !== language) fetchWords(wanted);
    replaceAll();
  };
}
