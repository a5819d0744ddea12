/**
 * Where the shopper writes. Enter sends, Shift and Enter begins a new line, and an input method that is still composing
 * keeps its Enter. What is too long is kept and said so, never cut.
 */
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { ICONS } from './icons.js';

/** Characters a message may have, as the server counts them. */
const MAX = 2_000;
const TALLEST = 120;

export class Composer {
  /**
   * @param {import('./chat.js').Chat} chat
   * @param {() => import('./words.js').Words} words
   */
  constructor(chat, words) {
    this.chat = chat;
    this.words = words;
    this.text = h('textarea', {
      rows: '1',
      autocomplete: 'off',
      enterkeyhint: 'send',
      'aria-describedby': 'too-long',
      oninput: () => this.#typed(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    });
    this.button = h('button', { type: 'submit', class: 'send' }, drawing(ICONS.send));
    this.note = h('p', { class: 'note', id: 'too-long', role: 'status' });
    this.element = h(
      'form',
      {
        class: 'composer',
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          this.#send();
        },
      },
      h('div', { class: 'field' }, this.text, this.button),
      this.note,
    );
  }

  focus() {
    this.text.focus({ preventScroll: true });
  }

  update() {
    const { t } = this.words();
    attribute(this.text, 'aria-label', t('write.label'));
    attribute(this.text, 'placeholder', t('write.hint'));
    attribute(this.button, 'aria-label', t('write.send'));
    attribute(this.button, 'title', t('write.send'));
    this.text.value ||= this.chat.draft;
    this.#measure();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // 229: Safari ends a composition before the Enter that ended it
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      this.#send();
    }
  }

  #typed() {
    this.#measure();
    this.chat.draft = this.text.value;
    this.chat.writing();
    if (this.text.value.trim() !== '') {
      void this.chat.begin();
    }
  }

  #measure() {
    const { text } = this;
    const { length } = text.value;
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, TALLEST)}px`;
    text.style.overflowY = text.scrollHeight > TALLEST ? 'auto' : 'hidden';
    attribute(text, 'aria-invalid', length > MAX ? 'true' : null);
    attribute(this.button, 'aria-disabled', length > MAX || text.value.trim() === '' ? 'true' : null);
    fill(this.note, length > MAX && this.words().t('write.long', { n: length, max: MAX }));
  }

  #send() {
    const words = this.text.value.trim();
    if (words !== '' && this.text.value.length <= MAX) {
      this.text.value = '';
      this.chat.draft = '';
      this.#measure();
      this.chat.say(words);
    }
    this.focus();
  }
}
