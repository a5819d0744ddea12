/** Words that mean the same to the search, one text a language. What is not saved is kept in the browser. */
import { ApiError } from '../shared/api.js';
import { h } from '../shared/dom.js';
import { LANGUAGE_NAMES, localeOf, ownFirst } from '../shared/i18n.js';
import { load, save } from '../shared/storage.js';
import { Banner, theirsOf } from './clash.js';
import { differing } from './diff.js';
import { refuseHuge } from './paste.js';
import { rule } from './rules.js';
import { button, field } from './ui.js';
import { whatIf } from './whatif.js';

/** @typedef {{ text: string, version: number }} Wording */

const PREFIX = 'deskbell.edit.synonyms.';

export class SynonymRoom {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    const { t } = app;
    this.element = h(
      'div',
      { class: 'synonyms' },
      h('h1', {}, t('syn.title')),
      h('p', { class: 'hint' }, t('syn.text')),
      h('div', { class: 'sides' }, ...ownFirst(app.language).map((language) => new Side(app, language).element)),
    );
  }
}

class Side {
  /** As the server has it. @type {Wording} */
  #stored = { text: '', version: 0 };
  #busy = false;

  /**
   * @param {import('./app.js').App} app
   * @param {import('../shared/protocol').Language} language
   */
  constructor(app, language) {
    const { t } = app;
    this.app = app;
    this.language = language;
    this.key = PREFIX + language;
    this.path = `synonyms/${language}`;
    this.words = field(`synonyms-${language}`, LANGUAGE_NAMES[language], h('textarea', { rows: '20', lang: localeOf(language), spellcheck: 'false', oninput: () => this.#keep() }));
    refuseHuge(app, this.words);
    this.banner = new Banner();
    this.acts = [button(t('if.ask'), () => void this.#try()), button(t('syn.save'), () => void this.#save(), 'primary')];
    this.element = h(
      'form',
      { class: 'side-form', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
      this.banner.element,
      this.words.element,
      h('div', { class: 'actions' }, ...this.acts),
    );
    void this.#open();
  }

  get #text() {
    return this.words.input.value;
  }

  /** Nothing can be written, nor saved over what stands on the server, before that is known. */
  async #open() {
    [this.words.input, ...this.acts].forEach((it) => (it.disabled = true));
    try {
      await this.#load();
      [this.words.input, ...this.acts].forEach((it) => (it.disabled = false));
    } catch (failure) {
      this.banner.tell(this.app.why(failure), button(this.app.t('talk.retry'), () => void this.#open()));
    }
  }

  async #load() {
    this.#stored = await this.app.api.get(this.path);
    const kept = /** @type {Wording | undefined} */ (load(this.key));
    const unsaved = kept !== undefined && kept.text !== this.#stored.text;
    this.banner.tell();
    this.words.input.value = unsaved ? kept.text : this.#stored.text;
    if (unsaved && kept.version !== this.#stored.version) {
      this.#clash();
    } else if (unsaved) {
      this.banner.tell(this.app.t('art.restored'), button(this.app.t('art.undo'), () => this.#takeTheirs(), 'quiet'));
    }
  }

  #keep() {
    const { text, version } = this.#stored;
    save(this.key, this.#text === text ? undefined : { text: this.#text, version });
  }

  async #save() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    this.words.wrong('');
    const text = this.#text;
    try {
      const { version } = await this.app.api.put(this.path, { text, version: this.#stored.version });
      this.#stored = { text, version };
      this.#keep();
      this.banner.tell();
      this.app.say(this.app.t('syn.saved'));
    } catch (failure) {
      /** @type {Wording | null | undefined} */
      const current = theirsOf(failure);
      if (current) {
        this.#stored = current;
        this.#clash();
      } else {
        this.#wrong(failure);
      }
    } finally {
      this.#busy = false;
    }
  }

  async #try() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    this.words.wrong('');
    try {
      await whatIf(this.app, { synonyms: { language: this.language, text: this.#text } });
    } catch (failure) {
      this.#wrong(failure);
    } finally {
      this.#busy = false;
    }
  }

  /** Says what is wrong, and in which line. @param {unknown} failure */
  #wrong(failure) {
    const { t } = this.app;
    const found = failure instanceof ApiError ? failure.fields[0] : undefined;
    const line = /:(\d+)$/.exec(found?.field ?? '')?.[1];
    const text = found ? rule(t, found.rule) : this.app.why(failure);
    this.words.wrong(line ? t('rule.line', { n: line, rule: text }) : text);
  }

  /** Somebody else was faster: theirs is shown against what stands here, and neither is lost. */
  #clash() {
    const { t } = this.app;
    const seen = h('details', {}, h('summary', {}, t('history.difference')), h('div', { class: 'as-read', lang: localeOf(this.language) }, differing(this.#stored.text, this.#text)));
    this.banner.clash(t, t('syn.conflict'), seen, () => void this.#save(), () => this.#takeTheirs());
  }

  #takeTheirs() {
    this.words.input.value = this.#stored.text;
    this.#keep();
    this.banner.tell();
  }
}
