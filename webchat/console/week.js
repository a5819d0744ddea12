/** The hours of a week as an administrator writes them: spans of each day, and what is wrong with them. */

/** @typedef {import('../shared/protocol').Weekday} Weekday */
/** @typedef {{ opens: string, closes: string }} Span `09:00`; empty while nothing is entered */
/** @typedef {'missing' | 'order' | 'overlap'} Mistake */

/** @type {readonly Weekday[]} */
export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A Monday, to name the days by. */
const MONDAY = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;

/**
 * What the reader calls the days of the week, Monday first.
 *
 * @param {string} locale
 */
export function dayNames(locale) {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return WEEK.map((_, i) => name.format(MONDAY + i * DAY));
}

/**
 * What is wrong with each span of a day; of two that overlap it is the later one.
 *
 * @param {Span[]} spans
 * @returns {(Mistake | undefined)[]}
 */
export function mistakes(spans) {
  return spans.map((span, i) => {
    if (!span.opens || !span.closes) {
      return 'missing';
    }
    if (span.opens >= end(span)) {
      return 'order';
    }
    const before = (/** @type {Span} */ other, /** @type {number} */ j) => other.opens < span.opens || (other.opens === span.opens && j < i);
    return spans.some((other, j) => j !== i && other.closes && before(other, j) && span.opens < end(other)) ? 'overlap' : undefined;
  });
}

/** Midnight ends the day. @param {Span} span */
function end({ closes }) {
  return closes === '00:00' ? '24:00' : closes;
}
