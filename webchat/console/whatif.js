/** What-if: the newest logged questions asked of the articles as they are and as they would be, and which answers differ. */
import { fill, h, reconcile } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { chosen } from './ui.js';

/** @typedef {import('../shared/protocol').Changed} Changed */
/** @typedef {import('../shared/protocol').Outlook} Outlook */
/** @typedef {import('../shared/protocol').Tried} Tried */
/** @typedef {import('./app.js').App} App */
/** @typedef {'gained' | 'lost' | 'other' | 'reworded'} Sort */

/** In the order shown. @type {Sort[]} */
const SORTS = ['lost', 'other', 'gained', 'reworded'];

/**
 * Asks for the slices one after another, in a dialog that may be closed at any time. Fails, before anything is shown, where
 * the change itself is wrong.
 *
 * @param {App} app
 * @param {object} change
 * @param {() => void} [begun] called once the dialog is open
 */
export async function whatIf(app, change, begun) {
  const { t } = app;
  /** @type {Tried} */
  let slice = await app.api.post('what-if', change);
  const total = slice.total ?? 0;
  let asked = 0;
  let open = true;
  /** @type {Changed[]} */
  const changes = [];
  const status = h('p', { role: 'status' });
  const progress = h('progress', { max: Math.max(1, total), 'aria-label': t('if.title') });
  const list = h('div', { class: 'changes' });
  const shown = chosen(t('if.title'), h('div', { class: 'what-if' }, h('div', { class: 'what-if-head' }, status, progress), list), t('history.done')).then(() => (open = false));
  begun?.();
  try {
    for (;;) {
      asked += slice.asked;
      changes.push(...slice.changes);
      progress.value = asked;
      draw(app, list, changes);
      if (!slice.next || !open) {
        break;
      }
      fill(status, t('if.asking', { n: asked, of: total }));
      slice = await app.api.post('what-if', { ...change, after: slice.next });
    }
    fill(status, asked === 0 ? t('if.nothing') : changes.length === 0 ? t('if.same', { n: asked }) : t('if.done', { n: asked, changed: changes.length }));
  } catch (failure) {
    fill(status, h('span', { class: 'error' }, t('if.stopped', { n: asked, why: app.why(failure) })));
  } finally {
    progress.hidden = true;
  }
  await shown;
}

/**
 * Nobody who reads while more comes loses their place: what stands there already stays.
 *
 * @param {App} app
 * @param {HTMLElement} list
 * @param {Changed[]} changes
 */
function draw(app, list, changes) {
  const sorted = SORTS.map((sort) => ({ sort, same: together(changes.filter((it) => sortOf(it) === sort)) })).filter(({ same }) => same.length > 0);
  reconcile(
    list,
    sorted,
    ({ sort }) => sort,
    ({ sort }) => h('details', { open: sort !== 'reworded' }, h('summary'), h('ul')),
    (group, { sort, same }) => {
      const [summary, lines] = group.children;
      if (summary && lines) {
        fill(summary, app.t(`if.${sort}`, { n: same.reduce((sum, { times }) => sum + times, 0) }));
        reconcile(lines, same, ({ key }) => key, ({ change }) => line(app, change), (element, { times }) => again(app, element, times));
      }
    },
  );
}

/** @param {Changed} change @returns {Sort} */
function sortOf({ before, after, reworded }) {
  const nothing = (/** @type {Outlook} */ { kind }) => kind === 'unknown';
  return reworded ? 'reworded' : nothing(before) ? 'gained' : nothing(after) ? 'lost' : 'other';
}

/** Questions asked in the same words are one line. @param {Changed[]} changes */
function together(changes) {
  /** @type {Map<string, { key: string, change: Changed, times: number }>} */
  const lines = new Map();
  for (const change of changes) {
    const key = JSON.stringify([change.language, change.question.toLowerCase(), change.before, change.after]);
    const line = lines.get(key) ?? { key, change, times: 0 };
    line.times++;
    lines.set(key, line);
  }
  return [...lines.values()].sort((a, b) => b.times - a.times);
}

/**
 * @param {App} app
 * @param {Changed} change
 */
function line(app, { question, language, before, after, reworded }) {
  const lang = localeOf(language);
  return h(
    'li',
    {},
    h('p', {}, h('span', { class: 'asked-words', lang }, question), h('span', { class: 'tag', hidden: true })),
    h(
      'p',
      { class: 'hint' },
      !reworded && h('span', { class: 'was', lang }, answer(app, before)),
      !reworded && ' → ',
      h('span', { lang }, answer(app, after)),
    ),
  );
}

/**
 * Says how often the same was asked.
 *
 * @param {App} app
 * @param {HTMLElement} element of the line
 * @param {number} times
 */
function again(app, element, times) {
  const tag = /** @type {HTMLElement} */ (element.querySelector('.tag'));
  tag.hidden = times === 1;
  fill(tag, app.t('if.times', { n: times }));
}

/**
 * @param {App} app
 * @param {Outlook} outlook
 */
function answer(app, { kind, about }) {
  const { t } = app;
  const names = about.map(({ label, value }) => (value === `flow:${label}` ? app.named('flow', label) : label)).join(app.language === 'zh' ? '、' : ', ');
  return t(`if.to.${kind}`, { value: names });
}
