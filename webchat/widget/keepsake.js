/** The conversation as a text file for the shopper to keep. */
import { clockTime, localeOf, spaced } from '../shared/i18n.js';

/**
 * One message a paragraph: when, who, and the words.
 *
 * @param {import('./chat.js').Chat} chat
 * @param {import('./words.js').Words} words
 * @param {Date} now
 */
export function written(chat, { t, language, shop }, now) {
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' });
  const said = chat.transcript.messages
    .filter((message) => !message.erased)
    .map(({ at, from, name, text, cards = [] }) => {
      const who = from === 'agent' && name ? name : t(`from.${from}`);
      const things = cards.map((card) => [card.title, card.subtitle, card.url].filter(Boolean).join(' · '));
      const words = from === 'shopper' ? text : plain(text);
      return `${clockTime(language, new Date(at), now)}  ${who}\n${[words, ...things].filter(Boolean).join('\n')}`;
    });
  return [t('keep.heading', { name: shop(), date: spaced(day.format(now)) }), ...said].join('\n\n') + '\n';
}

/**
 * Markdown reads well as it is, but for stars and addresses behind words.
 *
 * @param {string} text
 */
function plain(text) {
  return text.replace(/\[([^[\]]+)\]\((https?:\/\/[^()\s]+)\)/g, '$1 ($2)').replace(/\*\*(\S|\S.*?\S)\*\*/g, '$1');
}

/**
 * Has the browser save a text.
 *
 * @param {string} name of the file
 * @param {string} text
 */
export function download(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
