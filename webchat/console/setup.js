/** How the desk works: hours, sites, rules, canned replies, departments, whom each agent is for, and who changed what. */
import { fill, h } from '../shared/dom.js';
import { LANGUAGE_NAMES } from '../shared/i18n.js';
import { complete, placed } from './editing.js';
import { AuditPart } from './setupAudit.js';
import { editAgent, editCanned, editDepartment } from './setupEdits.js';
import { HoursPart } from './setupHours.js';
import { SitesPart } from './setupSites.js';
import { button, confirmed, field } from './ui.js';

/** @typedef {import('../shared/protocol').DeskShift} DeskShift */

const MINUTE = 60;

export class SetupRoom {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    const number = (/** @type {string} */ max) => h('input', { type: 'number', min: '1', max, required: true, inputmode: 'numeric' });
    this.rules = {
      firstResponse: field('set-first', t('set.first'), number('10080')),
      resolution: field('set-whole', t('set.whole'), number('10080')),
      capacity: field('set-capacity', t('set.capacity'), number('99')),
    };
    this.assigns = h('input', { type: 'checkbox' });
    this.departments = h('ul', { class: 'set-list' });
    this.canned = h('ul', { class: 'set-list' });
    this.agents = h('ul', { class: 'set-list' });
    this.audit = new AuditPart(app);
    this.hours = new HoursPart(app, () => void this.audit.load());
    this.sites = new SitesPart(app, () => void this.audit.load());
    const rules = h(
      'form',
      { class: 'rules', novalidate: true, onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void this.#saveRules()) },
      ...Object.values(this.rules).map(({ element }) => element),
      h('label', { class: 'check' }, this.assigns, t('set.assigns')),
      h('button', { type: 'submit', class: 'primary' }, t('set.save')),
    );
    const parts = [
      part('hours', t('hours.title'), this.hours.element),
      part('sites', t('sites.title'), this.sites.element),
      part('rules', t('set.rules'), rules),
      part('canned', t('set.canned'), h('p', { class: 'hint' }, t('set.canned.hint', { agent: '{agent}', shopper: '{shopper}', order: '{order}' })), this.canned, button(t('set.add'), () => void this.#saved(editCanned(app)))),
      part('departments', t('set.departments'), h('p', { class: 'hint' }, t('set.departments.hint')), this.departments, button(t('set.add'), () => void this.#editDepartment())),
      part('agents', t('set.agents'), this.agents),
      part('audit', t('set.audit'), this.audit.element),
    ];
    this.element = h(
      'div',
      { class: 'setup' },
      h('h1', {}, t('set.title')),
      h('nav', { 'aria-label': t('set.title') }, h('ul', {}, ...parts.map(({ name, title }) => h('li', {}, h('a', { href: `#/setup/${name}` }, title))))),
      h('div', { class: 'parts' }, ...parts.map(({ element }) => element)),
    );
    void this.#load();
    void this.hours.load();
    void this.sites.load();
    void this.audit.load();
  }

  /** Shows the part that the address names. @param {string[]} rest */
  route([name]) {
    const part = name === undefined ? null : this.element.querySelector(`#setup-${CSS.escape(name)}`);
    part?.scrollIntoView();
    part?.querySelector('h2')?.focus({ preventScroll: true });
  }

  async #load() {
    try {
      this.#draw(await this.app.api.get('desk'));
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  /** @param {DeskShift} shift */
  #draw(shift) {
    const { app } = this;
    const { t, language } = app;
    this.rules.firstResponse.input.value = String(Math.max(1, Math.round(shift.firstResponse / MINUTE)));
    this.rules.resolution.input.value = String(Math.max(1, Math.round(shift.resolution / MINUTE)));
    this.rules.capacity.input.value = String(shift.capacity);
    this.assigns.checked = shift.assigns;
    fill(
      this.departments,
      ...shift.departments.map((it) => this.#row(it[language], it.topics.map((topic) => this.#topic(topic)).join(language === 'zh' ? '、' : ', '), () => void this.#editDepartment(it), () => void this.#remove(`setup/departments/${encodeURIComponent(it.id)}`, it[language]))),
      shift.departments.length === 0 && h('li', { class: 'hint' }, t('set.departments.none')),
    );
    fill(
      this.canned,
      ...shift.canned.map((it) => this.#row(`/${it.shortcut}`, it[language] || it.en || it.zh, () => void this.#saved(editCanned(app, it)), () => void this.#remove(`setup/canned/${encodeURIComponent(it.shortcut)}`, `/${it.shortcut}`))),
      shift.canned.length === 0 && h('li', { class: 'hint' }, t('set.canned.none')),
    );
    fill(this.agents, ...shift.crew.map((it) => this.#row(it.name, this.#serves(it, shift), () => void this.#saved(editAgent(app, it, shift)))));
  }

  /** What the reader calls a reason, a flow or an intent. @param {string} topic */
  #topic(topic) {
    const kind = /** @type {const} */ (['reason', 'flow', 'intent']).find((it) => this.app.names(it).includes(topic));
    return kind ? this.app.named(kind, topic) : topic;
  }

  /**
   * @param {import('../shared/protocol').Colleague} agent
   * @param {DeskShift} shift
   */
  #serves({ languages, departments, limit }, shift) {
    const { t, language } = this.app;
    const tongues = languages.length === 0 ? t('set.any-language') : languages.map((it) => LANGUAGE_NAMES[it]).join(' · ');
    const places = departments.length === 0 ? t('set.any-department') : shift.departments.filter((it) => departments.includes(it.id)).map((it) => it[language]).join(' · ');
    return `${tongues} · ${places} · ${t('set.at-once', { n: limit })}`;
  }

  /**
   * @param {string} name
   * @param {string} about
   * @param {() => void} edit
   * @param {() => void} [remove]
   */
  #row(name, about, edit, remove) {
    const { t } = this.app;
    const act = (/** @type {string} */ label, /** @type {() => void} */ onclick, kind = 'quiet') => h('button', { type: 'button', class: kind, 'aria-label': `${label}: ${name}`, onclick }, label);
    return h('li', {}, h('div', {}, h('strong', {}, name), h('span', { class: 'row-text' }, about)), h('div', { class: 'actions' }, act(t('set.edit'), edit), remove && act(t('people.remove'), remove, 'quiet danger')));
  }

  async #saveRules() {
    const { app, rules, assigns } = this;
    if (!complete(app, rules)) {
      return;
    }
    const body = { firstResponse: Number(rules.firstResponse.input.value) * MINUTE, resolution: Number(rules.resolution.input.value) * MINUTE, capacity: Number(rules.capacity.input.value), assigns: assigns.checked };
    try {
      await this.#saved(app.api.put('setup/policy', body).then(() => true));
    } catch (failure) {
      placed(app, rules, failure, (text) => app.say(text, 'bad'));
    }
  }

  /** @param {import('../shared/protocol').Department} [department] */
  async #editDepartment(department) {
    await this.#saved(editDepartment(this.app, (topic) => this.#topic(topic), department));
  }

  /**
   * @param {string} path
   * @param {string} name
   */
  async #remove(path, name) {
    const { t } = this.app;
    if (await confirmed(t('set.remove.title', { name }), t('set.remove.text'), t('talk.cancel'), t('people.remove'))) {
      try {
        await this.#saved(this.app.api.delete(path).then(() => true));
      } catch (failure) {
        this.app.sayWhy(failure);
        await this.#load();
      }
    }
  }

  /** Says so and shows what there is now, where something was saved. @param {Promise<boolean>} change */
  async #saved(change) {
    if (await change) {
      this.app.say(this.app.t('set.saved'));
      await Promise.all([this.#load(), this.audit.load()]);
    }
  }
}

/**
 * @param {string} name
 * @param {string} title
 * @param {...Node} content
 */
function part(name, title, ...content) {
  return { name, title, element: h('section', { id: `setup-${name}`, 'aria-label': title }, h('h2', { tabindex: '-1' }, title), ...content) };
}
