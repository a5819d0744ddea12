/**
 * What asks for a decision or an address: a sheet over the conversation. Everything behind it is inert, Escape and
 * Cancel put it away, and the focus goes back to where it was.
 */
import { fill, h } from '../shared/dom.js';

/** @typedef {import('./words.js').Words} Words */

const ADDRESS = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export class Sheets {
  /** @type {HTMLElement | undefined} */
  #before;

  /**
   * @param {import('./chat.js').Chat} chat
   * @param {() => Words} words
   * @param {HTMLElement[]} behind made inert while a sheet is open
   */
  constructor(chat, words, behind) {
    this.chat = chat;
    this.words = words;
    this.behind = behind;
    this.element = h('div', { class: 'cover', hidden: true });
    this.element.addEventListener('click', (event) => event.target === this.element && this.close());
  }

  get open() {
    return !this.element.hidden;
  }

  close() {
    if (this.open) {
      this.element.hidden = true;
      fill(this.element);
      this.#inert(false);
      this.#before?.focus();
    }
  }

  /** Leave a message when nobody is there. */
  leave() {
    const { t } = this.words();
    const email = field('email', t('leave.email'), h('input', { type: 'email', autocomplete: 'email', maxlength: '254' }));
    const text = field('words', t('leave.text'), h('textarea', { rows: '4', maxlength: '2000' }));
    this.#show('leave.title', 'leave.intro', [email.element, text.element], 'leave.send', '', () => {
      const address = email.input.value.trim();
      const fine = email.check(ADDRESS.test(address) ? '' : t('leave.email.wrong'));
      const full = text.check(text.input.value.trim() === '' ? t('leave.text.missing') : '');
      if (!fine || !full) {
        (fine ? text : email).input.focus();
        return false;
      }
      this.chat.leave(address, text.input.value.trim());
      return true;
    });
  }

  /** Have the conversation sent. */
  post() {
    const { t } = this.words();
    const email = field('email', t('leave.email'), h('input', { type: 'email', autocomplete: 'email', maxlength: '254' }));
    this.#show('post.title', 'post.intro', [email.element], 'post.send', '', () => {
      const address = email.input.value.trim();
      const fine = email.check(ADDRESS.test(address) ? '' : t('leave.email.wrong'));
      if (fine) {
        this.chat.post(address);
      } else {
        email.input.focus();
      }
      return fine;
    });
  }

  /** End the conversation. */
  end() {
    this.#show('end.title', 'end.intro', [], 'end.confirm', '', () => {
      this.chat.end();
      return true;
    });
  }

  /** Erase the conversation. */
  forget() {
    this.#show('forget.title', 'forget.intro', [], 'forget.confirm', 'danger', () => {
      this.chat.forget();
      return true;
    });
  }

  /**
   * @param {Parameters<Words['t']>[0]} title
   * @param {Parameters<Words['t']>[0]} intro
   * @param {HTMLElement[]} fields
   * @param {Parameters<Words['t']>[0]} confirm
   * @param {string} kind
   * @param {() => boolean} done true where the sheet may close
   */
  #show(title, intro, fields, confirm, kind, done) {
    const { t } = this.words();
    const form = h(
      'form',
      {
        novalidate: true,
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          if (done()) {
            this.close();
          }
        },
      },
      h('h2', { id: 'sheet-title' }, t(title)),
      h('p', { id: 'sheet-intro' }, t(intro)),
      ...fields,
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', class: 'plain', onclick: () => this.close() }, t('sheet.cancel')),
        h('button', { type: 'submit', class: kind || 'primary' }, t(confirm)),
      ),
    );
    const about = { 'aria-labelledby': 'sheet-title', 'aria-describedby': 'sheet-intro' };
    const sheet = h('div', { class: 'sheet', role: 'dialog', 'aria-modal': 'true', tabindex: '-1', ...about }, form);
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    this.#before = /** @type {HTMLElement | undefined} */ (root.activeElement ?? undefined);
    fill(this.element, sheet);
    this.element.hidden = false;
    this.#inert(true);
    (fields[0]?.querySelector('input') ?? sheet).focus();
  }

  /** @param {boolean} on */
  #inert(on) {
    for (const element of this.behind) {
      element.inert = on;
    }
  }
}

/**
 * @template {HTMLInputElement | HTMLTextAreaElement} E
 * @param {string} id
 * @param {string} label
 * @param {E} input
 */
function field(id, label, input) {
  const error = h('span', { class: 'error', id: `${id}-error` });
  input.id = id;
  input.setAttribute('aria-describedby', error.id);
  return {
    input,
    element: h('div', { class: 'labelled' }, h('label', { for: id }, label), input, error),
    /** @param {string} wrong empty where it is right */
    check(wrong) {
      fill(error, wrong);
      input.setAttribute('aria-invalid', String(wrong !== ''));
      return wrong === '';
    },
  };
}
