/** One day of the week in the form for hours: its spans, each with a place for what is wrong with it. */
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { ICONS } from './ui.js';
import { mistakes } from './week.js';

/** A line drawing: take this away. */
export const CROSS = 'M7 7l10 10M17 7L7 17';

/** @typedef {import('./week.js').Span} Span */
/** @typedef {{ element: HTMLElement, opens: HTMLInputElement, closes: HTMLInputElement, error: HTMLElement }} Row */

/** What is proposed for a day that had no hours. @type {readonly Span[]} */
export const USUAL = [{ opens: '09:00', closes: '18:00' }];

export class Day {
  /** @type {Row[]} */
  #rows = [];

  /**
   * @param {import('./app.js').App} app
   * @param {import('../shared/protocol').Weekday} day
   * @param {string} name
   * @param {() => void} changed
   * @param {() => readonly Span[]} proposal hours for a day that has none
   */
  constructor(app, day, name, changed, proposal) {
    this.app = app;
    this.day = day;
    this.name = name;
    this.changed = changed;
    this.rows = h('div', { class: 'spans' });
    this.shut = h('span', { class: 'shut' }, app.t('hours.closed'));
    const add = h('button', { type: 'button', class: 'quiet', 'aria-label': app.t('hours.add.of', { day: name }), onclick: () => this.#more(proposal) }, drawing(ICONS.plus), app.t('hours.add'));
    this.actions = h('div', { class: 'day-actions' }, add);
    this.element = h('div', { class: 'day', role: 'group', 'aria-label': name }, h('span', { class: 'day-name' }, name), this.rows, this.actions);
    this.set([]);
  }

  /** @param {readonly Span[]} spans */
  set(spans) {
    this.#rows = spans.map((span) => this.#row(span));
    this.#draw();
  }

  /** @returns {Span[]} */
  get spans() {
    return this.#rows.map(({ opens, closes }) => ({ opens: opens.value, closes: closes.value }));
  }

  /** Says what is wrong at its place. @returns {HTMLElement | undefined} the first field that is */
  check() {
    const found = mistakes(this.spans);
    this.#rows.forEach(({ opens, closes, error }, i) => {
      const mistake = found[i];
      fill(error, mistake && this.app.t(`hours.wrong.${mistake}`));
      attribute(opens, 'aria-invalid', mistake && mistake !== 'order' ? 'true' : null);
      attribute(closes, 'aria-invalid', mistake && mistake !== 'overlap' ? 'true' : null);
    });
    return this.#rows.flatMap(({ opens, closes }) => [opens, closes]).find((input) => input.getAttribute('aria-invalid'));
  }

  /** @param {() => readonly Span[]} proposal */
  #more(proposal) {
    const proposed = this.#rows.length > 0 ? [{ opens: '', closes: '' }] : proposal();
    const rows = proposed.map((span) => this.#row(span));
    this.#rows.push(...rows);
    this.#draw();
    this.changed();
    rows[0]?.opens.focus();
  }

  /** @param {Span} span @returns {Row} */
  #row({ opens, closes }) {
    const { t } = this.app;
    const error = h('span', { class: 'error', id: `hours-error-${(Day.#count += 1)}` });
    const input = (/** @type {string} */ value, /** @type {string} */ label) => h('input', { type: 'time', value, 'aria-label': `${this.name}, ${label}`, 'aria-describedby': error.id, oninput: this.changed });
    /** @type {Row} */
    const row = { opens: input(opens, t('hours.opens')), closes: input(closes, t('hours.closes')), error, element: h('div', { class: 'span' }) };
    const remove = h('button', { type: 'button', class: 'icon-button', title: t('hours.remove'), 'aria-label': `${this.name}, ${t('hours.remove')}`, onclick: () => this.#remove(row) }, drawing(CROSS));
    row.element.append(row.opens, h('span', { 'aria-hidden': 'true' }, '–'), row.closes, remove, error);
    return row;
  }

  static #count = 0;

  /** @param {Row} row */
  #remove(row) {
    this.#rows = this.#rows.filter((other) => other !== row);
    this.#draw();
    this.changed();
    this.actions.querySelector('button')?.focus();
  }

  #draw() {
    fill(this.rows, ...this.#rows.map(({ element }) => element), this.#rows.length === 0 && this.shut);
  }
}
