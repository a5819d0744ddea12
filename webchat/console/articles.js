/** The knowledge room: the list, an article in both languages side by side, and "ask as a shopper" always in view. */
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { ownFirst } from '../shared/i18n.js';
import { ArticleForm } from './articleForm.js';
import { ArticleList } from './articleList.js';
import { AskBox } from './ask.js';
import { UNNAMED } from './kept.js';
import { ICONS, empty, field } from './ui.js';

/** The address of an article that does not exist yet. */
const NEW = 'new';
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class ArticleRoom {
  /** @type {string | undefined} */
  #id;
  #proposed = '';
  /** @type {ArticleForm[]} */
  #forms = [];

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    this.list = new ArticleList(app);
    this.ask = new AskBox(app, () => this.#unsaved());
    this.editor = h('section', { class: 'editor', 'aria-label': app.t('art.title') });
    this.element = h('div', { class: 'knowledge' }, this.list.element, this.editor, this.ask.element);
    void this.list.load();
  }

  /** @param {string[]} rest the article's name; `new` with a name to begin with, if any */
  route([id, proposed = '']) {
    this.list.choose(id);
    attribute(this.element, 'data-open', id ? 'true' : null);
    if (id !== this.#id || proposed !== this.#proposed || !this.editor.firstChild) {
      this.#id = id;
      this.#proposed = proposed;
      void this.#open(id, proposed);
    }
  }

  /** The form that was changed last and is not in force. */
  #unsaved() {
    return this.#forms.filter((form) => form.pending).sort((a, b) => b.touched - a.touched)[0]?.draft();
  }

  /**
   * @param {string | undefined} id
   * @param {string} proposed
   */
  async #open(id, proposed) {
    const { t } = this.app;
    this.#forms = [];
    if (!id) {
      fill(this.editor, empty('article', t('art.pick.title'), t('art.pick.text')));
      return;
    }
    const name = id === NEW ? this.#naming(proposed) : undefined;
    const place = name ? (proposed ? `${UNNAMED}.${proposed}` : UNNAMED) : id;
    const own = ownFirst(this.app.language).map((language) => new ArticleForm(this.app, language, place, (quiet) => (name ? name.value(quiet) : id), (saved) => this.#saved(saved)));
    try {
      const found = await Promise.all(own.map((form) => (id === NEW ? form.blank() : form.load())));
      if (this.#id !== id || this.#proposed !== proposed) {
        return;
      }
      this.#forms = own;
      this.#compare();
      const missing = id !== NEW && !found.includes(true);
      fill(
        this.editor,
        h('header', {}, h('a', { class: 'icon-button back', href: '#/articles', 'aria-label': t('app.back') }, drawing(ICONS.back)), h('h1', {}, id === NEW ? t('art.new') : id)),
        missing && h('p', { class: 'hint', role: 'status' }, t('art.gone')),
        name?.element,
        h('div', { class: 'sides' }, ...own.map((form) => form.element)),
      );
      this.#take(place);
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  #compare() {
    this.#forms.forEach((form) => form.compare(this.#forms.find((other) => other !== form)?.stored.article));
  }

  /** Adds what shoppers asked, where the room of open questions has handed it over, and says how much that was. @param {string} place */
  #take(place) {
    const { handed } = this.app;
    if (handed?.place === place) {
      this.app.handed = undefined;
      const n = this.#forms.reduce((sum, form) => sum + form.add(handed.phrasings.filter((it) => it.language === form.language).map((it) => it.text)), 0);
      this.app.say(this.app.t(n > 0 ? 'art.added' : 'art.added.none', { n }));
    }
  }

  /** @param {string} proposed */
  #naming(proposed) {
    const { t } = this.app;
    const named = field('article-id', t('art.id'), h('input', { autocapitalize: 'none', spellcheck: 'false', autocomplete: 'off' }), t('art.id.hint'));
    named.input.value = proposed;
    return {
      element: h('div', { class: 'naming' }, named.element),
      /** The name, or undefined after saying what is wrong with it. */
      value: (quiet = false) => {
        const value = named.input.value.trim();
        const right = NAME.test(value) && value !== NEW;
        if (quiet) {
          return right ? value : undefined;
        }
        named.wrong(right ? '' : t('art.id.wrong'));
        if (!right) {
          named.input.focus();
        }
        return right ? value : undefined;
      },
    };
  }

  /** @param {string} id */
  #saved(id) {
    void this.list.load();
    this.ask.again();
    this.#compare();
    if (this.#id === NEW) {
      this.#forms.forEach((form) => form.carry(id));
      location.hash = `#/articles/${id}`;
    }
  }
}
