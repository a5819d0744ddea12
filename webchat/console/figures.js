/** A day at the desk in figures: small charts, each with its numbers in words. */
import { fill, h } from '../shared/dom.js';
import { duration, localeOf } from '../shared/i18n.js';

/** @typedef {import('../shared/protocol').DayFigures} DayFigures */

const SVG = 'http://www.w3.org/2000/svg';
const HOURS = 24;
const OUTCOMES = /** @type {const} */ (['solved', 'follow_up', 'not_solved', 'shopper_gone', 'spam']);
/** Of a chart, in its own units. */
const WIDTH = 240;
const HEIGHT = 56;

export class Figures {
  /** The day that the reader has chosen, empty for today. */
  #chosen = '';

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.day = h('input', { type: 'date', 'aria-label': t('figures.day'), onchange: () => void this.#choose() });
    this.body = h('div', { class: 'charts' });
    this.hint = h('p', { class: 'hint', role: 'status' });
    this.element = h('section', { class: 'figures', 'aria-label': t('figures.title') }, h('header', {}, h('h2', {}, t('figures.title')), this.day), this.hint, this.body);
  }

  #choose() {
    this.#chosen = this.day.value;
    return this.load();
  }

  async load() {
    try {
      this.#draw(await this.app.api.get(`figures${this.#chosen && `?day=${this.#chosen}`}`));
    } catch (failure) {
      fill(this.hint, this.app.why(failure));
    }
  }

  /** @param {DayFigures} figures */
  #draw(figures) {
    const { t, language } = this.app;
    this.day.value = figures.day;
    const { conversations = 0, bot = 0, person = 0 } = figures.total ?? {};
    const hours = Array.from({ length: HOURS }, (_, hour) => figures.hour?.[hour] ?? 0);
    const share = conversations > 0 ? `${Math.round((100 * bot) / conversations)}%` : t('figures.none');
    const time = (/** @type {number | undefined} */ seconds) => (seconds === undefined ? t('figures.none') : duration(language, seconds));
    const scores = [1, 2, 3, 4, 5].map((score) => figures.score?.[score] ?? 0);
    const rated = scores.reduce((sum, n) => sum + n, 0);
    const mean = scores.reduce((sum, n, i) => sum + n * (i + 1), 0) / Math.max(1, rated);
    const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 });
    const elsewhere = figures.zone !== new Intl.DateTimeFormat().resolvedOptions().timeZone;
    fill(this.hint, conversations === 0 && h('span', {}, t('figures.nothing')), elsewhere && h('span', {}, t('figures.zone', { zone: figures.zone.replace(/_/g, ' ') })));
    fill(
      this.body,
      this.#tile(t('figures.conversations'), number.format(conversations), bars(hours), conversations > 0 ? t('figures.hours', { hour: hours.indexOf(Math.max(...hours)) }) : ''),
      this.#tile(t('figures.bot'), share, split(bot, person), t('figures.split', { bot: number.format(bot), person: number.format(person) })),
      this.#tile(t('figures.wait'), time(figures.wait?.['median']), undefined, figures.wait?.['median'] === undefined ? '' : t('figures.wait.more', { most: time(figures.wait?.['most']), answer: time(figures.wait?.['answer']) })),
      this.#tile(t('figures.rating'), rated > 0 ? number.format(mean) : t('figures.none'), bars(scores), t('figures.helpful', { yes: figures.helpful?.['true'] ?? 0, no: figures.helpful?.['false'] ?? 0 })),
      this.#list(t('figures.reasons'), Object.entries(figures.reason ?? {}).map(([name, n]) => [this.app.named('reason', name), n])),
      this.#list(t('figures.outcomes'), OUTCOMES.map((name) => [t(`outcome.${name}`), figures.outcome?.[name] ?? 0])),
    );
  }

  /**
   * @param {string} title
   * @param {string} value
   * @param {Node | undefined} chart
   * @param {string} more
   */
  #tile(title, value, chart, more) {
    return h('div', { class: 'tile' }, h('h3', {}, title), h('p', { class: 'figure' }, value), chart, h('p', { class: 'hint' }, more));
  }

  /**
   * @param {string} title
   * @param {(readonly [string, number])[]} rows
   */
  #list(title, rows) {
    const most = Math.max(1, ...rows.map(([, n]) => n));
    const shown = rows.filter(([, n]) => n > 0).sort(([, a], [, b]) => b - a);
    return (
      shown.length > 0 &&
      h('div', { class: 'tile wide' }, h('h3', {}, title), h('dl', { class: 'meters' }, ...shown.map(([name, n]) => h('div', {}, h('dt', {}, name), h('dd', {}, h('meter', { min: '0', max: String(most), value: String(n), 'aria-hidden': 'true' }), String(n))))))
    );
  }
}

/** One bar for each value. @param {number[]} values */
function bars(values) {
  const most = Math.max(1, ...values);
  const step = WIDTH / values.length;
  return chart(...values.map((value, i) => rectangle(i * step + 1, HEIGHT - Math.max(1, (value / most) * HEIGHT), step - 2, Math.max(1, (value / most) * HEIGHT), value > 0 ? 'bar' : 'bar none')));
}

/** Two parts of a whole. @param {number} first @param {number} second */
function split(first, second) {
  const at = first + second > 0 ? (first / (first + second)) * WIDTH : 0;
  return first + second > 0 ? chart(rectangle(0, HEIGHT / 2 - 8, at, 16, 'bar'), rectangle(at, HEIGHT / 2 - 8, WIDTH - at, 16, 'bar second')) : chart(rectangle(0, HEIGHT / 2 - 8, WIDTH, 16, 'bar none'));
}

/** @param {...Element} parts */
function chart(...parts) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('class', 'chart');
  svg.append(...parts);
  return svg;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {string} name
 */
function rectangle(x, y, width, height, name) {
  const part = document.createElementNS(SVG, 'rect');
  for (const [attribute, value] of Object.entries({ x, y, width, height, class: name })) {
    part.setAttribute(attribute, String(value));
  }
  return part;
}
