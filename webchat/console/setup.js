/** How the desk works: hours, sites, rules, canned replies, departments, whom each agent is for, and who changed what. */
import { fill, h } from '../shared/dom.js';
import { LANGUAGE_NAMES } from '../shared/i18n.js';
import { theirsOf } from './clash.js';
import { AuditPart } from './setupAudit.js';
import { editAgent, editCanned, editDepartment } from './setupEdits.js';
import { HoursPart } from './setupHours.js';
import { RulesPart } from './setupRules.js';
import { SitesPart } from './setupSites.js';
import { button, confirmed } from './ui.js';

/** @typedef {import('../shared/protocol').DeskShift} DeskShift */

export class SetupRoom {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.departments = h('ul', { class: 'set-list' });
    this.canned = h('ul', { class: 'set-list' });
    this.agents = h('ul', { class: 'set-list' });
    this.audit = new AuditPart(app);
    this.hours = new HoursPart(app, () => void this.audit.load());
    this.sites = new SitesPart(app, () => void this.audit.load());
    this.rules = new RulesPart(app, () => void this.#saved(Promise.resolve(true)));
    const parts = [
      part('hours', t('hours.title'), this.hours.element),
      part('sites', t('sites.title'), this.sites.element),
      part('rules', t('set.rules'), this.rules.element),
      part('canned', t('set.canned'), h('p', { class: 'hint' }, t('set.canned.hint', { agent: '{agent}', shopper: '{shopper}', order: '{order}' })), this.canned, button(t('set.add'), () => void this.#saved(editCanned(app)))),
      part('departments', t('set.departments'), h('p', { class: 'hint' }, t('set.departments.hint')), this.departments, button(t('set.add'), () => void this.#editDepartment())),
      part('agents', t('set.agents'), this.agents),
      part('audit', t('set.audit'), this.audit.element),
    ];
    this.element = h(
      'div',
      { class: 'setup' },
      // together, so that the list stays under the pointer when the page scrolls to what was chosen
      h('div', { class: 'setup-head' }, h('h1', {}, t('set.title')), h('nav', { 'aria-label': t('set.title') }, h('ul', {}, ...parts.map(({ name, title }) => h('li', {}, h('a', { href: `#/setup/${name}` }, title)))))),
      h('div', { class: 'parts' }, ...parts.map(({ element }) => element)),
    );
  }

  /** Whether what is shown has been read since the room was last opened. */
  #read = false;

  unsaved() {
    return this.hours.unsaved() || this.rules.unsaved();
  }

  /** What is there by then is read again on coming back; what is entered and not saved yet stays. */
  leave() {
    this.#read = false;
  }

  async #refresh() {
    if (!this.#read) {
      this.#read = true;
      await Promise.all([this.#load(), this.hours.load(), this.sites.load(), this.audit.load()]);
    }
  }

  /** Shows the part that the address names. @param {string[]} rest */
  route([name]) {
    const part = name === undefined ? null : this.element.querySelector(`#setup-${CSS.escape(name)}`);
    const title = part?.querySelector('h2');
    const show = () => {
      part?.scrollIntoView();
      title?.focus({ preventScroll: true });
    };
    show();
    // what stands above it has grown once it is read
    void this.#refresh().then(() => title === document.activeElement && show());
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
    this.rules.draw(shift);
    fill(
      this.departments,
      ...shift.departments.map((it) => this.#row(it[language], it.topics.map((topic) => this.#topic(topic)).join(language === 'zh' ? '、' : ', '), () => void this.#editDepartment(it), () => void this.#remove(`setup/departments/${encodeURIComponent(it.id)}`, it[language], it.version))),
      shift.departments.length === 0 && h('li', { class: 'hint' }, t('set.departments.none')),
    );
    fill(
      this.canned,
      ...shift.canned.map((it) => this.#row(`/${it.shortcut}`, it[language] || it.en || it.zh, () => void this.#saved(editCanned(app, it)), () => void this.#remove(`setup/canned/${encodeURIComponent(it.shortcut)}`, `/${it.shortcut}`, it.version))),
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

  /** @param {import('../shared/protocol').Department} [department] */
  async #editDepartment(department) {
    await this.#saved(editDepartment(this.app, (topic) => this.#topic(topic), department));
  }

  /**
   * @param {string} path
   * @param {string} name
   * @param {number} version
   */
  async #remove(path, name, version) {
    const { t } = this.app;
    if (await confirmed(t('set.remove.title', { name }), t('set.remove.text'), t('talk.cancel'), t('people.remove'))) {
      try {
        await this.#saved(this.app.api.delete(path, { version }).then(() => true));
      } catch (failure) {
        if (theirsOf(failure) === undefined) {
          this.app.sayWhy(failure);
        } else {
          this.app.say(t('clash.removing', { name }), 'bad');
        }
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
