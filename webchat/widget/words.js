/** The widget's words in the language of the moment. */
import { duration, sentences } from '../shared/i18n.js';

/** @typedef {import('../shared/protocol').Failure} Failure */
/** @typedef {import('../shared/protocol').Language} Language */
/** @typedef {keyof typeof import('./texts_en.js').texts} Key */

/**
 * What every part of the panel speaks with.
 *
 * @typedef {object} Words
 * @property {Language} language
 * @property {(key: Key, values?: Record<string, string | number>) => string} t
 * @property {() => string} shop
 * @property {() => string} agent
 * @property {(failure: Failure) => string} why what a failure means for the shopper
 */

/** @type {Record<string, Key>} */
const FAILURES = {
  rate_limited: 'error.rate_limited',
  unavailable: 'error.unavailable',
  internal: 'error.internal',
  flooded: 'error.too_many',
  too_many_sockets: 'error.too_many',
  too_many_conversations: 'error.too_many',
  invalid: 'error.invalid',
  frame_too_large: 'error.frame_too_large',
  id_reused: 'error.id_reused',
  not_open: 'error.not_open',
  conversation_closed: 'error.conversation_closed',
  no_mail: 'error.no_mail',
  too_many_mails: 'error.too_many_mails',
  no_such_message: 'error.no_such_message',
  identity_required: 'error.identity',
  identity_invalid: 'error.identity',
  identity_expired: 'error.identity',
};

export class Vocabulary {
  /** @type {Words['t']} */
  #t = (key) => key;

  /**
   * @param {import('./chat.js').Chat} chat whose language is spoken
   * @param {string} name the shop's, empty for none
   * @param {import('./widget.js').Texts} own the shop's words, which win
   */
  constructor(chat, name, own) {
    this.chat = chat;
    this.name = name;
    this.own = own;
  }

  /** Loads the words of the chat's language; fails where they cannot be had. */
  async learn() {
    const { language } = this.chat;
    const { texts } = language === 'zh' ? await import('./texts_zh.js') : await import('./texts_en.js');
    if (language === this.chat.language) {
      this.#t = sentences({ ...texts, ...this.own[language] });
    }
  }

  /** @returns {Words} */
  get words() {
    const t = this.#t;
    const { chat, name } = this;
    return {
      t,
      language: chat.language,
      shop: () => name || t('panel.name'),
      agent: () => chat.status.agent ?? t('from.agent'),
      why: ({ code, retryAfterSeconds }) => t(FAILURES[code] ?? 'error.other', { time: duration(chat.language, retryAfterSeconds ?? 5) }),
    };
  }
}
