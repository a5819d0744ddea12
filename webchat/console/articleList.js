/** All articles, found by words of either language, a page at a time. */
import { attribute, drawing, fill, h, reconcile } from '../shared/dom.js';
import { LANGUAGES, LANGUAGE_NAMES, localeOf, ownFirst } from '../shared/i18n.js';
import { transfer } from './transfer.js';
import { ICONS, button } from './ui.js';

const SHOWN = /** @type {const} */ (['all', 'draft', 'merge', 'stale', 'missing', 'behind', 'deleted']);
/** Milliseconds after the last key before the list is read. */
const PAUSE = 200;
/** Characters of a search: no question is longer. */
const MOST = 300;

export class ArticleList {
  #page = 1;
  #asked = 0;
  #timer = 0;
  /** @type {string | undefined} */
  #chosen;
  /** @type {import('../shared/protocol').ArticlePage | undefined} */
  #found;

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.search = h('input', {
      type: 'search',
      maxlength: MOST,
      'aria-label': t('art.search'),
      placeholder: t('art.search'),
      oninput: () => this.#soon(),
    });
    this.show = h('select', { 'aria-label': t('art.show'), onchange: () => this.#first() }, ...SHOWN.map((it) => h('option', { value: it }, t(`art.show.${it}`))));
    this.rows = h('ul');
    this.count = h('p', { class: 'hint', role: 'status' });
    this.pages = h('div', { class: 'pages' });
    this.element = h(
      'section',
      { class: 'article-list', 'aria-label': t('use.show.all') },
      h('h1', { class: 'unseen' }, t('art.title')),
      h('div', { class: 'list-top' }, h('div', { class: 'search' }, drawing(ICONS.search), this.search), h('div', { class: 'list-acts' }, h('a', { class: 'button', href: '#/articles/new' }, drawing(ICONS.plus), t('art.new')), button(t('move.open'), () => void transfer(app, () => void this.load())))),
      h('div', { class: 'list-filter' }, this.show, this.count),
      this.rows,
      this.pages,
    );
  }

  /** @param {string | undefined} id */
  choose(id) {
    this.#chosen = id;
    this.#draw();
  }

  /** Reads the page again. An answer that a later question has overtaken is dropped. */
  async load() {
    const turn = ++this.#asked;
    const query = new URLSearchParams({ query: this.search.value.trim(), show: this.show.value, page: String(this.#page) });
    try {
      const found = await this.app.api.get(`articles?${query}`);
      if (turn === this.#asked) {
        this.#found = found;
        this.#draw();
      }
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#first(), PAUSE);
  }

  #first() {
    this.#page = 1;
    void this.load();
  }

  #draw() {
    const found = this.#found;
    if (!found) {
      return;
    }
    const { t } = this.app;
    fill(this.count, found.total === 0 ? t(this.#none()) : t('art.count', { n: found.total }));
    reconcile(this.rows, found.articles, (row) => row.id, () => h('li'), (element, row) => this.#row(element, row));
    const of = Math.max(1, Math.ceil(found.total / Math.max(1, found.pageSize)));
    const turn = (/** @type {number} */ step) => {
      this.#page += step;
      void this.load();
    };
    const pressed = this.#turners().findIndex((it) => it === document.activeElement);
    fill(
      this.pages,
      of > 1 && h('button', { type: 'button', class: 'icon-button', 'aria-label': t('art.previous'), disabled: this.#page === 1, onclick: () => turn(-1) }, drawing(ICONS.back)),
      of > 1 && h('span', {}, t('art.page', { n: this.#page, of })),
      of > 1 && h('button', { type: 'button', class: 'icon-button', 'aria-label': t('art.next'), disabled: this.#page >= of, onclick: () => turn(1) }, drawing(ICONS.next)),
    );
    if (pressed >= 0) {
      const turners = this.#turners();
      (turners[pressed]?.disabled ? turners.find((it) => !it.disabled) : turners[pressed])?.focus();
    }
  }

  #turners() {
    return [...this.pages.querySelectorAll('button')];
  }

  /** What an empty list means. */
  #none() {
    const all = this.show.value === 'all' ? 'art.none.yet' : 'art.none.such';
    return this.search.value.trim() === '' ? all : 'art.none';
  }

  /**
   * @param {HTMLElement} element
   * @param {import('../shared/protocol').ArticleRow} row
   */
  #row(element, row) {
    const { t, language } = this.app;
    const shape = JSON.stringify([row, language]);
    if (element.dataset['shape'] !== shape) {
      element.dataset['shape'] = shape;
      const first = ownFirst(language);
      const sides = /** @type {('en' | 'zh')[]} */ ([...first]).map((code) => {
        const side = row[code];
        return h(
          'span',
          { class: 'side', lang: localeOf(code) },
          side?.question ?? h('em', {}, t('art.side', { language: LANGUAGE_NAMES[code], state: t(side?.deleted ? 'art.deleted' : 'art.missing') })),
          side?.merge && h('span', { class: 'tag stale' }, t('art.changed')),
          side?.draft && h('span', { class: 'tag draft' }, t('art.draft')),
          side?.behind && h('span', { class: 'tag stale' }, t('art.behind')),
          side?.stale && h('span', { class: 'tag stale' }, t('art.stale')),
        );
      });
      const id = LANGUAGES.every((code) => !row[code]?.question) && h('strong', {}, row.id);
      fill(element, h('a', { href: `#/articles/${encodeURIComponent(row.id)}` }, id, ...sides));
    }
    attribute(element.firstElementChild ?? element, 'aria-current', row.id === this.#chosen ? 'true' : null);
  }
}
