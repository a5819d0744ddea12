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

/** Failures that mean the same for a shopper, by the words that tell them. @type {Record<string, string>} */
const ALIKE = {
  internal: 'unavailable',
  flooded: 'too_many',
  too_many_sockets: 'too_many',
  too_many_conversations: 'too_many',
  identity_required: 'identity',
  identity_invalid: 'identity',
  identity_expired: 'identity',
};

export class Vocabulary {
  /** @type {Words['t']} */
  #t = (key) => key;
  #texts = {};

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
      const all = { ...texts, ...this.own[language] };
      this.#texts = all;
      this.#t = sentences(all);
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
      why: ({ code, retryAfterSeconds }) => {
        const key = /** @type {Key} */ (`error.${ALIKE[code] ?? code}`);
        return t(key in this.#texts ? key : 'error.other', { time: duration(chat.language, retryAfterSeconds ?? 5) });
      },
    };
  }
}
