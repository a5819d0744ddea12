/** Open questions: what shoppers asked and were not told, one row a need, and the way from there into an article. */
import { drawing, fill, h } from '../shared/dom.js';
import { localeOf, ownFirst } from '../shared/i18n.js';
import { ICONS, button, empty } from './ui.js';

/** @typedef {import('../shared/protocol').Need} Need */
/** @typedef {import('../shared/protocol').Needs} Needs */
/** @typedef {Need['articles'][number]} Near */

const DAYS = [7, 30, 90];
const SOME = new Set('a about am an and any are at be been by can could did do does for from get has have how i if in into is it just may me my of on or please should so some that the there these this to us was we what when where which who why will with would you your'.split(' '));
const MOST_WORDS = 4;

export class NeedRoom {
  #asked = 0;

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.days = h('select', { 'aria-label': t('need.days'), onchange: () => void this.#load() }, ...DAYS.map((n) => h('option', { value: n }, t('need.days.of', { n }))));
    this.days.value = '30';
    this.count = h('p', { class: 'hint', role: 'status' });
    this.rows = h('div', { class: 'need-rows' });
    this.element = h('div', { class: 'needs' }, h('header', {}, h('h1', {}, t('need.title')), h('p', { class: 'hint' }, t('need.text')), h('div', { class: 'need-filter' }, this.days, this.count)), this.rows);
  }

  /** Reads the questions again, as they are now. */
  route() {
    void this.#load();
  }

  async #load() {
    const { t } = this.app;
    const turn = ++this.#asked;
    fill(this.count, t('need.reading'));
    try {
      /** @type {Needs} */
      const found = await this.app.api.get(`needs?days=${this.days.value}`);
      if (turn === this.#asked) {
        this.#show(found);
      }
    } catch (failure) {
      fill(this.count, h('span', { class: 'error' }, this.app.why(failure)));
    }
  }

  /** @param {Needs} found */
  #show({ needs, questions, all }) {
    const { t } = this.app;
    const open = needs.filter((need) => !need.dismissed && !need.answered);
    const answered = needs.filter((need) => !need.dismissed && need.answered);
    const away = needs.filter((need) => need.dismissed);
    const asked = all ? open.reduce((sum, need) => sum + need.questions.length, 0) : questions;
    fill(this.count, open.length > 0 && t(all ? 'need.count' : 'need.count.newest', { n: open.length, questions: asked }));
    fill(
      this.rows,
      open.length === 0 ? empty('article', t('need.none.title'), t('need.none.text')) : h('ol', {}, ...open.map((need) => this.#row(need))),
      answered.length > 0 && h('details', { class: 'settled' }, h('summary', {}, t('need.answered', { n: answered.length })), h('p', { class: 'hint' }, t('need.answered.text')), h('ol', {}, ...answered.map((need) => this.#row(need)))),
      away.length > 0 && h('details', { class: 'away' }, h('summary', {}, t('need.away', { n: away.length })), h('p', { class: 'hint' }, t('need.away.text')), h('ul', {}, ...away.map((need) => this.#away(need, t('need.back'), () => void this.#load())))),
    );
  }

  /**
   * A need that was put away, in a line.
   *
   * @param {Need} need
   * @param {string} label of the way back
   * @param {() => void} back called once it is open again
   */
  #away(need, label, back) {
    const { app } = this;
    const text = h('span', { lang: localeOf(need.phrasings[0]?.language ?? 'en') }, need.phrasings[0]?.text ?? '');
    const act = () => void app.api.post('needs/restore', { questions: need.questions }).then(back, (failure) => app.sayWhy(failure));
    return h('li', {}, text, button(label, act, 'quiet'));
  }

  /**
   * Puts a need away; what stands in its place takes it back.
   *
   * @param {Need} need
   * @param {HTMLElement} row
   */
  async #dismiss(need, row) {
    const { app } = this;
    try {
      await app.api.post('needs/dismiss', { questions: need.questions });
      const away = this.#away(need, app.t('need.undo'), () => {
        const again = this.#row(need);
        away.replaceWith(again);
        again.querySelector('button')?.focus();
        app.say(app.t('need.back.said'));
      });
      away.className = 'need-gone';
      away.prepend(h('span', { class: 'tag' }, app.t('need.gone')));
      row.replaceWith(away);
      away.querySelector('button')?.focus();
      app.say(app.t('need.gone.said'));
    } catch (failure) {
      app.sayWhy(failure);
    }
  }

  /** @param {Need} need */
  #row(need) {
    const { t, language } = this.app;
    const by = ownFirst(language).map((code) => ({ code, texts: need.phrasings.filter((it) => it.language === code) })).filter(({ texts }) => texts.length > 0);
    const more = need.phrasings.length - by.length;
    const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' });
    /** @type {HTMLElement} */
    const row = h(
      'li',
      { class: 'need' },
      h(
        'div',
        { class: 'need-words' },
        ...by.map(({ code, texts }) => h('p', { class: 'need-first', lang: localeOf(code) }, texts[0]?.text ?? '')),
        more > 0 &&
          h(
            'details',
            {},
            h('summary', {}, t('need.more', { n: more })),
            h('ul', {}, ...by.flatMap(({ code, texts }) => texts.slice(1).map(({ text, times }) => h('li', { lang: localeOf(code) }, text, times > 1 && h('span', { class: 'tag' }, t('if.times', { n: times })))))),
          ),
        h(
          'p',
          { class: 'need-facts' },
          h('span', { class: need.handedOver > 0 ? 'tag stale' : 'tag' }, t('need.handed', { n: need.handedOver })),
          h('span', {}, t('need.people', { n: need.people })),
          need.unhelpful > 0 && h('span', {}, t('need.unhelpful', { n: need.unhelpful })),
          h('span', {}, t('need.newest', { day: day.format(new Date(need.newest)) })),
          need.intent && h('span', {}, t('need.intent', { value: this.app.named('intent', need.intent) })),
        ),
      ),
      h(
        'div',
        { class: 'need-acts' },
        button(t('need.new'), () => this.#hand(need, 'new', nameOf(need)), 'primary'),
        ...this.#nearest(need, 'need.asked', need.articles.filter(({ asked }) => asked)),
        ...this.#nearest(need, 'need.near', need.articles.filter(({ asked }) => !asked)),
        h('button', { type: 'button', class: 'quiet not-for-us', title: t('need.dismiss.hint'), onclick: () => void this.#dismiss(need, row) }, t('need.dismiss')),
      ),
    );
    return row;
  }

  /**
   * Articles that are close, and what can be done with the questions there.
   *
   * @param {Need} need
   * @param {'need.asked' | 'need.near'} what
   * @param {Near[]} articles
   */
  #nearest(need, what, articles) {
    return articles.length === 0 ? [] : [h('p', { class: 'hint' }, this.app.t(what)), h('ul', {}, ...articles.map((article) => h('li', {}, this.#near(need, article))))];
  }

  /**
   * @param {Need} need
   * @param {Near} article
   */
  #near(need, article) {
    const title = ownFirst(this.app.language).map((code) => article[code]).find(Boolean) ?? article.id;
    const label = this.app.t(article.asked ? 'need.look' : 'need.add', { value: title });
    return h('button', { type: 'button', class: 'quiet', title: label, onclick: () => this.#hand(need, article.id) }, drawing(article.asked ? ICONS.search : ICONS.plus), h('span', {}, title));
  }

  /**
   * Goes into an article with the questions.
   *
   * @param {Need} need
   * @param {string} id
   * @param {string} [name] proposed for a new one
   */
  #hand(need, id, name) {
    this.app.handed = { place: name ? `new.${name}` : id, phrasings: need.phrasings };
    location.hash = `#/articles/${encodeURIComponent(id)}${name ? `/${name}` : ''}`;
  }
}

/** A name for a need's article: the words that matter of its English question, else what it means. @param {Need} need */
function nameOf({ phrasings, intent, newest }) {
  const english = phrasings.find(({ language }) => language === 'en')?.text ?? '';
  const words = english.toLowerCase().replace(/['’]/g, '').split(/[^a-z0-9]+/).filter((word) => word && !SOME.has(word));
  return words.slice(0, MOST_WORDS).join('-') || intent?.replaceAll('_', '-') || `question-${newest.slice(0, 10)}`;
}
