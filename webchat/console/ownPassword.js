/** One's own password: whoever is signed in chooses another one. */
import { h } from '../shared/dom.js';
import { edited } from './editing.js';
import { field } from './ui.js';

/** @param {import('./app.js').App} app */
export async function ownPassword(app) {
  const { t } = app;
  const secret = (/** @type {string} */ id, /** @type {string} */ label, /** @type {string} */ autocomplete, /** @type {string} */ hint = '') => field(id, label, h('input', { type: 'password', autocomplete, required: true, maxlength: '200' }), hint);
  const current = secret('own-current', t('own.current'), 'current-password');
  const password = secret('own-password', t('own.new'), 'new-password', t('own.new.hint'));
  const show = (/** @type {Event} */ event) => [current, password].forEach(({ input }) => (input.type = /** @type {HTMLInputElement} */ (event.target).checked ? 'text' : 'password'));
  const content = h('div', { class: 'fields' }, current.element, password.element, h('label', { class: 'check' }, h('input', { type: 'checkbox', onchange: show }), t('own.show')));
  const save = async () => app.welcome(await app.api.put('session/password', { current: current.input.value, password: password.input.value }));
  if (await edited(app, t('own.title'), content, { current, password }, save)) {
    app.say(t('own.saved'));
  }
}
