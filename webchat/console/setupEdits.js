/** The dialogs in which canned replies, departments and what agents are for are written. Each gives true where it was saved. */
import { h } from '../shared/dom.js';
import { LANGUAGES, LANGUAGE_NAMES } from '../shared/i18n.js';
import { others } from './clash.js';
import { edited } from './editing.js';
import { field } from './ui.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Language} Language */
/** @typedef {import('../shared/protocol').DeskShift} DeskShift */
/** @typedef {import('../shared/protocol').Colleague} Colleague */

/**
 * @param {App} app
 * @param {import('../shared/protocol').CannedReply} [reply]
 */
export function editCanned(app, reply) {
  const { t } = app;
  const shortcut = field('canned-shortcut', t('set.shortcut'), h('input', { value: reply?.shortcut ?? '', readonly: reply !== undefined, required: true, spellcheck: 'false', maxlength: '40' }), t(reply ? 'set.kept' : 'set.shortcut.hint'));
  const words = (/** @type {Language} */ language) => {
    const text = field(`canned-${language}`, LANGUAGE_NAMES[language], h('textarea', { rows: '4', maxlength: '4000', autofocus: reply !== undefined && language === 'en' }));
    text.input.value = reply?.[language] ?? '';
    return text;
  };
  const [en, zh] = [words('en'), words('zh')];
  const content = h('div', { class: 'fields' }, shortcut.element, en.element, zh.element);
  const kept = {
    version: reply?.version ?? 0,
    compared: (/** @type {import('../shared/protocol').CannedReply} */ theirs) => others(t, LANGUAGES.map((it) => ({ name: LANGUAGE_NAMES[it], theirs: theirs[it], mine: { en, zh }[it].input.value.trim() }))),
    use: (/** @type {import('../shared/protocol').CannedReply} */ theirs) => ((en.input.value = theirs.en), (zh.input.value = theirs.zh)),
  };
  const save = (/** @type {number} */ version) => app.api.put(`setup/canned/${encodeURIComponent(shortcut.input.value.trim().replace(/^\//, ''))}`, { en: en.input.value.trim(), zh: zh.input.value.trim(), version });
  return edited(app, t(reply ? 'set.canned.edit' : 'set.canned.new'), content, { shortcut, en, zh }, save, kept);
}

/**
 * @param {App} app
 * @param {(topic: string) => string} called what the reader calls a topic
 * @param {import('../shared/protocol').Department} [department]
 */
export function editDepartment(app, called, department) {
  const { t } = app;
  const id = field('department-id', t('set.id'), h('input', { value: department?.id ?? '', readonly: department !== undefined, required: true, spellcheck: 'false', maxlength: '40' }), t(department ? 'set.kept' : 'set.id.hint'));
  const name = (/** @type {Language} */ language) => field(`department-${language}`, t(`set.name.${language}`), h('input', { value: department?.[language] ?? '', required: true, maxlength: '60', autofocus: department !== undefined && language === 'en' }));
  const [en, zh] = [name('en'), name('zh')];
  const topics = ticked(topicsOf(app, department?.topics ?? []), department?.topics ?? [], called);
  const content = h(
    'div',
    { class: 'fields' },
    id.element,
    h('div', { class: 'pair' }, en.element, zh.element),
    h('fieldset', { class: 'picked' }, h('legend', {}, t('set.topics')), h('div', { class: 'picks', tabindex: '0', role: 'group', 'aria-label': t('set.topics') }, ...topics.labels), h('p', { class: 'hint' }, t('set.topics.hint'))),
  );
  const listed = (/** @type {string[]} */ all) => all.map(called).sort().join(app.language === 'zh' ? '、' : ', ');
  const kept = {
    version: department?.version ?? 0,
    compared: (/** @type {import('../shared/protocol').Department} */ theirs) =>
      others(t, [...LANGUAGES.map((it) => ({ name: t(`set.name.${it}`), theirs: theirs[it], mine: { en, zh }[it].input.value.trim() })), { name: t('set.topics'), theirs: listed(theirs.topics), mine: listed(topics.chosen()) }]),
    use: (/** @type {import('../shared/protocol').Department} */ theirs) => ((en.input.value = theirs.en), (zh.input.value = theirs.zh), topics.choose(theirs.topics)),
  };
  const save = (/** @type {number} */ version) => app.api.put(`setup/departments/${encodeURIComponent(id.input.value.trim())}`, { en: en.input.value.trim(), zh: zh.input.value.trim(), topics: topics.chosen(), version });
  return edited(app, t(department ? 'set.departments.edit' : 'set.departments.new'), content, { id, en, zh }, save, kept);
}

/**
 * Everything that a department may be for: what the console has words for, and what it is for already.
 *
 * @param {App} app
 * @param {string[]} picked
 */
function topicsOf(app, picked) {
  return [...new Set([...app.names('reason'), ...app.names('flow'), ...picked])];
}

/**
 * @param {App} app
 * @param {Colleague} agent
 * @param {DeskShift} shift
 */
export function editAgent(app, agent, shift) {
  const { t, language } = app;
  const called = (/** @type {string} */ id) => shift.departments.find((it) => it.id === id)?.[language] ?? id;
  const tongues = ticked([...LANGUAGES], agent.languages, (it) => LANGUAGE_NAMES[/** @type {Language} */ (it)]);
  const places = ticked(shift.departments.map(({ id }) => id), agent.departments, called);
  const capacity = field('agent-limit', t('set.capacity'), h('input', { type: 'number', min: '1', max: '99', value: String(agent.capacity ?? ''), inputmode: 'numeric' }), t('set.capacity.own', { n: shift.capacity }));
  const group = (/** @type {string} */ title, /** @type {HTMLElement[]} */ labels) => h('fieldset', { class: 'picked' }, h('legend', {}, title), ...labels, h('p', { class: 'hint' }, t('set.none-is-all')));
  const content = h('div', { class: 'fields' }, group(t('known.language'), tongues.labels), places.labels.length > 0 && group(t('set.departments'), places.labels), capacity.element);
  const listed = (/** @type {string[]} */ names) => names.join(' · ');
  const spoken = (/** @type {string[]} */ all) => listed(all.length === 0 ? [t('set.any-language')] : LANGUAGES.filter((it) => all.includes(it)).map((it) => LANGUAGE_NAMES[it]));
  const placed = (/** @type {string[]} */ all) => listed(all.length === 0 ? [t('set.any-department')] : all.map(called).sort());
  /** Of theirs, those that are new since the boxes were drawn. @type {string[]} */
  let fresh = [];
  const departments = () => [...places.chosen(), ...fresh];
  const limit = () => (capacity.input.value ? Number(capacity.input.value) : undefined);
  const kept = {
    version: agent.version,
    compared: (/** @type {Colleague} */ theirs) =>
      others(t, [
        { name: t('known.language'), theirs: spoken(theirs.languages), mine: spoken(tongues.chosen()) },
        { name: t('set.departments'), theirs: placed(theirs.departments), mine: placed(departments()) },
        { name: t('set.capacity'), theirs: String(theirs.capacity ?? shift.capacity), mine: String(limit() ?? shift.capacity) },
      ]),
    use: (/** @type {Colleague} */ theirs) => {
      tongues.choose(theirs.languages);
      places.choose(theirs.departments);
      fresh = theirs.departments.filter((id) => !shift.departments.some((it) => it.id === id));
      capacity.input.value = String(theirs.capacity ?? '');
    },
  };
  const save = (/** @type {number} */ version) => app.api.put(`setup/agents/${encodeURIComponent(agent.name)}`, { languages: tongues.chosen(), departments: departments(), capacity: limit(), version });
  return edited(app, agent.name, content, { capacity }, save, kept);
}

/**
 * A box to tick for each.
 *
 * @param {string[]} all
 * @param {string[]} picked
 * @param {(one: string) => string} called
 */
function ticked(all, picked, called) {
  const boxes = all.map((one) => ({ one, box: h('input', { type: 'checkbox', checked: picked.includes(one) }) }));
  return {
    labels: boxes.map(({ one, box }) => h('label', { class: 'check' }, box, called(one))),
    choose: (/** @type {string[]} */ these) => boxes.forEach(({ one, box }) => (box.checked = these.includes(one))),
    chosen: () => boxes.filter(({ box }) => box.checked).map(({ one }) => one),
  };
}
