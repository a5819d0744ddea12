/** Where the agent writes. What is not sent yet is kept for each conversation, also across a reload. */
import { attribute, fill, h } from '../shared/dom.js';
import { load, save } from '../shared/storage.js';
import { TypingSignal } from '../shared/typing.js';

const DRAFT = 'deskbell.desk.draft.';
/** Characters a message may have, as the server counts them. */
const MAX = 4_000;
const TALLEST = 180;

export class Reply {
  /** @type {import('./talk.js').Talk | undefined} */
  #talk;

  /**
   * @param {import('./app.js').App} app
   * @param {import('./line.js').Line} line
   */
  constructor(app, line) {
    this.app = app;
    const { t } = app;
    this.signal = new TypingSignal((on) => this.#talk && line.typing(this.#talk.id, on));
    this.text = h('textarea', {
      rows: '2',
      'aria-label': t('talk.label'),
      placeholder: t('talk.hint'),
      oninput: () => this.#typed(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    });
    this.note = h('p', { class: 'error', role: 'status' });
    this.element = h(
      'form',
      {
        class: 'reply',
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          this.#send();
        },
      },
      this.text,
      h('div', { class: 'reply-foot' }, this.note, h('button', { type: 'submit', class: 'primary' }, t('talk.send'))),
    );
  }

  /** @param {import('./talk.js').Talk | undefined} talk */
  open(talk) {
    this.signal.off();
    this.#talk = talk;
    this.text.value = talk ? String(load(DRAFT + talk.id) ?? '') : '';
    this.#measure();
  }

  focus() {
    this.text.focus();
  }

  /**
   * Gives back words that were not sent; in front of what was written meanwhile.
   *
   * @param {string} conversation
   * @param {string} words
   */
  giveBack(conversation, words) {
    const kept = [words, load(DRAFT + conversation)].filter(Boolean).join('\n');
    save(DRAFT + conversation, kept);
    if (this.#talk?.id === conversation) {
      this.text.value = kept;
      this.#measure();
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      this.#send();
    }
  }

  #typed() {
    this.#measure();
    this.signal.on();
    save(DRAFT + this.#talk?.id, this.text.value || undefined);
  }

  #measure() {
    const { text } = this;
    text.style.height = 'auto';
    text.style.height = `${Math.min(Math.max(text.scrollHeight, 56), TALLEST)}px`;
    const long = text.value.length > MAX;
    attribute(text, 'aria-invalid', long ? 'true' : null);
    fill(this.note, long && this.app.t('talk.long', { n: text.value.length, max: MAX }));
  }

  #send() {
    const words = this.text.value.trim();
    if (this.#talk && words !== '' && this.text.value.length <= MAX) {
      this.text.value = '';
      save(DRAFT + this.#talk.id, undefined);
      this.#measure();
      this.signal.off();
      this.#talk.reply(words);
    }
    this.focus();
  }
}
