/** What the browser keeps for this page: the conversation's id and the chosen language. Where storage is blocked, as long as the page is open. */

/** @type {Map<string, string>} */
const whileOpen = new Map();

/**
 * What is kept under a name.
 * @param {string} name
 * @returns {string | undefined}
 */
export function recall(name) {
  try {
    return localStorage.getItem(name) ?? whileOpen.get(name);
  } catch {
    return whileOpen.get(name);
  }
}

/**
 * Keeps a value under a name.
 * @param {string} name
 * @param {string} value
 */
export function keep(name, value) {
  whileOpen.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    return; // storage is full or blocked: the value lives as long as the page does
  }
}

/**
 * A new id nobody can guess: 128 random bits in base64url, 22 characters.
 * @returns {string}
 */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
