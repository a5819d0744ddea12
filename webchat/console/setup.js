/** How the desk works: its rules, departments, canned replies, whom each agent is for, and who changed what. */
import { fill, h } from '../shared/dom.js';
import { LANGUAGES, LANGUAGE_NAMES, clockTime } from '../shared/i18n.js';
import { button, chosen, confirmed, field } from './ui.js';

/** @typedef {import('../shared/protocol').DeskShift} DeskShift */
/** @typedef {{ id: number, at: string, account: string, action: string, subject: string }} Change */

const MINUTE = 60;
const ACTIONS = /** @type {const} */ (['POST /api/users', 'PUT /api/users/:name', 'PUT /api/users/:name/password', 'DELETE /api/users/:name', 'PUT /api/setup/policy', 'PUT /api/setup/departments/:id', 'DELETE /api/setup/departments/:id', 'PUT /api/setup/canned/:id', 'DELETE /api/setup/canned/:id', 'PUT /api/setup/agents/:name', 'POST /api/tokens', 'DELETE /api/tokens/:id']);

export class SetupRoom {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.first = field('set-first', t('set.first'), h('input', { type: 'number', min: '1', max: '10080', inputmode: 'numeric' }));
    this.whole = field('set-whole', t('set.whole'), h('input', { type: 'number', min: '1', max: '10080', inputmode: 'numeric' }));
    this.capacity = field('set-capacity', t('set.capacity'), h('input', { type: 'number', min: '1', max: '99', inputmode: 'numeric' }));
    this.assigns = h('input', { type: 'checkbox' });
    this.departments = h('ul', { class: 'set-list' });
    this.canned = h('ul', { class: 'set-list' });
    this.agents = h('ul', { class: 'set-list' });
    this.audit = h('ul', { class: 'set-list audit' });
    const rules = h(
      'form',
      { class: 'rules', novalidate: true, onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void this.#saveRules()) },
      this.first.element,
      this.whole.element,
      this.capacity.element,
      h('label', { class: 'check' }, this.assigns, t('set.assigns')),
      h('button', { type: 'submit', class: 'primary' }, t('set.save')),
    );
    this.element = h(
      'div',
      { class: 'setup' },
      h('h1', {}, t('set.title')),
      part(t('set.rules'), rules),
      part(t('set.canned'), h('p', { class: 'hint' }, t('set.canned.hint', { agent: '{agent}', shopper: '{shopper}', order: '{order}' })), this.canned, button(t('set.add'), () => void this.#editCanned())),
      part(t('set.departments'), h('p', { class: 'hint' }, t('set.departments.hint')), this.departments, button(t('set.add'), () => void this.#editDepartment())),
      part(t('set.agents'), this.agents),
      part(t('set.audit'), this.audit),
    );
    void this.#load();
  }

  async #load() {
    try {
      const [shift, { changes }] = await Promise.all([this.app.api.get('desk'), this.app.api.get('setup/audit')]);
      this.#draw(shift);
      fill(this.audit, ...changes.map((/** @type {Change} */ change) => this.#change(change)));
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  /** @param {DeskShift} shift */
  #draw(shift) {
    const { t, language } = this.app;
    this.first.input.value = String(Math.max(1, Math.round(shift.firstResponse / MINUTE)));
    this.whole.input.value = String(Math.max(1, Math.round(shift.resolution / MINUTE)));
    this.capacity.input.value = String(shift.capacity);
    this.assigns.checked = shift.assigns;
    fill(
      this.departments,
      ...shift.departments.map((it) => this.#row(it[language], it.topics.map((topic) => this.#topic(topic)).join(language === 'zh' ? '、' : ', '), () => void this.#editDepartment(it), () => void this.#remove(`setup/departments/${encodeURIComponent(it.id)}`, it[language]))),
      shift.departments.length === 0 && h('li', { class: 'hint' }, t('set.departments.none')),
    );
    fill(
      this.canned,
      ...shift.canned.map((it) => this.#row(`/${it.shortcut}`, it[language] || it.en || it.zh, () => void this.#editCanned(it), () => void this.#remove(`setup/canned/${encodeURIComponent(it.shortcut)}`, `/${it.shortcut}`))),
      shift.canned.length === 0 && h('li', { class: 'hint' }, t('set.canned.none')),
    );
    fill(this.agents, ...shift.crew.map((it) => this.#row(it.name, this.#serves(it, shift), () => void this.#editAgent(it, shift))));
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
    const label = { 'aria-label': `${t('set.edit')}: ${name}` };
    return h('li', {}, h('div', {}, h('strong', {}, name), h('span', { class: 'row-text' }, about)), h('div', { class: 'actions' }, h('button', { type: 'button', class: 'quiet', ...label, onclick: edit }, t('set.edit')), remove && button(t('people.remove'), remove, 'quiet danger')));
  }

  /** @param {Change} change */
  #change({ at, account, action, subject }) {
    const { t, language } = this.app;
    const known = ACTIONS.find((it) => it === action);
    return h('li', {}, h('div', {}, h('time', { datetime: at }, clockTime(language, new Date(at), new Date())), ' ', h('strong', {}, account), ' ', known ? t(`audit.${known}`, { name: subject }) : `${action} ${subject}`));
  }

  async #saveRules() {
    const { first, whole, capacity, assigns } = this;
    await this.#put('setup/policy', { firstResponse: Number(first.input.value) * MINUTE, resolution: Number(whole.input.value) * MINUTE, capacity: Number(capacity.input.value), assigns: assigns.checked });
  }

  /** @param {import('../shared/protocol').CannedReply} [reply] */
  async #editCanned(reply) {
    const { t } = this.app;
    const shortcut = field('canned-shortcut', t('set.shortcut'), h('input', { value: reply?.shortcut ?? '', readonly: reply !== undefined, spellcheck: 'false', maxlength: '40' }), t('set.shortcut.hint'));
    const texts = LANGUAGES.map((language) => field(`canned-${language}`, LANGUAGE_NAMES[language], h('textarea', { rows: '4', maxlength: '4000' })));
    texts.forEach((text, i) => (text.input.value = reply?.[LANGUAGES[i] ?? 'en'] ?? ''));
    if ((await chosen(t('set.canned'), h('div', { class: 'fields' }, shortcut.element, ...texts.map((text) => text.element)), t('talk.cancel'), t('set.save'))) === 'yes') {
      await this.#put(`setup/canned/${encodeURIComponent(shortcut.input.value.trim().replace(/^\//, ''))}`, { en: texts[0]?.input.value.trim() ?? '', zh: texts[1]?.input.value.trim() ?? '' });
    }
  }

  /** @param {import('../shared/protocol').Department} [department] */
  async #editDepartment(department) {
    const { t } = this.app;
    const id = field('department-id', t('set.id'), h('input', { value: department?.id ?? '', readonly: department !== undefined, spellcheck: 'false', maxlength: '40' }), t('set.id.hint'));
    const names = LANGUAGES.map((language) => field(`department-${language}`, LANGUAGE_NAMES[language], h('input', { value: department?.[language] ?? '', maxlength: '60' })));
    const topics = h('select', { multiple: true, size: '8', 'aria-label': t('set.topics') }, ...this.#topics(department?.topics ?? []));
    const content = h('div', { class: 'fields' }, id.element, ...names.map((name) => name.element), h('label', { class: 'labelled' }, h('span', {}, t('set.topics')), topics, h('span', { class: 'hint' }, t('set.topics.hint'))));
    if ((await chosen(t('set.departments'), content, t('talk.cancel'), t('set.save'))) === 'yes') {
      await this.#put(`setup/departments/${encodeURIComponent(id.input.value.trim())}`, { en: names[0]?.input.value.trim() ?? '', zh: names[1]?.input.value.trim() ?? '', topics: [...topics.selectedOptions].map((option) => option.value) });
    }
  }

  /** Everything that a department may be for. @param {string[]} picked */
  #topics(picked) {
    const known = /** @type {const} */ (['reason', 'flow']).flatMap((kind) => this.app.names(kind).map((name) => ({ name, label: this.app.named(kind, name) })));
    const others = picked.filter((name) => !known.some((it) => it.name === name)).map((name) => ({ name, label: this.#topic(name) }));
    return [...known, ...others].map(({ name, label }) => h('option', { value: name, selected: picked.includes(name) }, label));
  }

  /**
   * @param {import('../shared/protocol').Colleague} agent
   * @param {DeskShift} shift
   */
  async #editAgent(agent, shift) {
    const { t, language } = this.app;
    const tongues = LANGUAGES.map((it) => ({ it, box: h('input', { type: 'checkbox', checked: agent.languages.includes(it) }) }));
    const places = shift.departments.map((it) => ({ it, box: h('input', { type: 'checkbox', checked: agent.departments.includes(it.id) }) }));
    const limit = field('agent-limit', t('set.capacity'), h('input', { type: 'number', min: '1', max: '99', value: String(agent.limit), inputmode: 'numeric' }));
    const group = (/** @type {string} */ title, /** @type {HTMLElement[]} */ ...boxes) => h('fieldset', { class: 'outcomes' }, h('legend', {}, title), ...boxes, h('p', { class: 'hint' }, t('set.none-is-all')));
    const content = h(
      'div',
      { class: 'fields' },
      group(t('known.language'), ...tongues.map(({ it, box }) => h('label', { class: 'check' }, box, LANGUAGE_NAMES[it]))),
      places.length > 0 && group(t('set.departments'), ...places.map(({ it, box }) => h('label', { class: 'check' }, box, it[language]))),
      limit.element,
    );
    if ((await chosen(agent.name, content, t('talk.cancel'), t('set.save'))) === 'yes') {
      await this.#put(`setup/agents/${encodeURIComponent(agent.name)}`, {
        languages: tongues.filter(({ box }) => box.checked).map(({ it }) => it),
        departments: places.filter(({ box }) => box.checked).map(({ it }) => it.id),
        capacity: Number(limit.input.value),
      });
    }
  }

  /**
   * @param {string} path
   * @param {object} body
   */
  async #put(path, body) {
    await this.#try(() => this.app.api.put(path, body));
  }

  /**
   * @param {string} path
   * @param {string} name
   */
  async #remove(path, name) {
    const { t } = this.app;
    if (await confirmed(t('set.remove.title', { name }), t('set.remove.text'), t('talk.cancel'), t('people.remove'))) {
      await this.#try(() => this.app.api.delete(path));
    }
  }

  /** @param {() => Promise<unknown>} change */
  async #try(change) {
    try {
      await change();
      this.app.say(this.app.t('set.saved'));
    } catch (failure) {
      this.app.sayWhy(failure);
    }
    await this.#load();
  }
}

/**
 * @param {string} title
 * @param {...Node} content
 */
function part(title, ...content) {
  return h('section', { 'aria-label': title }, h('h2', {}, title), ...content);
}
