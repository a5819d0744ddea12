/** Forms that say at the field what is wrong with it, and that lose nothing. */
import { ApiError } from '../shared/api.js';
import { fill, h } from '../shared/dom.js';
import { Banner, theirsOf } from './clash.js';
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
 * @param {(version: number) => Promise<unknown>} save is told the version that is changed
 * @param {{ version: number, compared: (theirs: any) => Node, use: (theirs: any) => void }} [kept] for what others may change
 *   at once: the version that the fields were filled in from (0 for none), what of theirs is other, and theirs put into the fields
 * @returns {Promise<boolean>} true where it was saved
 */
export function edited(app, title, content, fields, save, kept) {
  const { t } = app;
  const error = h('p', { class: 'error', role: 'alert' });
  const banner = new Banner();
  let version = kept?.version ?? 0;
  /** Somebody else was faster: what was entered stays, and replaces theirs only where it is saved again. */
  const late = (/** @type {any} */ theirs) => {
    const fresh = version === 0;
    version = theirs?.version ?? 0;
    if (theirs && kept) {
      banner.clash(t, t(fresh ? 'clash.there' : 'clash.text'), kept.compared(theirs), () => form.requestSubmit(), () => (kept.use(theirs), banner.tell()));
    } else {
      banner.tell(t('clash.gone'));
    }
  };
  const form = h('form', { novalidate: true });
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title' });
  return new Promise((resolve) => {
    const onsubmit = async (/** @type {Event} */ event) => {
      event.preventDefault();
      fill(error);
      if (!complete(app, fields)) {
        return;
      }
      try {
        await save(version);
        dialog.close('yes');
      } catch (failure) {
        const theirs = kept && theirsOf(failure);
        if (theirs === undefined) {
          placed(app, fields, failure, (text) => fill(error, text));
        } else {
          late(theirs);
        }
      }
    };
    const cancel = h('button', { type: 'button', class: 'plain', onclick: () => dialog.close('') }, t('talk.cancel'));
    const actions = h('div', { class: 'actions' }, cancel, h('button', { type: 'submit', class: 'primary' }, t('set.save')));
    form.addEventListener('submit', (event) => void onsubmit(event));
    form.append(h('h2', { id: 'dialog-title' }, title), content, error, banner.element, actions);
    dialog.append(form);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
