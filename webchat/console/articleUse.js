/** Which articles are used, are of help, or have never answered: a table that can be sorted, a page at a time. */
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { LANGUAGES, LANGUAGE_NAMES, localeOf } from '../shared/i18n.js';
import { ICONS, empty } from './ui.js';

/** @typedef {import('../shared/protocol').ArticleUse} Used */
/** @typedef {import('../shared/protocol').ArticleUsePage} Page */

const DAYS = [7, 30, 90];
const SHOWN = /** @type {const} */ (['all', 'never', 'unhelpful']);
const COLUMNS = /** @type {const} */ (['question', 'answered', 'helpful', 'unhelpful', 'handed_over', 'last']);

/** @typedef {typeof COLUMNS[number]} Column */

export class ArticleUse {
  #asked = 0;
  #page = 1;
  /** @type {Column} */
  #sort = 'answered';
  #backwards = false;

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    const again = () => this.#from(1);
    this.days = h('select', { 'aria-label': t('use.days'), onchange: again }, ...DAYS.map((n) => h('option', { value: n }, t('need.days.of', { n }))));
    this.days.value = '30';
    this.language = h('select', { 'aria-label': t('use.language'), onchange: again }, h('option', { value: '' }, t('use.language.any')), ...LANGUAGES.map((it) => h('option', { value: it }, LANGUAGE_NAMES[it])));
    this.show = h('select', { 'aria-label': t('use.show'), onchange: again }, ...SHOWN.map((it) => h('option', { value: it }, t(`use.show.${it}`))));
    this.count = h('p', { class: 'hint', role: 'status' });
    /** @type {Map<Column, HTMLElement>} */
    this.heads = new Map(COLUMNS.map((column) => [column, h('th', { scope: 'col' }, h('button', { type: 'button', class: 'quiet', title: column === 'handed_over' ? t('use.handed_over.hint') : null, onclick: () => this.#by(column) }, t(`use.${column}`), drawing(ICONS.back, 'arrow')))]));
    this.rows = h('tbody');
    this.table = h('table', { class: 'use-table', hidden: true }, h('caption', { class: 'unseen' }, t('use.articles')), h('thead', {}, h('tr', {}, ...this.heads.values())), this.rows);
    this.none = h('div', { hidden: true });
    this.pages = h('div', { class: 'pages' });
    this.element = h('div', { class: 'use-articles' }, h('p', { class: 'hint' }, t('use.text')), h('div', { class: 'need-filter' }, this.days, this.language, this.show, this.count), this.table, this.none, this.pages);
  }

  /** Reads the page again, as it is now. */
  route() {
    void this.#load();
  }

  /** @param {number} page */
  #from(page) {
    this.#page = page;
    void this.#load();
  }

  /** @param {Column} column */
  #by(column) {
    this.#backwards = this.#sort === column && !this.#backwards;
    this.#sort = column;
    this.#from(1);
  }

  async #load() {
    const turn = ++this.#asked;
    const query = new URLSearchParams({ days: this.days.value, show: this.show.value, sort: this.#sort, page: String(this.#page) });
    if (this.language.value) {
      query.set('language', this.language.value);
    }
    if (this.#backwards) {
      query.set('backwards', 'true');
    }
    try {
      const found = await this.app.api.get(`usage/articles?${query}`);
      if (turn === this.#asked) {
        this.#draw(found);
      }
    } catch (failure) {
      fill(this.count, h('span', { class: 'error' }, this.app.why(failure)));
    }
  }

  /** @param {Page} found */
  #draw({ articles, total, page, pageSize, answers, never, from, since }) {
    const { t, language } = this.app;
    const number = new Intl.NumberFormat(localeOf(language));
    const day = this.#day();
    const late = since > from && t('use.since', { day: day(since) });
    fill(this.count, t('use.count', { n: number.format(total), answers: number.format(answers), never: number.format(never) }), late && ` ${late}`);
    for (const [column, head] of this.heads) {
      const first = column === 'question' ? 'ascending' : 'descending';
      const then = column === 'question' ? 'descending' : 'ascending';
      attribute(head, 'aria-sort', column !== this.#sort ? null : this.#backwards ? then : first);
    }
    this.table.hidden = total === 0;
    this.none.hidden = total > 0;
    const show = /** @type {typeof SHOWN[number]} */ (this.show.value);
    fill(this.none, empty('usage', t(`use.none.${show}`), t(`use.none.${show}.text`)));
    fill(this.rows, ...articles.map((used) => this.#row(used, number, day)));
    const of = Math.max(1, Math.ceil(total / pageSize));
    fill(
      this.pages,
      of > 1 && h('button', { type: 'button', class: 'icon-button', 'aria-label': t('art.previous'), disabled: page === 1, onclick: () => this.#from(page - 1) }, drawing(ICONS.back)),
      of > 1 && h('span', {}, t('art.page', { n: page, of })),
      of > 1 && h('button', { type: 'button', class: 'icon-button', 'aria-label': t('art.next'), disabled: page >= of, onclick: () => this.#from(page + 1) }, drawing(ICONS.next)),
    );
  }

  #day() {
    const format = new Intl.DateTimeFormat(localeOf(this.app.language), { dateStyle: 'medium', timeZone: 'UTC' });
    return (/** @type {string} */ date) => format.format(new Date(date));
  }

  /**
   * @param {Used} used
   * @param {Intl.NumberFormat} number
   * @param {(date: string) => string} day
   */
  #row({ id, language, question, answered, helpful, unhelpful, handedOver, last }, number, day) {
    const { t } = this.app;
    const cell = (/** @type {Column} */ column, /** @type {number} */ n, bad = false) => h('td', { 'data-name': t(`use.${column}`), class: n === 0 ? 'zero' : bad ? 'bad' : null }, number.format(n));
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, h('a', { href: `#/articles/${encodeURIComponent(id)}`, lang: localeOf(language) }, question), ' ', h('span', { class: 'tag' }, language === 'zh' ? '中' : 'EN')),
      cell('answered', answered),
      cell('helpful', helpful),
      cell('unhelpful', unhelpful, true),
      cell('handed_over', handedOver, true),
      h('td', { 'data-name': t('use.last'), class: last ? null : 'zero' }, last ? day(last) : t('use.never')),
    );
  }
}
