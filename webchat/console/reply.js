/** Where the agent writes. What is not sent yet is kept for each conversation, also across a reload. */
import { attribute, fill, h } from '../shared/dom.js';
import { TypingSignal } from '../shared/typing.js';
import { Canned, unfilled } from './canned.js';
import { Draft } from './draft.js';
import { button } from './ui.js';

/** Characters a message may have, as the server counts them. */
const MAX = 4_000;
const TALLEST = 180;

export class Reply {
  /** @type {import('./talk.js').Talk | undefined} */
  #talk;

  /**
   * @param {import('./app.js').App} app
   * @param {import('./line.js').Line} line
   * @param {import('./crew.js').Crew} crew
   * @param {() => void} note turns to a note for colleagues
   * @param {() => void} leave turns to what was said
   */
  constructor(app, line, crew, note, leave) {
    this.app = app;
    this.leave = leave;
    const { t } = app;
    this.signal = new TypingSignal((on) => this.#talk && line.typing(this.#talk.id, on));
    this.text = h('textarea', {
      rows: '2',
      'aria-label': t('talk.label'),
      placeholder: t('talk.hint'),
      oninput: () => this.#typed(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    });
    this.draft = new Draft('deskbell.desk.draft.', this.text, () => this.#measure());
    this.note = h('p', { class: 'error', role: 'status' });
    this.list = new Canned(app, this.text, () => ({ replies: crew.shift.canned, ...this.#about() }), () => this.#typed());
    this.element = h(
      'form',
      {
        class: 'reply',
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          this.#send();
        },
      },
      this.list.element,
      this.text,
      h('div', { class: 'reply-foot' }, this.note, button(t('note.write'), note, 'quiet'), h('button', { type: 'submit', class: 'primary' }, t('talk.send'))),
    );
  }

  /** @param {import('./talk.js').Talk | undefined} talk */
  open(talk) {
    this.signal.off();
    this.#talk = talk;
    this.draft.open(talk?.id);
    this.#measure();
  }

  close() {
    this.draft.close();
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
    this.draft.giveBack(conversation, words);
    this.#measure();
  }

  /** Puts words where the cursor is. @param {string} words */
  insert(words) {
    const { text } = this;
    text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end');
    text.focus();
    this.#typed();
  }

  /** Opens the list of canned replies where nothing is written yet. */
  canned() {
    if (this.text.value === '') {
      this.text.value = '/';
      this.list.look();
    }
  }

  /** What canned replies are filled in with. */
  #about() {
    const head = this.#talk?.head;
    const user = typeof head?.identity === 'string' ? head.identity : head?.identity?.user;
    const known = { agent: this.app.user?.name, shopper: user, order: head?.summary?.['order'] ?? head?.summary?.['order_number'] };
    return { language: head?.language ?? this.app.language, known };
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.list.key(event)) {
      return;
    }
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape') {
      this.leave();
    }
  }

  #typed() {
    this.#measure();
    this.list.look();
    this.signal.on();
    this.draft.keep();
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
    const left = unfilled(words);
    if (left) {
      fill(this.note, this.app.t('canned.unfilled', { name: left.words }));
      this.text.setSelectionRange(this.text.value.indexOf(left.words), this.text.value.indexOf(left.words) + left.words.length);
      return;
    }
    if (this.#talk && words !== '' && this.text.value.length <= MAX) {
      this.draft.clear(this.#talk.id);
      this.#measure();
      this.signal.off();
      this.#talk.reply(words);
    }
    this.focus();
  }
}
