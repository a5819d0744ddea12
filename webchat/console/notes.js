/** Where an agent writes for colleagues. What is not saved yet is kept for each conversation, as in a reply. */
import { fill, h } from '../shared/dom.js';
import { newId } from '../shared/outbox.js';
import { Draft } from './draft.js';
import { button } from './ui.js';

const MAX = 4_000;

export class NoteForm {
  /** @type {import('./talk.js').Talk | undefined} */
  #talk;
  #id = newId();

  /**
   * @param {import('./app.js').App} app
   * @param {() => void} done
   */
  constructor(app, done) {
    this.app = app;
    this.done = done;
    const { t } = app;
    this.text = h('textarea', {
      rows: '2',
      maxlength: String(MAX),
      'aria-label': t('note.label'),
      placeholder: t('note.hint'),
      oninput: () => this.draft.keep(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    });
    this.draft = new Draft('deskbell.desk.note.', this.text, () => {});
    this.wrong = h('p', { class: 'error', role: 'status' });
    this.element = h(
      'form',
      {
        class: 'reply noting',
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          void this.#save();
        },
      },
      this.text,
      h('div', { class: 'reply-foot' }, this.wrong, button(t('talk.cancel'), done, 'quiet'), h('button', { type: 'submit', class: 'primary' }, t('note.save'))),
    );
  }

  /** @param {import('./talk.js').Talk | undefined} talk */
  open(talk) {
    this.#talk = talk;
    this.#id = newId();
    this.draft.open(talk?.id);
    fill(this.wrong);
  }

  close() {
    this.draft.close();
  }

  focus() {
    this.text.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      void this.#save();
    } else if (event.key === 'Escape') {
      this.done();
    }
  }

  async #save() {
    const talk = this.#talk;
    const text = this.text.value.trim();
    if (!talk || text === '') {
      return;
    }
    try {
      await this.app.api.post(`conversations/${encodeURIComponent(talk.id)}/notes`, { id: this.#id, text });
      this.draft.clear(talk.id);
      await talk.catchUp();
      if (talk === this.#talk) {
        this.open(talk);
        this.done();
      }
    } catch (failure) {
      fill(this.wrong, this.app.why(failure));
    }
  }
}
