/** Languages, sentences with placeholders, and numbers and times as the reader writes them. */

/** @typedef {import('./protocol').Language} Language */

/** @type {readonly Language[]} */
export const LANGUAGES = ['en', 'zh'];

/** What each language calls itself. */
export const LANGUAGE_NAMES = { en: 'English', zh: '中文' };

/** @type {Record<Language, string>} */
const LOCALES = { en: 'en-GB', zh: 'zh-CN' };

/**
 * The language of a tag such as `zh-CN`; undefined where Deskbell does not speak it.
 *
 * @param {string | null | undefined} tag
 * @returns {Language | undefined}
 */
export function languageOf(tag) {
  const code = (tag ?? '').toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === code);
}

/**
 * The first of the tags whose language is spoken, else English.
 *
 * @param {...(string | null | undefined)} tags
 */
export function firstLanguage(...tags) {
  return tags.map(languageOf).find((language) => language !== undefined) ?? 'en';
}

/**
 * Every language, the reader's own first.
 *
 * @param {Language} own
 */
export function ownFirst(own) {
  return [own, ...LANGUAGES.filter((language) => language !== own)];
}

/**
 * The tag that numbers, dates and `lang` attributes of a language use.
 *
 * @param {Language} language
 */
export function localeOf(language) {
  return LOCALES[language];
}

/** Between Chinese and Latin letters or digits. */
const SEAM = /(?<=\p{Script=Han})(?=[A-Za-z\d])|(?<=[A-Za-z\d])(?=\p{Script=Han})/gu;

/**
 * With a space wherever Chinese meets Latin letters or digits, as Deskbell writes; browsers' dates and units have none.
 *
 * @param {string} text
 */
export function spaced(text) {
  return text.replace(SEAM, ' ');
}

/**
 * The space between two characters, empty where none belongs there.
 *
 * @param {string | undefined} before
 * @param {string | undefined} after
 */
function seam(before = '', after = '') {
  return spaced(before + after).length > 2 ? ' ' : '';
}

/**
 * A function from key and values to a sentence: `t('queue.place', { place: 2 })` fills `{place}`. A value keeps its own
 * spelling, but gets a space where it meets the other script.
 *
 * @template {string} K
 * @param {Record<K, string>} texts
 * @returns {(key: K, values?: Record<string, string | number>) => string}
 */
export function sentences(texts) {
  return (key, values = {}) => {
    const text = texts[key];
    return text.replace(/\{(\w+)\}/g, (blank, name, /** @type {number} */ at) => {
      const value = String(values[name] ?? '');
      return seam(text[at - 1], value[0]) + value + seam(value.at(-1), text[at + blank.length]);
    });
  };
}

/**
 * Hours and minutes; with the date where it is not today.
 *
 * @param {Language} language
 * @param {Date} at
 * @param {Date} now
 */
export function clockTime(language, at, now) {
  const today = at.toDateString() === now.toDateString();
  /** @type {Intl.DateTimeFormatOptions} */
  const date = today ? {} : { day: 'numeric', month: 'short' };
  return spaced(new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', ...date }).format(at));
}

/**
 * How long, to the nearest useful unit: `40 seconds`, `3 minutes`, `2 hours`, `4 days`; Chinese alike.
 *
 * @param {Language} language
 * @param {number} seconds
 * @param {'long' | 'narrow'} [width]
 */
export function duration(language, seconds, width = 'long') {
  const [unit, size] =
    seconds < 60 ? ['second', 1] : seconds < 3600 ? ['minute', 60] : seconds < 86_400 ? ['hour', 3600] : ['day', 86_400];
  const amount = Math.max(1, Math.round(seconds / /** @type {number} */ (size)));
  return spaced(
    new Intl.NumberFormat(localeOf(language), {
      style: 'unit',
      unit: /** @type {string} */ (unit),
      unitDisplay: width,
    }).format(amount),
  );
}
