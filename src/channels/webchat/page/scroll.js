/** Keeps what was just said in view. */

const footer = /** @type {HTMLElement} */ (document.querySelector(".bottom"));

/**
 * Scrolls so that new messages are read from their beginning: whole where they fit, else from the top of the first.
 * @param {HTMLElement[]} said
 */
export function readFromStart(said) {
  const [first] = said;
  const last = said.at(-1);
  if (!first || !last) return;
  const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
  const fits = height < innerHeight - footer.offsetHeight - 100;
  if (fits) last.scrollIntoView({ block: "end" });
  else first.scrollIntoView({ block: "start" });
}

/** The field grows and the notice of a lost network comes and goes at the foot of the page: what is scrolled to stays above them. */
export function makeRoom() {
  const covers = getComputedStyle(footer).position === "sticky";
  document.documentElement.style.scrollPaddingBottom = covers ? `${footer.offsetHeight + 12}px` : "";
}

new ResizeObserver(makeRoom).observe(footer);
