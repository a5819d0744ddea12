/** Small parts that every room of the console is made of. */
import { ApiError } from '../shared/api.js';
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { rule } from './rules.js';

/** Line drawings, as path data of 24 × 24. */
export const ICONS = {
  bell: 'M4 18h16M6 15a6 6 0 0 1 12 0zM12 9V6.5M10 6.5h4',
  desk: 'M4 5h16v11H9.5L5 20v-4H4z',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.6-3 3-5 6.5-5s5.9 2 6.5 5M15.5 4.3a3.5 3.5 0 0 1 0 6.4M18 15c1.9.7 3.1 2.3 3.5 4.5',
  article: 'M6 3.5h9l4 4v13H6zM15 3.5v4h4M9 12h7M9 16h7',
  plug: 'M9 3.5v5M15 3.5v5M6.5 8.5h11v3a5.5 5.5 0 0 1-11 0zM12 17v3.5',
  synonyms: 'M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4',
  out: 'M10 4H5v16h5M15 8l4 4-4 4M19 12H10',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  back: 'M14 6l-6 6 6 6',
  next: 'M10 6l6 6-6 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.8-3.4 3.7-5.5 7.5-5.5s6.7 2.1 7.5 5.5',
  plus: 'M12 5v14M5 12h14',
  setup: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h11M19 17h1M17 15v4',
  sent: 'M5 12.5l4.5 4.5L19 7.5',
  delivered: 'M1.5 12.5l4.5 4.5L15.5 7.5M12 16.5l.5.5L22.5 7',
  usage: 'M3.5 20h17M6.5 20v-7M12 20V5M17.5 20v-10',
  up: 'M7 10.5v9H4.5a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM7 10.5l4-7c1.5 0 2.5 1 2.5 2.5V9h5c1.2 0 2 1 1.8 2.1l-1.2 7a2 2 0 0 1-2 1.4H7',
  down: 'M17 13.5v-9h2.5a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1zM17 13.5l-4 7c-1.5 0-2.5-1-2.5-2.5V15h-5c-1.2 0-2-1-1.8-2.1l1.2-7A2 2 0 0 1 6.9 4.5H17',
  help: 'M9 9.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2.9-1.2 1.8M12 17h.01',
};

/**
 * @param {string} label
 * @param {() => void} act
 * @param {string} [kind] a class: primary, danger, quiet
 */
export function button(label, act, kind = 'plain') {
  return h('button', { type: 'button', class: kind, onclick: act }, label);
}

/**
 * Lets only the first of quick clicks through: what it brings may stand under the pointer already when the second one comes.
 *
 * @template {HTMLElement} E
 * @param {E} place
 */
export function unhurried(place) {
  place.addEventListener('click', (event) => event.detail > 1 && event.stopPropagation(), true);
  return place;
}

/**
 * A labelled field with a hint and a place for what is wrong with it.
 *
 * @template {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} E
 * @param {string} id unique on the page
 * @param {string} label
 * @param {E} input
 * @param {string} [hint]
 */
export function field(id, label, input, hint) {
  const error = h('span', { class: 'error', id: `${id}-error` });
  input.id = id;
  attribute(input, 'aria-describedby', hint ? `${id}-hint ${error.id}` : error.id);
  const wrong = (/** @type {string} */ text) => {
    fill(error, text);
    attribute(input, 'aria-invalid', text ? 'true' : null);
  };
  // what is being mended is not wrong any more, as far as is known
  input.addEventListener('input', () => wrong(''));
  return {
    input,
    element: h(
      'div',
      { class: 'labelled' },
      h('label', { for: id }, label),
      input,
      hint && h('span', { class: 'hint', id: `${id}-hint` }, hint),
      error,
    ),
    /** Says what is wrong; empty where nothing is. */
    wrong,
  };
}

/**
 * A row of fields by which something is added.
 *
 * @param {string} kind a class
 * @param {() => Promise<void>} add
 * @param {...Node} content
 */
export function adding(kind, add, ...content) {
  const onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    void add();
  };
  return h('form', { class: kind, novalidate: true, onsubmit }, ...content);
}

/**
 * Says why something was not added: at the field of its name where it is that, else for the whole page.
 *
 * @param {import('./app.js').App} app
 * @param {{ input: HTMLElement, wrong: (text: string) => void }} name
 * @param {string} taken what is said of a name that there is already
 * @param {unknown} failure
 */
export function notAdded(app, name, taken, failure) {
  const there = failure instanceof ApiError && failure.status === 409;
  const wrong = failure instanceof ApiError ? failure.fields[0] : undefined;
  if (there || wrong) {
    name.wrong(there ? taken : rule(app.t, (wrong?.rule ?? '').replace(`${wrong?.field} `, '')));
    name.input.focus();
  } else {
    app.sayWhy(failure);
  }
}

/**
 * An empty place that says what to do next.
 *
 * @param {keyof typeof ICONS} icon
 * @param {string} title
 * @param {string} text
 * @param {Node} [way] out of it
 */
export function empty(icon, title, text, way) {
  return h('div', { class: 'empty' }, drawing(ICONS[icon]), h('h2', {}, title), h('p', {}, text), way);
}

/**
 * Asks for a yes.
 *
 * @param {string} title
 * @param {Node | string} content
 * @param {string} cancel
 * @param {string} [confirm]
 */
export async function confirmed(title, content, cancel, confirm) {
  return (await chosen(title, content, cancel, confirm)) === 'yes';
}

/**
 * Shows a dialog until one of its buttons is pressed, or the page that it belongs to is left. The browser's own keeps the focus
 * and closes with Escape.
 *
 * @param {string} title
 * @param {Node | string} content may have buttons with a value of their own
 * @param {string} cancel
 * @param {string} [confirm] its value is `yes`
 * @param {boolean} [stays] also where its page is left
 * @returns {Promise<string>} the pressed button's value, empty for none
 */
export function chosen(title, content, cancel, confirm, stays = false) {
  return new Promise((resolve) => {
    const leave = () => stays || dialog.close('');
    const dialog = h('dialog', { 'aria-labelledby': 'dialog-title' });
    dialog.append(
      h(
        'form',
        { method: 'dialog' },
        h('h2', { id: 'dialog-title' }, title),
        typeof content === 'string' ? h('p', {}, content) : content,
        h(
          'div',
          { class: 'actions' },
          // Enter in a field means the confirmation where there is one: a form's first button to submit it is pressed then
          confirm === undefined ? h('button', { class: 'plain', value: '' }, cancel) : button(cancel, () => dialog.close('')),
          confirm !== undefined && h('button', { class: 'primary', value: 'yes' }, confirm),
        ),
      ),
    );
    dialog.addEventListener('close', () => {
      removeEventListener('hashchange', leave);
      dialog.remove();
      resolve(dialog.returnValue);
    });
    addEventListener('hashchange', leave);
    document.body.append(dialog);
    dialog.showModal();
  });
}

/**
 * Shows a secret, this once, in a field that can be copied from.
 *
 * @param {import('./app.js').App['t']} t
 * @param {string} title
 * @param {string} text
 * @param {string} label
 * @param {string} secret
 */
export async function showOnce(t, title, text, label, secret) {
  const shown = h('input', { readonly: true, value: secret, class: 'secret', 'aria-label': label, onfocus: () => shown.select() });
  const copy = button(t('people.copy'), () => void navigator.clipboard.writeText(secret).then(() => fill(copy, t('people.copied'))));
  // without TLS browsers give no clipboard: the field can be copied from by hand
  const content = h('div', {}, h('p', {}, text), h('div', { class: 'secret-row' }, shown, 'clipboard' in navigator && copy));
  await chosen(title, content, t('people.done'), undefined, true);
}
