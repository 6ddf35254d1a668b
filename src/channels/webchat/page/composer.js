/** Where the citizen writes: one line that grows; Enter sends, Shift+Enter begins a new line. */

const form = /** @type {HTMLFormElement} */ (document.getElementById("composer"));
const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("text"));

/** The guide reads the first 500 characters; a text pasted by mistake need not travel whole. */
const longest = 10_000;

/**
 * Listens for what she writes. The focus stays in the field.
 * @param {(text: string) => void} wrote
 */
export function listen(wrote) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim().slice(0, longest);
    if (text === "") return;
    field.value = "";
    grow();
    wrote(text);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  field.addEventListener("input", grow);
  if (matchMedia("(hover: hover) and (pointer: fine)").matches) field.focus();
}

/**
 * Vietnamese input methods finish a word with Enter; that key is theirs. Safari tells it by the code 229 only.
 * @param {KeyboardEvent} event
 */
function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
}
