/**
 * Style sheets for shadow roots. They are fetched as text and adopted, which a page's Content-Security-Policy allows
 * wherever it allows the connection to Deskbell.
 */

/** @type {Map<string, Promise<CSSStyleSheet>>} */
const sheets = new Map();

/**
 * The sheet at an address; fetched once, and again only after a failure.
 *
 * @param {URL} address
 * @returns {Promise<CSSStyleSheet>}
 */
export function sheet(address) {
  const known = sheets.get(address.href) ?? fetched(address);
  sheets.set(address.href, known);
  known.catch(() => sheets.delete(address.href));
  return known;
}

/** @param {URL} address */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address.href} answered ${answer.status}`);
  }
  return new CSSStyleSheet().replace(await answer.text());
}
