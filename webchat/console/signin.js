/** The way in. Shown alone at the start, and over the page when a session ends in the middle of work. */
import { ApiError } from '../shared/api.js';
import { drawing, fill, h } from '../shared/dom.js';
import { duration } from '../shared/i18n.js';
import { ICONS, field } from './ui.js';

/**
 * The form; `done` is called once somebody is signed in.
 *
 * @param {import('./app.js').App} app
 * @param {(user: import('../shared/protocol').SignedIn) => void} done
 * @param {{ intro?: string, who?: string | undefined }} [again] why it is asked for again, and of whom
 */
export function signIn(app, done, { intro, who } = {}) {
  const { t } = app;
  const name = field('name', t('in.name'), h('input', { autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true, value: who ?? '' }));
  const password = field('password', t('in.password'), h('input', { type: 'password', autocomplete: 'current-password', required: true, autofocus: who !== undefined }));
  const wrong = h('p', { class: 'error', role: 'alert' });
  const submit = h('button', { type: 'submit', class: 'primary' }, t('in.submit'));

  async function go() {
    fill(wrong);
    if (name.input.value.trim() === '' || password.input.value === '') {
      fill(wrong, t('in.missing'));
      return;
    }
    submit.disabled = true;
    try {
      done(await app.api.post('session', { name: name.input.value.trim(), password: password.input.value }));
    } catch (failure) {
      fill(wrong, refusal(app, failure));
      password.input.value = '';
      password.input.focus();
    } finally {
      submit.disabled = false;
    }
  }

  return h(
    'form',
    {
      class: 'sign-in',
      novalidate: true,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void go();
      },
    },
    h('div', { class: 'brand-mark' }, drawing(ICONS.bell)),
    h('h1', {}, t('in.title')),
    intro && h('p', {}, intro),
    name.element,
    password.element,
    wrong,
    submit,
  );
}

/**
 * @param {import('./app.js').App} app
 * @param {unknown} failure
 */
function refusal(app, failure) {
  if (!(failure instanceof ApiError)) {
    throw failure;
  }
  if (failure.status === 423 || failure.status === 429) {
    const seconds = Number(failure.body['retryAfterSeconds'] ?? 60);
    return app.t('in.locked', { time: duration(app.language, seconds) });
  }
  if (failure.status === 403) {
    return app.t('in.refused');
  }
  return app.t(failure.status === 401 || failure.status === 400 ? 'in.wrong' : 'in.failed');
}
