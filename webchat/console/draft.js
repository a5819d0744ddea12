/** Words that are not sent yet: kept for each conversation, across a reload, and the same in every tab. */
import { load, save } from '../shared/storage.js';

export class Draft {
  #key = '';

  /**
   * @param {string} prefix of the storage keys
   * @param {HTMLTextAreaElement} text where they are written
   * @param {() => void} changed they were written, or sent, in another tab
   */
  constructor(prefix, text, changed) {
    this.prefix = prefix;
    this.text = text;
    this.listener = (/** @type {StorageEvent} */ event) => {
      if (event.key === this.#key) {
        this.#read();
        changed();
      }
    };
    addEventListener('storage', this.listener);
  }

  close() {
    removeEventListener('storage', this.listener);
  }

  /** @param {string | undefined} conversation */
  open(conversation) {
    this.#key = conversation === undefined ? '' : this.prefix + conversation;
    this.#read();
  }

  /** Keeps what stands in the field now. */
  keep() {
    if (this.#key) {
      save(this.#key, this.text.value || undefined);
    }
  }

  /** What was written for a conversation is sent. @param {string} conversation */
  clear(conversation) {
    save(this.prefix + conversation, undefined);
    if (this.prefix + conversation === this.#key) {
      this.#read();
    }
  }

  /** Gives back words that were not sent, also for another conversation; in front of what was written meanwhile. @param {string} conversation @param {string} words */
  giveBack(conversation, words) {
    const key = this.prefix + conversation;
    save(key, [words, load(key)].filter(Boolean).join('\n'));
    if (key === this.#key) {
      this.#read();
    }
  }

  #read() {
    this.text.value = this.#key ? String(load(this.#key) ?? '') : '';
  }
}
