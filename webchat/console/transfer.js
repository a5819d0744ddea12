/** Articles in and out: as a table or as Markdown files, with a report of each row before anything is changed. */
import { ApiError } from '../shared/api.js';
import { fill, h } from '../shared/dom.js';
import { LANGUAGE_NAMES, localeOf } from '../shared/i18n.js';
import { rule } from './rules.js';
import { button, chosen, field } from './ui.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('../shared/protocol').ImportRow} Row */
/** @typedef {'check' | 'draft' | 'publish'} Mode */
/** @typedef {{ table: string } | { names: string[], texts: string[] }} Source */

const OUTCOMES = /** @type {const} */ (['wrong', 'conflict', 'new', 'changed', 'same']);
/** Bytes that the server takes at once, as JSON. */
const MOST_BYTES = 5 * 1024 * 1024;
/** Rows that are listed. */
const SHOWN = 500;

/**
 * Opens the dialog.
 *
 * @param {App} app
 * @param {() => void} changed called once articles have changed
 */
export async function transfer(app, changed) {
  const { t } = app;
  const files = field('import-files', t('move.files'), h('input', { type: 'file', accept: '.csv,.md,text/csv,text/markdown', multiple: true }), t('move.files.hint'));
  const status = h('p', { role: 'status' });
  const report = h('div', { class: 'import-report' });
  const acts = h('div', { class: 'actions' });
  /** @type {Source | undefined} */
  let source;
  /** Another choice of files, and leaving, stop what is being read or saved. */
  let turn = 0;

  const offer = () => fill(acts, button(t('move.draft'), () => void run('draft')), button(t('move.publish'), () => void run('publish'), 'primary'));
  const run = async (/** @type {Mode} */ mode) => {
    const mine = ++turn;
    const wanted = () => mine === turn;
    /** @type {Row[]} */
    const rows = [];
    const work = () => rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').length;
    files.wrong('');
    fill(acts);
    files.input.disabled = mode !== 'check';
    try {
      const all = source ?? (await read(files.input.files));
      await bringIn(app, all, mode, rows, wanted, (n, of) => fill(status, t('move.reading', { n, of })));
      if (wanted()) {
        source = all;
        fill(status, t(mode === 'check' ? 'move.checked' : mode === 'draft' ? 'move.drafted' : 'move.published', { n: work() }));
        fill(report, ...reported(app, rows));
        if (mode === 'check' && work() > 0) {
          offer();
        }
      } else if (mode !== 'check') {
        app.say(t('move.stopped', { n: work() }));
      }
    } catch (failure) {
      const saved = mode !== 'check' && work() > 0;
      if (wanted()) {
        fill(status);
        files.wrong(saved ? t('move.broken', { n: work() }) : why(app, failure));
        if (mode !== 'check') {
          offer();
        }
      } else if (saved) {
        app.say(t('move.broken', { n: work() }), 'bad');
      }
    }
    if (wanted()) {
      files.input.disabled = false;
    }
    if (mode !== 'check') {
      changed();
    }
  };
  // the same file again, mended meanwhile, counts as another choice
  files.input.addEventListener('click', () => (files.input.value = ''));
  files.input.addEventListener('change', () => {
    source = undefined;
    fill(report);
    void run('check');
  });
  const out = (/** @type {'csv' | 'md'} */ format) => void exported(app, format).catch((failure) => app.sayWhy(failure));
  await chosen(
    t('move.title'),
    h(
      'div',
      { class: 'transfer' },
      h('h3', {}, t('move.out')),
      h('div', { class: 'actions' }, button(t('move.csv'), () => out('csv')), button(t('move.md'), () => out('md'))),
      h('h3', {}, t('move.in')),
      files.element,
      status,
      acts,
      report,
    ),
    t('history.done'),
  );
  turn++;
}

/** Files that can't be brought in as they are. */
class Unfit extends Error {
  /** @param {import('./app.js').Key} key */
  constructor(key) {
    super(key);
    this.key = key;
  }
}

/** @param {FileList | null} files @returns {Promise<Source>} */
async function read(files) {
  const all = [...(files ?? [])];
  if (all.reduce((sum, file) => sum + file.size, 0) > MOST_BYTES) {
    throw new Unfit('move.large');
  }
  if (all.some(({ name }) => name.toLowerCase().endsWith('.zip'))) {
    throw new Unfit('move.zip');
  }
  const texts = await Promise.all(all.map(decoded));
  return all.length === 1 && all[0]?.name.toLowerCase().endsWith('.csv')
    ? { table: texts[0] ?? '' }
    : { names: all.map((file) => file.webkitRelativePath || file.name), texts };
}

/** Its text. Another encoding than UTF-8 is refused: read as UTF-8 it would be brought in garbled. @param {File} file */
async function decoded(file) {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unfit('rule.utf8');
  }
}

/**
 * Brings articles in, slice by slice.
 *
 * @param {App} app
 * @param {Source} source
 * @param {Mode} mode
 * @param {Row[]} rows gets what became of each
 * @param {() => boolean} wanted false once no more is
 * @param {(n: number, of: number) => void} progress
 */
async function bringIn(app, source, mode, rows, wanted, progress) {
  /** @type {number | undefined} */
  let from = 0;
  while (from !== undefined && wanted()) {
    /** @type {{ rows: Row[], total: number, next?: number }} */
    const slice = await app.api.post('articles/import', { ...source, mode, from });
    rows.push(...slice.rows);
    if (wanted()) {
      progress(rows.length, slice.total);
    }
    from = slice.next;
  }
}

/**
 * @param {App} app
 * @param {Row[]} rows
 */
function reported(app, rows) {
  const { t } = app;
  const count = (/** @type {Row['outcome']} */ outcome) => rows.filter((row) => row.outcome === outcome).length;
  const told = rows.filter(({ outcome }) => outcome !== 'same').sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || a.row - b.row);
  return [
    h('p', { class: 'need-facts' }, ...OUTCOMES.filter((it) => count(it) > 0).map((it) => h('span', { class: `tag ${it}` }, t(`move.count.${it}`, { n: count(it) })))),
    h(
      'ol',
      {},
      ...told.slice(0, SHOWN).map((row) =>
        h(
          'li',
          {},
          h('span', { class: `tag ${row.outcome}` }, t(`move.${row.outcome}`)),
          // numbered as spreadsheets do, where the names of the columns are row 1
          h('span', {}, row.name ?? t('move.row', { n: row.row + 1 })),
          row.question && h('span', { lang: localeOf(row.language ?? 'en') }, row.question),
          row.language && h('span', { class: 'hint' }, `${row.id} · ${LANGUAGE_NAMES[row.language]}`),
          row.field && h('span', { class: 'error' }, t('move.at', { field: named(app, row.field), rule: rule(t, row.rule ?? '') })),
        ),
      ),
    ),
    told.length > SHOWN && h('p', { class: 'hint' }, t('move.more', { n: told.length - SHOWN })),
  ];
}

/** @param {App} app @param {string} name */
function named({ t }, name) {
  const known = FIELDS.find((it) => it === name);
  return known ? t(`art.${known}`) : t(OTHERS[name] ?? 'move.file');
}

/** @type {Record<string, import('./app.js').Key>} */
const OTHERS = { lang: 'known.language', row: 'move.cells', front: 'move.head', key: 'move.head' };

/** The table as a whole, not one of its rows. */
const TABLE = /^table(:1)?$/;
const FIELDS = /** @type {const} */ (['id', 'question', 'also', 'intent', 'tags', 'review', 'answer']);

/** @param {App} app @param {unknown} failure */
function why(app, failure) {
  if (!(failure instanceof ApiError)) {
    return app.t(failure instanceof Unfit ? failure.key : 'move.unreadable');
  }
  const [first] = failure.fields;
  return failure.status === 413 ? app.t('move.large') : first ? TABLE.test(first.field) ? rule(app.t, first.rule) : app.t('move.at', { field: named(app, first.field), rule: rule(app.t, first.rule) }) : app.why(failure);
}

/**
 * Hands a file to the browser.
 *
 * @param {App} app
 * @param {'csv' | 'md'} format
 */
async function exported(app, format) {
  /** @type {{ name: string, text?: string, base64?: string }} */
  const { name, text, base64 } = await app.api.get(`articles/export?format=${format}`);
  // spreadsheets take UTF-8 for what it is by its mark alone
  const content = base64 === undefined ? `\uFEFF${text}` : Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([content], { type: base64 === undefined ? 'text/csv' : 'application/zip' }));
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address));
}
