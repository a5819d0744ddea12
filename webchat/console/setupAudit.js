/** Who changed what, the newest first, page by page, all of it or what is looked for. */
import { fill, h } from '../shared/dom.js';
import { clockTime } from '../shared/i18n.js';
import { changedTo, sentence } from './auditWords.js';
import { button } from './ui.js';

/** @typedef {import('./auditWords.js').Change} Change */

/** Changes that the server gives at once. */
const PAGE = 50;

/** Milliseconds after the last key before it is looked for. */
const PAUSE = 300;

const ABOUT = /** @type {const} */ ([
  ['people', 'app.people'],
  ['programs', 'app.programs'],
  ['hours', 'hours.title'],
  ['sites', 'sites.title'],
  ['rules', 'set.rules'],
  ['canned', 'set.canned'],
  ['departments', 'set.departments'],
  ['agents', 'set.agents'],
]);

export class AuditPart {
  /** @type {Change[]} */
  #changes = [];
  /** Grows with every question, so that only the last one's answer is shown. */
  #asked = 0;
  #timer = 0;

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    const look = () => void this.load();
    this.about = h('select', { 'aria-label': t('set.audit.about'), onchange: look }, h('option', { value: '' }, t('set.audit.all')), ...ABOUT.map(([value, key]) => h('option', { value }, t(key))));
    this.words = h('input', { type: 'search', 'aria-label': t('set.audit.words'), placeholder: t('set.audit.words'), autocomplete: 'off', spellcheck: 'false', maxlength: '100', oninput: () => this.#soon() });
    this.list = h('ul', { class: 'set-list audit' });
    this.older = button(t('set.audit.older'), () => void this.#more(), 'quiet');
    this.element = h('div', {}, h('form', { class: 'audit-filters', role: 'search', onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), look()) }, this.about, this.words), this.list, this.older);
  }

  /** Shows the newest. */
  async load() {
    clearTimeout(this.#timer);
    await this.#read([]);
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), PAUSE);
  }

  #more() {
    return this.#read(this.#changes);
  }

  /** @param {Change[]} before */
  async #read(before) {
    const { app } = this;
    const { t } = app;
    const asked = ++this.#asked;
    const last = before.at(-1);
    const filters = { about: this.about.value, words: this.words.value.trim(), before: last ? String(last.id) : '' };
    const given = Object.entries(filters).filter(([, value]) => value !== '');
    try {
      /** @type {{ changes: Change[] }} */
      const { changes } = await app.api.get(`setup/audit?${new URLSearchParams(given)}`);
      if (asked !== this.#asked) {
        return;
      }
      this.#changes = [...before, ...changes];
      const none = filters.about || filters.words ? 'set.audit.no-such' : 'set.audit.none';
      fill(this.list, ...this.#changes.map((change) => this.#change(change)), this.#changes.length === 0 && h('li', { class: 'hint' }, t(none)));
      this.older.hidden = changes.length < PAGE;
    } catch (failure) {
      app.sayWhy(failure);
    }
  }

  /** @param {Change} change */
  #change(change) {
    const { app } = this;
    const { at, account } = change;
    const to = changedTo(app, change);
    return h('li', {}, h('div', {}, h('time', { datetime: at }, clockTime(app.language, new Date(at), new Date())), ' ', h('strong', {}, account || app.t('audit.operator')), ' ', sentence(app, change), to && h('span', { class: 'row-text' }, to)));
  }
}
