/** What the shopper thought: of an answer, below it, or of the whole conversation, at its end. */
import { drawing, h } from '../shared/dom.js';
import { clockTime, localeOf } from '../shared/i18n.js';
import { ICONS } from './ui.js';

/** @typedef {import('../shared/protocol').Rating} Rating */

/**
 * That in the reader's words, and the shopper's own as they wrote them; undefined where nothing was said.
 *
 * @param {import('./app.js').App} app
 * @param {Rating} rating
 */
export function verdict({ t, language }, { message, helpful, score, comment, at }) {
  const judged = score !== undefined ? t('rated.score', { n: score }) : helpful === undefined ? t('rated.comment') : t(helpful ? 'rated.helpful' : 'rated.unhelpful');
  const bad = helpful === false || (score !== undefined && score <= 2);
  return h(
    'div',
    { class: `rated${bad ? ' bad' : ''}` },
    h('p', { lang: localeOf(language) }, helpful !== undefined && drawing(helpful ? ICONS.up : ICONS.down), judged, ' ', message === undefined && h('time', { datetime: at }, clockTime(language, new Date(at), new Date()))),
    comment && h('blockquote', {}, comment),
  );
}
