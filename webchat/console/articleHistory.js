/** Everything that was done to an article in one language, newest first, what each change changed, and the way back. */
import { h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { asRead, normal } from './articleFields.js';
import { differing } from './diff.js';
import { chosen } from './ui.js';

/** @typedef {import('../shared/protocol').Revision} Revision */
/** @typedef {import('../shared/protocol').ArticleFields} Content */

/** The value of the button that uses the shipped text. */
const SHIPPED = 'shipped';
const FIELDS = /** @type {const} */ (['question', 'also', 'answer', 'intent', 'tags', 'review']);

/**
 * Shows the history, down to the text that came with the files; gives the text that is to be used again, if one was chosen.
 *
 * @param {import('./app.js').App} app
 * @param {string} path of the article
 * @param {import('../shared/protocol').Language} language of the article
 * @returns {Promise<Content | undefined>}
 */
export async function history(app, path, language) {
  const { t } = app;
  /** @type {{ history: Revision[], shipped?: Content }} */
  const { history: changes, shipped } = await app.api.get(`${path}/history`);
  // once a file has changed, what it was before is not known any more
  const first = changes.some(({ kind }) => kind === 'file_changed') ? undefined : shipped;
  const time = new Intl.DateTimeFormat(localeOf(app.language), { dateStyle: 'medium', timeStyle: 'short' });
  const line = (/** @type {Revision} */ { version, kind, editor, at, content }, /** @type {number} */ place) => {
    const before = changes.slice(place + 1).find((it) => it.content)?.content ?? first;
    return h(
      'li',
      {},
      h('p', {}, h('strong', {}, t(`history.${kind}`)), ' ', h('span', { class: 'hint' }, by(app, kind, editor), ' · ', h('time', { datetime: at }, time.format(new Date(at))))),
      content && before && changed(app, before, content, language),
      ...use(content, String(version)),
    );
  };
  const use = (/** @type {Content | undefined} */ content, /** @type {string} */ value) =>
    content ? [asRead(t, 'history.show', content, language), h('button', { class: 'quiet', value }, t('history.use'))] : [];
  const beginning = shipped && h('li', {}, h('p', {}, h('strong', {}, t('history.begun'))), ...use(shipped, SHIPPED));
  const list = changes.length > 0 ? h('ol', { class: 'history' }, ...changes.map(line), beginning) : h('p', { class: 'hint' }, t('history.none'));
  const version = await chosen(t('history.title'), list, t('history.done'));
  return version === SHIPPED ? shipped : changes.find((change) => String(change.version) === version)?.content;
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
 * What differs from the text before.
 *
 * @param {import('./app.js').App} app
 * @param {Content} before
 * @param {Content} after
 * @param {import('../shared/protocol').Language} language
 */
function changed(app, before, after, language) {
  const found = differences(app, before, after, language);
  return found.length === 0 ? h('p', { class: 'hint' }, app.t('history.same')) : h('details', {}, h('summary', {}, app.t('history.difference')), ...found);
}

/**
 * What differs between two texts, field by field.
 *
 * @param {import('./app.js').App} app
 * @param {Content} before
 * @param {Content} after
 * @param {import('../shared/protocol').Language} language
 */
export function differences({ t }, before, after, language) {
  const [old, now] = [normal(before), normal(after)];
  return FIELDS.filter((name) => text(old, name) !== text(now, name)).map((name) =>
    h('div', { class: 'as-read' }, h('p', { class: 'hint' }, t(`art.${name}`)), h('div', { lang: localeOf(language) }, differing(text(old, name), text(now, name)))),
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
