/** Everything that was done to an article in one language, newest first, and the way back to an earlier text. */
import { h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { asRead } from './articleFields.js';
import { chosen } from './ui.js';

/** @typedef {import('../shared/protocol').Revision} Revision */

/**
 * Shows the history; gives the change whose text is to be used again, if one was chosen.
 *
 * @param {import('./app.js').App} app
 * @param {string} path of the article
 * @param {import('../shared/protocol').Language} language of the article
 * @returns {Promise<Revision | undefined>}
 */
export async function history(app, path, language) {
  const { t } = app;
  /** @type {{ history: Revision[] }} */
  const { history: changes } = await app.api.get(`${path}/history`);
  const time = new Intl.DateTimeFormat(localeOf(app.language), { dateStyle: 'medium', timeStyle: 'short' });
  const line = (/** @type {Revision} */ { version, kind, editor, at, content }) =>
    h(
      'li',
      {},
      h('p', {}, h('strong', {}, t(`history.${kind}`)), ' ', h('span', { class: 'hint' }, by(app, kind, editor), ' · ', h('time', { datetime: at }, time.format(new Date(at))))),
      content && asRead(t, 'history.show', content, language),
      content && h('button', { class: 'quiet', value: String(version) }, t('history.use')),
    );
  const list = changes.length > 0 ? h('ol', { class: 'history' }, ...changes.map(line)) : h('p', { class: 'hint' }, t('history.none'));
  const version = await chosen(t('history.title'), list, t('history.done'));
  return changes.find((change) => String(change.version) === version);
}

/**
 * Who did it; nobody where a file changed by itself.
 *
 * @param {import('./app.js').App} app
 * @param {Revision['kind']} kind
 * @param {string} editor
 */
function by({ t }, kind, editor) {
  return kind === 'file_changed' ? t('history.shipped') : editor;
}
