/** Below a conversation: the reply, a note for colleagues, or why nobody can write there. */
import { fill, h } from '../shared/dom.js';
import { NoteForm } from './notes.js';
import { Reply } from './reply.js';
import { button } from './ui.js';

/** @typedef {import('./talk.js').Talk} Talk */
/** @typedef {{ address: string, mine: boolean, agent?: string | undefined }} Mail */

export class Foot {
  #shape = '';
  #noting = false;
  /** @type {{ talk: Talk, mail: Mail | undefined } | undefined} */
  #now;

  /**
   * @param {import('./app.js').App} app
   * @param {import('./line.js').Line} line
   * @param {import('./crew.js').Crew} crew
   * @param {() => void} leave turns to what was said
   */
  constructor(app, line, crew, leave) {
    this.app = app;
    this.reply = new Reply(app, line, crew, () => this.note(), leave);
    this.notes = new NoteForm(app, () => this.#note(false));
    this.element = h('div', { class: 'foot' });
  }

  close() {
    this.reply.close();
    this.notes.close();
  }

  /** @param {Talk | undefined} talk */
  open(talk) {
    this.reply.open(talk);
    this.notes.open(talk);
    this.#noting = false;
    this.#shape = '';
  }

  /** Turns to the note. */
  note() {
    if (this.#now) {
      this.#note(true);
      this.notes.focus();
    }
  }

  /** Turns to the reply. */
  answer() {
    if (this.#now?.talk.mine) {
      this.#note(false);
      this.reply.focus();
    }
  }

  /** @param {boolean} on */
  #note(on) {
    this.#noting = on;
    if (this.#now) {
      this.draw(this.#now.talk, this.#now.mail);
    }
    if (!on && this.#now?.talk.mine) {
      this.reply.focus();
    }
  }

  /**
   * @param {Talk} talk
   * @param {Mail | undefined} mail
   */
  draw(talk, mail) {
    this.#now = { talk, mail };
    const shape = JSON.stringify([talk.id, talk.head?.mode, talk.head?.agent, talk.mine, talk.erased, mail, this.#noting]);
    if (shape === this.#shape) {
      return;
    }
    this.#shape = shape;
    if (this.#noting) {
      fill(this.element, this.notes.element);
    } else if (talk.mine) {
      fill(this.element, this.reply.element);
    } else {
      fill(this.element, talk.head && h('div', { class: 'aside' }, mail ? this.#mail(mail) : h('p', { class: 'hint' }, this.#why(talk)), !talk.erased && button(this.app.t('note.write'), () => this.note(), 'quiet')));
    }
  }

  /** @param {Talk} talk */
  #why({ head, erased }) {
    const { t } = this.app;
    switch (head?.mode) {
      case 'closed':
        return t(erased ? 'talk.deleted' : 'talk.closed');
      case 'human':
        return t('talk.elsewhere', { agent: head.agent ?? '' });
      default:
        return '';
    }
  }

  /** @param {Mail} mail */
  #mail({ address, mine, agent }) {
    const { t } = this.app;
    const link = h('a', { href: `mailto:${address}` }, address);
    return h('p', { class: 'hint' }, t(mine ? 'talk.mail.mine' : agent ? 'talk.mail.theirs' : 'talk.mail.left', { agent: agent ?? '' }), ' ', link);
  }
}
