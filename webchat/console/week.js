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
 * Hours of a week as the server writes them, `Mon 09:00-18:00, Tue 09:00-18:00`, in the reader's words: days that follow one
 * another with the same hours are one.
 *
 * @param {string} text
 * @param {string} locale
 */
export function weekInWords(text, locale) {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const spans = text.split(', ').map((span) => span.split(' '));
  const days = WEEK.map((day, i) => {
    const hours = spans.filter(([it]) => day.startsWith((it ?? '').toLowerCase())).map(([, span]) => (span ?? '').replace('-', '–'));
    return { name: name.format(MONDAY + i * DAY), hours: hours.join(', ') };
  });
  /** @type {{ first: string, last: string, hours: string }[]} */
  const runs = [];
  for (const { name: day, hours } of days) {
    const run = runs.at(-1);
    if (run?.hours === hours) {
      run.last = day;
    } else {
      runs.push({ first: day, last: day, hours });
    }
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => `${first === last ? first : `${first}–${last}`} ${hours}`)
    .join(locale.startsWith('zh') ? '；' : '; ');
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
