/** Forms that say at the field what is wrong with it, and that lose nothing. */
import { ApiError } from '../shared/api.js';
import { fill, h } from '../shared/dom.js';
import { rule } from './rules.js';

/** @typedef {{ input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, wrong: (text: string) => void }} Field */

/**
 * Says why something was not saved: at the field that the server names, else where the form says.
 *
 * @param {import('./app.js').App} app
 * @param {Record<string, Field>} fields by the server's names
 * @param {unknown} failure
 * @param {(text: string) => void} otherwise
 */
export function placed(app, fields, failure, otherwise) {
  const wrong = failure instanceof ApiError ? failure.fields[0] : undefined;
  const field = wrong && fields[wrong.field];
  if (wrong && field) {
    field.wrong(rule(app.t, wrong.rule.replace(`${wrong.field} `, '')));
    field.input.focus();
  } else {
    otherwise(app.why(failure));
  }
}

/**
 * Says of required fields that are empty, and of numbers that are out of range, that they are; clears what was wrong before.
 *
 * @param {import('./app.js').App} app
 * @param {Record<string, Field>} fields
 * @returns {boolean} true where something may be sent
 */
export function complete(app, fields) {
  const all = Object.values(fields).map((field) => ({ field, mistake: mistake(app, field.input) }));
  all.forEach(({ field, mistake: text }) => field.wrong(text));
  const first = all.find(({ mistake: text }) => text !== '');
  first?.field.input.focus();
  return first === undefined;
}

/**
 * @param {import('./app.js').App} app
 * @param {Field['input']} input
 */
function mistake({ t }, input) {
  if (input.required && input.value.trim() === '') {
    return t('rule.blank');
  }
  const { min = '', max = '' } = input instanceof HTMLInputElement ? input : {};
  return max !== '' && !input.validity.valid ? t('rule.range', { min, max }) : '';
}

/**
 * A dialog that stays until its fields are saved or it is left.
 *
 * @param {import('./app.js').App} app
 * @param {string} title
 * @param {Node} content
 * @param {Record<string, Field>} fields by the server's names
 * @param {() => Promise<unknown>} save
 * @returns {Promise<boolean>} true where it was saved
 */
export function edited(app, title, content, fields, save) {
  const { t } = app;
  const error = h('p', { class: 'error', role: 'alert' });
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title' });
  return new Promise((resolve) => {
    const onsubmit = async (/** @type {Event} */ event) => {
      event.preventDefault();
      fill(error);
      if (!complete(app, fields)) {
        return;
      }
      try {
        await save();
        dialog.close('yes');
      } catch (failure) {
        placed(app, fields, failure, (text) => fill(error, text));
      }
    };
    const cancel = h('button', { type: 'button', class: 'plain', onclick: () => dialog.close('') }, t('talk.cancel'));
    const actions = h('div', { class: 'actions' }, cancel, h('button', { type: 'submit', class: 'primary' }, t('set.save')));
    dialog.append(h('form', { novalidate: true, onsubmit }, h('h2', { id: 'dialog-title' }, title), content, error, actions));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
