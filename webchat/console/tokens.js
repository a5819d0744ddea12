/** Tokens that let the shop's own programs in: made, shown once, revoked. */
import { fill, h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { complete } from './editing.js';
import { adding, button, confirmed, field, notAdded, showOnce } from './ui.js';

/** @typedef {import('../shared/protocol').Token} Token */

const ROLES = /** @type {const} */ (['agent', 'editor', 'admin']);
const DAYS = /** @type {const} */ ([30, 90, 365]);

export class TokenPart {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.name = field('token-name', t('tokens.name'), h('input', { autocomplete: 'off', spellcheck: 'false', required: true }), t('tokens.name.hint'));
    this.role = field('token-role', t('people.role'), h('select', {}, ...ROLES.map((role) => h('option', { value: role }, t(`role.${role}`)))));
    this.days = field('token-days', t('tokens.days'), h('select', {}, ...DAYS.map((days) => h('option', { value: days }, t(`tokens.days.${days}`)))));
    this.days.input.value = '90';
    this.list = h('ul', { class: 'people-list tokens' });
    this.element = h(
      'section',
      { class: 'programs', 'aria-labelledby': 'tokens-title' },
      h('h2', { id: 'tokens-title' }, t('tokens.title')),
      h('p', { class: 'hint' }, t('tokens.about')),
      adding(
        'adding four',
        () => this.#add(),
        this.name.element,
        this.role.element,
        this.days.element,
        h('button', { type: 'submit', class: 'primary' }, t('tokens.add')),
      ),
      this.list,
    );
    void this.#load();
  }

  async #load() {
    try {
      /** @type {{ tokens: Token[] }} */
      const { tokens } = await this.app.api.get('tokens');
      fill(this.list, ...tokens.map((token) => this.#row(token)), tokens.length === 0 && h('li', { class: 'hint' }, this.app.t('tokens.none')));
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  async #add() {
    const { t, api } = this.app;
    const name = this.name.input.value.trim();
    if (!complete(this.app, { name: this.name })) {
      return;
    }
    try {
      const { secret } = await api.post('tokens', { name, role: this.role.input.value, days: Number(this.days.input.value) });
      this.name.input.value = '';
      await this.#load();
      await showOnce(t, t('tokens.once.title', { name }), t('tokens.once'), t('tokens.secret'), secret);
    } catch (failure) {
      notAdded(this.app, this.name, this.app.t('tokens.taken'), failure);
    }
  }

  /** @param {Token} token */
  #row({ id, name, role, createdBy, createdAt, expiresAt, usedAt }) {
    const { t, language } = this.app;
    const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' });
    const minute = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' });
    const over = new Date(expiresAt) <= new Date();
    return h(
      'li',
      { class: over ? 'shut' : null },
      h(
        'div',
        { class: 'who' },
        h('strong', {}, name),
        over && h('span', { class: 'tag stale' }, t('tokens.over')),
        h('span', { class: 'hint' }, t('tokens.made', { name: createdBy, date: day.format(new Date(createdAt)) })),
        h('span', { class: 'hint' }, t(over ? 'tokens.expired' : 'tokens.expires', { date: day.format(new Date(expiresAt)) })),
        h('span', { class: 'hint' }, usedAt ? t('tokens.used', { time: minute.format(new Date(usedAt)) }) : t('tokens.unused')),
      ),
      h('span', {}, t(`role.${role}`)),
      h('div', { class: 'actions' }, button(t('tokens.revoke'), () => void this.#revoke(id, name), 'quiet danger')),
    );
  }

  /** @param {number} id @param {string} name */
  async #revoke(id, name) {
    const { t } = this.app;
    if (!(await confirmed(t('tokens.revoke.title', { name }), t('tokens.revoke.text'), t('talk.cancel'), t('tokens.revoke')))) {
      return;
    }
    try {
      await this.app.api.delete(`tokens/${id}`);
      this.app.say(t('tokens.revoked', { name }));
    } catch (failure) {
      this.app.sayWhy(failure);
    }
    await this.#load();
  }
}
