/** Everything that was done to an article in one language, newest first, what each change changed, and the way back. */
import { h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { asRead, normal } from './articleFields.js';
import { differing } from './diff.js';
import { chosen } from './ui.js';

/** @typedef {import('../shared/protocol').Revision} Revision */
/** @typedef {import('../shared/protocol').ArticleFields} Content */

const FIELDS = /** @type {const} */ (['question', 'also', 'answer', 'intent', 'tags', 'review']);

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
  const line = (/** @type {Revision} */ { version, kind, editor, at, content }, /** @type {number} */ place) => {
    const before = changes.slice(place + 1).find((it) => it.content)?.content;
    return h(
      'li',
      {},
      h('p', {}, h('strong', {}, t(`history.${kind}`)), ' ', h('span', { class: 'hint' }, by(app, kind, editor), ' · ', h('time', { datetime: at }, time.format(new Date(at))))),
      content && before && changed(app, before, content, language),
      content && asRead(t, 'history.show', content, language),
      content && h('button', { class: 'quiet', value: String(version) }, t('history.use')),
    );
  };
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

/**
 * What differs from the text before, field by field.
 *
 * @param {import('./app.js').App} app
 * @param {Content} before
 * @param {Content} after
 * @param {import('../shared/protocol').Language} language
 */
function changed({ t }, before, after, language) {
  const [old, now] = [normal(before), normal(after)];
  const differ = FIELDS.filter((name) => text(old, name) !== text(now, name));
  return differ.length === 0
    ? h('p', { class: 'hint' }, t('history.same'))
    : h(
        'details',
        {},
        h('summary', {}, t('history.difference')),
        ...differ.map((name) => h('div', { class: 'as-read' }, h('p', { class: 'hint' }, t(`art.${name}`)), h('div', { lang: localeOf(language) }, differing(text(old, name), text(now, name))))),
      );
}

/**
 * @param {Content} content
 * @param {typeof FIELDS[number]} name
 */
function text(content, name) {
  const value = content[name];
  return Array.isArray(value) ? value.join('\n') : (value ?? '');
}
