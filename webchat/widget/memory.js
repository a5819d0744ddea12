/** What the browser remembers of the shopper's conversation between pages and tabs. */
import { load, save } from '../shared/storage.js';

/**
 * @typedef {object} Memory
 * @property {string} [resume] the token that proves the conversation is this shopper's
 * @property {string} [user] whom the shop had signed in; nobody for an anonymous conversation
 * @property {import('../shared/protocol').Language} [language] chosen with the switch
 * @property {number} [read] the newest message that was seen
 * @property {Record<string, boolean>} [rated] thumbs, by message
 * @property {boolean} [judged] the whole conversation was judged
 * @property {boolean} [left] a message was left, to be answered by e-mail
 * @property {boolean} [sound] new words are heard
 */

/**
 * One chat a Deskbell server.
 *
 * @param {string} server its origin
 */
export function memoryKey(server) {
  return `deskbell.chat.${new URL(server).host}`;
}

/**
 * What the storage keys of words that wait to be sent begin with.
 *
 * @param {string} key
 */
export function outboxPrefix(key) {
  return `${key}.outbox.`;
}

/** What is remembered of a conversation that is over here. @type {Memory} */
export const NO_CONVERSATION = { resume: undefined, read: undefined, rated: undefined, judged: undefined, left: undefined };

/**
 * @param {string} key
 * @returns {Memory}
 */
export function recall(key) {
  const memory = load(key);
  return memory && typeof memory === 'object' ? memory : {};
}

/**
 * Changes a part; another tab's changes of other parts stay.
 *
 * @param {string} key
 * @param {Memory} part
 * @returns {Memory}
 */
export function remember(key, part) {
  const memory = { ...recall(key), ...part };
  save(key, memory);
  return memory;
}
