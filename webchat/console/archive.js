/** Looking back: all conversations by words and filters, and a day's figures. */
import { drawing, fill, h } from '../shared/dom.js';
import { LANGUAGES, LANGUAGE_NAMES, clockTime, localeOf } from '../shared/i18n.js';
import { Figures } from './figures.js';
import { ICONS, button, field } from './ui.js';

/** @typedef {import('../shared/protocol').Found} Found */

/** Milliseconds after the last key before it is looked for. */
const PAUSE = 300;

export class ArchiveRoom {
  #asked = 0;
  #further = false;
  #timer = 0;
  /** @type {string | undefined} */
  #before;

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    const look = () => void this.#search();
    this.words = field('archive-words', t('archive.words'), h('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', maxlength: '200', oninput: () => this.#soon() }), t('archive.words.hint'));
    this.language = select(t('archive.any-language'), LANGUAGES.map((language) => [language, LANGUAGE_NAMES[language]]), look);
    this.handled = select(t('archive.anybody'), [['bot', t('archive.bot')], ['person', t('archive.person')]], look);
    this.judged = select(t('archive.any-rating'), [['good', t('archive.good')], ['bad', t('archive.bad')]], look);
    this.from = h('input', { type: 'date', onchange: look });
    this.to = h('input', { type: 'date', onchange: look });
    /** @type {Record<string, HTMLInputElement | HTMLSelectElement>} */
    this.filters = { words: this.words.input, language: this.language, handled: this.handled, judged: this.judged, from: this.from, to: this.to };
    this.hint = h('p', { class: 'hint', role: 'status' });
    this.list = h('ul', { class: 'found' });
    this.more = button(t('archive.more'), () => void this.#search(this.#before));
    this.more.hidden = true;
    this.figures = new Figures(app);
    this.element = h(
      'div',
      { class: 'archive' },
      this.figures.element,
      h(
        'section',
        { 'aria-label': t('archive.title') },
        h('h1', {}, t('archive.title')),
        h('form', { class: 'filters', role: 'search', onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), look()) }, this.words.element, labelled(t('archive.language'), this.language), labelled(t('archive.handled'), this.handled), labelled(t('archive.judged'), this.judged), labelled(t('archive.from'), this.from), labelled(t('archive.to'), this.to)),
        this.hint,
        this.list,
        this.more,
      ),
    );
  }

  /**
   * Looks again with the same filters, or with those of the address; where the reader has gone further back, the list stays as it is.
   *
   * @param {string[]} rest
   */
  route([query = '']) {
    void this.figures.load();
    if (query !== '' && query !== this.#query().toString()) {
      this.#further = false;
      const given = new URLSearchParams(query);
      for (const [name, input] of Object.entries(this.filters)) {
        input.value = given.get(name) ?? '';
      }
    }
    if (!this.#further) {
      void this.#search();
    }
  }

  close() {
    clearTimeout(this.#timer);
  }

  /** What is filled in. */
  #query() {
    const given = Object.entries(this.filters).map(([name, { value }]) => [name, value.trim()]);
    return new URLSearchParams(given.filter(([, value]) => value !== ''));
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(), PAUSE);
  }

  /** @param {string} [before] where the page before has ended */
  async #search(before) {
    const { app } = this;
    const asked = ++this.#asked;
    const query = this.#query();
    const filtered = query.size > 0;
    // so that a reload and a copied address bring the same
    if (location.hash.startsWith('#/archive')) {
      history.replaceState(null, '', `#/archive${filtered ? `/${encodeURIComponent(query.toString())}` : ''}`);
    }
    if (before !== undefined) {
      query.set('before', before);
    }
    try {
      const page = await app.api.get(`archive?${query}`);
      if (asked === this.#asked) {
        this.#further = before !== undefined;
        this.#draw(page, filtered);
      }
    } catch (failure) {
      if (asked === this.#asked) {
        fill(this.hint, app.why(failure));
      }
    }
  }

  /**
   * @param {{ conversations: Found[], before?: string }} page
   * @param {boolean} filtered
   */
  #draw(page, filtered) {
    const rows = page.conversations.map((found) => this.#row(found));
    if (this.#further) {
      this.list.append(...rows);
    } else {
      fill(this.list, ...rows);
    }
    this.#before = page.before;
    this.more.hidden = page.before === undefined;
    fill(this.hint, this.list.children.length === 0 && this.app.t(filtered ? 'archive.nothing' : 'archive.none'));
  }

  /** @param {Found} found */
  #row({ conversation, mode, language, at, text, agent, score, helpful = 0, unhelpful = 0 }) {
    const { t, language: own } = this.app;
    const who = mode === 'waiting' ? t('talk.mode.waiting') : agent ? t('archive.with', { agent }) : t('archive.with.bot');
    return h(
      'li',
      {},
      h(
        'a',
        { href: `#/desk/${encodeURIComponent(conversation)}` },
        h('span', { class: 'row-top' }, h('span', { class: 'tag' }, language === 'zh' ? '中' : 'EN'), h('span', { class: 'about' }, who), mode !== 'closed' && h('span', { class: 'tag draft' }, t('archive.open')), score !== undefined && h('span', { class: `tag${score <= 2 ? ' bad' : ''}`, title: t('rated.score', { n: score }) }, t('archive.score', { n: score })), thumbs('up', helpful, t('archive.helpful', { n: helpful })), thumbs('down', unhelpful, t('archive.unhelpful', { n: unhelpful })), h('time', { datetime: at }, clockTime(own, new Date(at), new Date()))),
        h('span', { class: 'excerpt', lang: localeOf(language) }, ...marked(text || t('queue.no-text'), this.words.input.value)),
      ),
    );
  }
}

/**
 * How often answers were judged so; nothing for never.
 *
 * @param {'up' | 'down'} which
 * @param {number} n
 * @param {string} words
 */
function thumbs(which, n, words) {
  return n > 0 && h('span', { class: `thumbs ${which}`, title: words }, drawing(ICONS[which]), h('span', { 'aria-hidden': 'true' }, n), h('span', { class: 'unseen' }, words));
}

/**
 * The text with the words that were looked for marked in it.
 *
 * @param {string} text
 * @param {string} words
 */
function marked(text, words) {
  const wanted = words.trim().split(/[\s\p{P}]+/u).filter(Boolean).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  if (wanted.length === 0) {
    return [text];
  }
  return text.split(new RegExp(`(${wanted.join('|')})`, 'iu')).map((part, i) => (i % 2 === 1 ? h('mark', {}, part) : part));
}

/**
 * @param {string} any
 * @param {(readonly [string, string])[]} options
 * @param {() => void} changed
 */
function select(any, options, changed) {
  return h('select', { onchange: changed }, h('option', { value: '' }, any), ...options.map(([value, label]) => h('option', { value }, label)));
}

/**
 * @param {string} label
 * @param {HTMLElement} input
 */
function labelled(label, input) {
  return h('label', { class: 'labelled' }, h('span', {}, label), input);
}
