/** The two dialogs in which an agent lets go of a shopper: passing on, and closing with what came of it. */
import { h } from '../shared/dom.js';
import { load, save } from '../shared/storage.js';
import { chosen, field } from './ui.js';

const OUTCOMES = /** @type {const} */ (['solved', 'follow_up', 'not_solved', 'shopper_gone', 'spam']);
const MAX_NOTE = 2_000;
const NOTE = 'deskbell.desk.pass.';

/**
 * Asks whom the shopper goes to; undefined where nobody is chosen. The note is kept until they have gone.
 *
 * @param {import('./app.js').App} app
 * @param {import('./crew.js').Crew} crew
 * @param {string} conversation
 * @param {string} wrong with the choice made before; empty for nothing
 * @returns {Promise<{ agent?: string, department?: string, queue?: true, note: string } | undefined>}
 */
export async function passOn({ t, language }, crew, conversation, wrong) {
  const full = (/** @type {import('../shared/protocol').Colleague} */ { held, limit }) => held >= limit;
  // who has a hand free stands first
  const colleagues = [...crew.others].sort((a, b) => Number(full(a)) - Number(full(b)));
  const places = [
    ...colleagues.map((it) => ({ value: `agent ${it.name}`, label: t(full(it) ? 'pass.to.full' : 'pass.to.agent', { name: it.name, n: it.held, limit: it.limit }) })),
    ...crew.shift.departments.map((it) => ({ value: `department ${it.id}`, label: t(crew.attended(it.id) ? 'pass.to.department' : 'pass.to.empty', { name: it[language] }) })),
    { value: 'queue', label: t('pass.to.queue') },
  ];
  const to = field('pass-to', t('pass.to'), h('select', {}, ...places.map(({ value, label }) => h('option', { value }, label))));
  const note = field('pass-note', t('pass.note'), h('textarea', { rows: '3', maxlength: String(MAX_NOTE), oninput: () => save(NOTE + conversation, note.input.value || undefined) }), t('pass.note.hint'));
  note.input.value = String(load(NOTE + conversation) ?? '');
  to.wrong(wrong);
  const answer = await chosen(t('pass.title'), h('div', { class: 'fields' }, to.element, note.element), t('talk.cancel'), t('pass.do'));
  if (answer !== 'yes') {
    return undefined;
  }
  const [kind, ...name] = to.input.value.split(' ');
  return { ...(kind === 'queue' ? { queue: true } : { [kind === 'agent' ? 'agent' : 'department']: name.join(' ') }), note: note.input.value };
}

/** The shopper has gone on, and the note with them. @param {string} conversation */
export function passed(conversation) {
  save(NOTE + conversation, undefined);
}

/**
 * Asks what came of the conversation; undefined where it stays open.
 *
 * @param {import('./app.js').App} app
 * @returns {Promise<string | undefined>}
 */
export async function closing({ t }) {
  const choices = OUTCOMES.map((name, i) => h('label', { class: 'check' }, h('input', { type: 'radio', name: 'outcome', value: name, checked: i === 0 }), t(`outcome.${name}`)));
  const list = h('fieldset', { class: 'outcomes' }, h('legend', {}, t('talk.close.why')), ...choices);
  const answer = await chosen(t('talk.close.title'), h('div', {}, h('p', {}, t('talk.close.text')), list), t('talk.cancel'), t('talk.close'));
  const picked = list.querySelector('input:checked');
  return answer === 'yes' && picked instanceof HTMLInputElement ? picked.value : undefined;
}
