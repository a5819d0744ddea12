/**
 * Which colours are legible on and beside an accent that somebody else chose. Contrast as WCAG 2.2 defines it; nothing is
 * assumed about the accent.
 */

/** @typedef {[number, number, number]} Rgb 0 to 1 */

/** WCAG 2.2, 1.4.3, level AA. */
const LEGIBLE = 4.5;
const STEP = 0.04;
/** @type {Rgb} */
const WHITE = [1, 1, 1];
/** @type {Rgb} */
const NIGHT = [0.09, 0.1, 0.12];

/** @param {Rgb} colour */
function luminance(colour) {
  const [r, g, b] = colour.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/**
 * 1 to 21.
 *
 * @param {Rgb} one
 * @param {Rgb} other
 */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/**
 * The accent, moved towards black or white until it is legible as text on that ground and on a slightly tinted one.
 *
 * @param {Rgb} accent
 * @param {Rgb} ground
 */
export function legibleOn(accent, ground) {
  const pole = luminance(ground) > 0.18 ? 0 : 1;
  const strict = LEGIBLE * 1.15;
  let shade = accent;
  for (let share = 0; share <= 1 && contrast(shade, ground) < strict; share += STEP) {
    shade = /** @type {Rgb} */ (accent.map((v) => v + (pole - v) * share));
  }
  return shade;
}

/**
 * Black or white, whichever is more legible on the accent.
 *
 * @param {Rgb} accent
 * @returns {Rgb}
 */
export function textOn(accent) {
  return contrast(accent, WHITE) >= LEGIBLE ? WHITE : [0, 0, 0];
}

/**
 * Computes the tokens that depend on `--accent` and sets them on the element.
 *
 * @param {HTMLElement} element
 * @param {ParentNode & Node} inside where a probe may stand for a moment
 */
export function settleAccent(element, inside) {
  const probe = document.createElement('span');
  probe.style.color = 'color-mix(in srgb, var(--accent), var(--accent))';
  inside.append(probe);
  const accent = parse(getComputedStyle(probe).color);
  probe.remove();
  if (accent) {
    element.style.setProperty('--on-accent', css(textOn(accent)));
    element.style.setProperty('--accent-ink-light', css(legibleOn(accent, WHITE)));
    element.style.setProperty('--accent-ink-dark', css(legibleOn(accent, NIGHT)));
  }
}

/**
 * @param {string} computed `color(srgb 0.1 0.2 0.3)`
 * @returns {Rgb | undefined}
 */
function parse(computed) {
  const found = /^color\(srgb ([-\d.e]+) ([-\d.e]+) ([-\d.e]+)/.exec(computed);
  return found
    ? /** @type {Rgb} */ (found.slice(1, 4).map((v) => Math.min(1, Math.max(0, Number(v)))))
    : undefined;
}

/** @param {Rgb} colour */
function css(colour) {
  return `rgb(${colour.map((v) => Math.round(v * 255)).join(' ')})`;
}
