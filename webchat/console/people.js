/** Who may sign in: administrators add people, change what they may do, let them in or not, and give new passwords. */
import { ApiError } from '../shared/api.js';
import { fill, h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { complete } from './editing.js';
import { ownPassword } from './ownPassword.js';
import { adding, button, confirmed, field, notAdded, showOnce } from './ui.js';

/** @typedef {import('../shared/protocol').Person} Person */

const ROLES = /** @type {const} */ (['agent', 'editor', 'admin']);

export class PeopleRoom {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.name = field('person-name', t('people.name'), h('input', { autocomplete: 'off', autocapitalize: 'words', spellcheck: 'false', required: true }), t('people.name.hint'));
    this.role = field('person-role', t('people.role'), roles(t));
    this.list = h('ul', { class: 'people-list' });
    this.element = h(
      'div',
      { class: 'people' },
      h('h1', {}, t('people.title')),
      adding(
        'adding',
        () => this.#add(),
        this.name.element,
        this.role.element,
        h('button', { type: 'submit', class: 'primary' }, t('people.add')),
      ),
      h('p', { class: 'hint' }, t('people.roles')),
      this.list,
    );
    void this.#load();
  }

  async #load() {
    try {
      /** @type {{ users: Person[] }} */
      const { users } = await this.app.api.get('users');
      fill(this.list, ...users.map((person) => this.#row(person)));
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  async #add() {
    const name = this.name.input.value.trim();
    if (!complete(this.app, { name: this.name })) {
      return;
    }
    try {
      const added = await this.app.api.post('users', { name, role: this.role.input.value });
      this.name.input.value = '';
      await this.#load();
      await this.#password(added.name, added.password);
    } catch (failure) {
      notAdded(this.app, this.name, this.app.t('people.taken'), failure);
    }
  }

  /** @param {Person} person */
  #row(person) {
    const { t, language, user } = this.app;
    const { name, role, disabled, createdAt } = person;
    const own = name === user?.name;
    const since = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' }).format(new Date(createdAt));
    const select = roles(t, role);
    select.disabled = own;
    select.setAttribute('aria-label', t('people.role.of', { name }));
    select.addEventListener('change', () => void this.#change(person, { role: select.value }, 'people.changed'));
    return h(
      'li',
      { class: disabled ? 'shut' : null },
      h(
        'div',
        { class: 'who' },
        h('strong', {}, name),
        own && h('span', { class: 'tag' }, t('people.you')),
        disabled && h('span', { class: 'tag stale' }, t('people.shut')),
        h('span', { class: 'hint' }, t('people.since', { date: since })),
      ),
      select,
      h(
        'div',
        { class: 'actions' },
        button(t('people.password'), () => void (own ? ownPassword(this.app) : this.#newPassword(name)), 'quiet'),
        !own && button(t(disabled ? 'people.let-in' : 'people.shut-out'), () => void this.#change(person, { disabled: !disabled }, disabled ? 'people.is-in' : 'people.is-out'), 'quiet'),
        !own && button(t('people.remove'), () => void this.#remove(name), 'quiet danger'),
      ),
    );
  }

  /**
   * @param {Person} person
   * @param {object} change
   * @param {'people.changed' | 'people.is-in' | 'people.is-out'} done
   */
  async #change({ name }, change, done) {
    await this.#try(async () => {
      await this.app.api.put(`users/${encodeURIComponent(name)}`, change);
      this.app.say(this.app.t(done, { name }));
    });
  }

  /** @param {string} name */
  async #newPassword(name) {
    const { t } = this.app;
    if (await confirmed(t('people.password.title', { name }), t('people.password.text', { name }), t('talk.cancel'), t('people.password'))) {
      await this.#try(async () => {
        const { password } = await this.app.api.put(`users/${encodeURIComponent(name)}/password`, {});
        await this.#password(name, password);
      });
    }
  }

  /** @param {string} name */
  async #remove(name) {
    const { t } = this.app;
    if (await confirmed(t('people.remove.title', { name }), t('people.remove.text', { name }), t('talk.cancel'), t('people.remove'))) {
      await this.#try(async () => {
        await this.app.api.delete(`users/${encodeURIComponent(name)}`);
        this.app.say(t('people.removed', { name }));
      });
    }
  }

  /** Shows a password this once. @param {string} name @param {string} password */
  async #password(name, password) {
    const { t } = this.app;
    await showOnce(t, t('people.once.title', { name }), t('people.once'), t('in.password'), password);
  }

  /** @param {() => Promise<void>} change */
  async #try(change) {
    try {
      await change();
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 409) {
        this.app.say(this.app.t('people.last'), 'bad');
      } else {
        this.app.sayWhy(failure);
      }
    }
    await this.#load();
  }
}

/**
 * @param {import('./app.js').App['t']} t
 * @param {import('../shared/protocol').Role} [chosenRole]
 */
function roles(t, chosenRole) {
  const select = h('select', {}, ...ROLES.map((role) => h('option', { value: role }, t(`role.${role}`))));
  select.value = chosenRole ?? 'agent';
  return select;
}
