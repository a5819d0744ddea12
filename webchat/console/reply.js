/** Where the agent writes. What is not sent yet is kept for each conversation, also across a reload. */
import { attribute, fill, h } from '../shared/dom.js';
import { load, save } from '../shared/storage.js';
import { TypingSignal } from '../shared/typing.js';
import { Canned, unfilled } from './canned.js';
import { button } from './ui.js';

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
   * @param {import('./crew.js').Crew} crew
   * @param {() => void} note turns to a note for colleagues
   */
  constructor(app, line, crew, note) {
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
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      this.#send();
    }
  }

  #typed() {
    this.#measure();
    this.list.look();
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
    const left = unfilled(words);
    if (left) {
      fill(this.note, this.app.t('canned.unfilled', { name: left.words }));
      this.text.setSelectionRange(this.text.value.indexOf(left.words), this.text.value.indexOf(left.words) + left.words.length);
      return;
    }
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
