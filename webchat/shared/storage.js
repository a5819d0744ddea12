/**
 * localStorage that never throws: where the browser refuses it (blocked, full, private), values live as long as the page.
 */

/** @type {Map<string, string>} */
const fallback = new Map();

/**
 * @param {string} key
 * @returns {unknown} what was stored as JSON, undefined for none or for something unreadable
 */
export function load(key) {
  try {
    // what did not fit is newer than what is stored
    const text = fallback.get(key) ?? localStorage.getItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} key
 * @param {unknown} value undefined removes it
 */
export function save(key, value) {
  fallback.delete(key);
  try {
    if (value === undefined) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify(value));
    }
  } catch {
    if (value !== undefined) {
      fallback.set(key, JSON.stringify(value));
    }
  }
}

/**
 * The keys that begin so, in no order.
 *
 * @param {string} prefix
 */
export function keys(prefix) {
  const found = [...fallback.keys()];
  try {
    found.push(...Object.keys(localStorage));
  } catch {
    // blocked: what the page itself keeps is all there is
  }
  return found.filter((key) => key.startsWith(prefix));
}
