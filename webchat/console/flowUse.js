/** How many begin each flow and what becomes of them; of one flow its drawing, with how many go which way and where they give up. */
import { fill, h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { about, doing, inWords, way } from './flowWords.js';
import { empty } from './ui.js';

/** @typedef {import('../shared/protocol').FlowUse} FlowUse */
/** @typedef {import('../shared/protocol').FlowDrawing} Drawing */
/** @typedef {Drawing['boxes'][number]} Box */

const DAYS = [7, 30, 90];
const SVG = 'http://www.w3.org/2000/svg';
const OUT = /** @type {const} */ (['silent', 'left', 'declined', 'person', 'gone']);
/** Pixels: around a tag, of a box's own words from its edge, a letter of a label, and how much wider an arrow is that all take. */
const INSET = 6;
const LETTER = { narrow: 6, wide: 12 };
const TAG = { height: 18, letter: 7, space: 12 };
const WIDEST = 6;

export class FlowUseView {
  #asked = 0;
  /** @type {string | undefined} */
  #flow;

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.number = new Intl.NumberFormat(localeOf(app.language));
    this.days = h('select', { 'aria-label': t('use.days'), onchange: () => void this.#load() }, ...DAYS.map((n) => h('option', { value: n }, t('need.days.of', { n }))));
    this.days.value = '30';
    this.edition = h('select', { 'aria-label': t('flow.edition'), hidden: true, onchange: () => void this.#load() });
    this.back = h('a', { href: '#/usage/flows', hidden: true }, t('flow.all'));
    this.hint = h('p', { class: 'hint', role: 'status' });
    this.body = h('div', { class: 'flow-body' });
    this.element = h('div', { class: 'use-flows' }, h('div', { class: 'need-filter' }, this.back, this.days, this.edition, this.hint), this.body);
  }

  /** @param {string[]} rest the flow's name; none for all */
  route([flow]) {
    if (flow !== this.#flow) {
      this.#flow = flow;
      this.back.hidden = !flow;
      fill(this.edition);
      fill(this.body);
    }
    void this.#load();
  }

  async #load() {
    const { app } = this;
    const turn = ++this.#asked;
    const flow = this.#flow;
    const query = new URLSearchParams({ days: this.days.value });
    if (flow) {
      query.set('language', app.language);
    }
    if (flow && this.edition.value) {
      query.set('edition', this.edition.value);
    }
    try {
      const found = await app.api.get(flow ? `usage/flows/${encodeURIComponent(flow)}?${query}` : `usage/flows?${query}`);
      if (turn === this.#asked) {
        this.edition.hidden = !flow || found.editions.length < 2;
        fill(this.body, ...(flow ? this.#one(found) : this.#all(found.flows)));
        this.#begin(found.boxes?.[0]);
      }
    } catch (failure) {
      fill(this.hint, h('span', { class: 'error' }, app.why(failure)));
    }
  }

  /** Brings the beginning of a drawing into view, which is wider than most screens. @param {Box | undefined} start */
  #begin(start) {
    const drawing = this.body.querySelector('.drawing');
    if (start && drawing) {
      drawing.scrollLeft = start.x + start.width / 2 - drawing.clientWidth / 2;
    }
  }

  /** @param {FlowUse[]} flows */
  #all(flows) {
    const { t, language } = this.app;
    const columns = /** @type {const} */ (['begun', 'finished', 'person', 'gaveUp']);
    fill(this.hint, flows.every(({ begun }) => begun === 0) && t('flow.none'));
    if (flows.length === 0) {
      return [empty('usage', t('flow.nothing'), t('flow.nothing.text'))];
    }
    return [
      h('p', { class: 'hint' }, t('flow.text')),
      h(
        'table',
        { class: 'use-table' },
        h('caption', { class: 'unseen' }, t('use.flows')),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, h('span', {}, t('flow.flow'))), ...columns.map((column) => h('th', { scope: 'col' }, h('span', {}, t(`flow.${column}`)))))),
        h(
          'tbody',
          {},
          ...flows.map((flow) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, h('a', { href: `#/usage/flows/${encodeURIComponent(flow.id)}` }, flow.title[language])),
              ...columns.map((column) => h('td', { 'data-name': t(`flow.${column}`), class: flow[column] === 0 ? 'zero' : column === 'gaveUp' ? 'bad' : null }, this.#of(flow[column], column === 'begun' ? 0 : flow.begun))),
            ),
          ),
        ),
      ),
    ];
  }

  /**
   * A number, with its share of another one that is not 0.
   *
   * @param {number} n
   * @param {number} of
   */
  #of(n, of) {
    return of > 0 && n > 0 ? `${this.number.format(n)} (${Math.round((100 * n) / of)}%)` : this.number.format(n);
  }

  /** @param {Drawing} drawing */
  #one(drawing) {
    const { t, language } = this.app;
    if (!this.edition.firstChild) {
      fill(this.edition, ...drawing.editions.map(({ edition, inUse, begun }) => h('option', { value: edition }, t(inUse ? 'flow.edition.now' : 'flow.edition.old', { n: this.number.format(begun), edition: edition.slice(0, 6) }))));
      this.edition.value = drawing.edition;
    }
    fill(this.hint, t(drawing.begun > 0 ? 'flow.begun.n' : 'flow.begun.none', { n: this.number.format(drawing.begun) }));
    const lost = drawing.boxes.map((box) => ({ box, out: outOf(box) })).filter(({ out }) => out > 0).sort((a, b) => b.out - a.out);
    return [
      h('h2', {}, drawing.title[language]),
      h('section', { 'aria-label': t('flow.where') }, h('h3', {}, t('flow.where')), lost.length === 0 ? h('p', { class: 'hint' }, t('flow.where.none')) : this.#steps(drawing, lost)),
      h('section', { class: 'drawing', tabindex: '0', 'aria-label': t('flow.drawing') }, this.#draw(drawing)),
      h('p', { class: 'hint' }, t('flow.drawing.text')),
    ];
  }

  /**
   * @param {Drawing} drawing
   * @param {{ box: Box, out: number }[]} lost
   */
  #steps(drawing, lost) {
    const { t } = this.app;
    return h(
      'ol',
      { class: 'lost' },
      ...lost.map(({ box, out }) =>
        h(
          'li',
          {},
          h('span', { class: 'lost-step', title: box.step }, inWords(this.app, drawing, box)),
          h('span', { class: 'lost-count' }, t('flow.lost', { n: this.number.format(out), of: this.number.format(box.reached), share: Math.min(100, Math.round((100 * out) / Math.max(1, box.reached))) })),
          h('meter', { min: '0', max: String(Math.max(1, box.reached)), value: String(out), 'aria-hidden': 'true' }),
          h('span', { class: 'hint' }, OUT.filter((way) => box.gaveUp[way]).map((way) => t(`flow.out.${way}`, { n: this.number.format(box.gaveUp[way] ?? 0) })).join(this.app.language === 'zh' ? '；' : '; ')),
        ),
      ),
    );
  }

  /** @param {Drawing} drawing */
  #draw(drawing) {
    const { width, height, boxes, lines, begun, title } = drawing;
    const most = Math.max(1, begun, ...lines.map(({ times }) => times));
    const tip = svg('marker', { id: 'flow-tip', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse' }, svg('path', { d: 'M0,0 L8,4 L0,8 z', class: 'tip' }));
    return svg(
      'svg',
      { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': title[this.app.language] },
      svg('defs', {}, tip),
      ...lines.map(({ path, back, from, to, times }) =>
        svg('path', { class: `way${back || from === to ? ' back' : ''}${times === 0 ? ' none' : ''}`, d: path, 'stroke-width': times === 0 ? 1.2 : 1.5 + (WIDEST * times) / most, [back ? 'marker-start' : 'marker-end']: 'url(#flow-tip)' }),
      ),
      ...boxes.map((box) => this.#box(drawing, box)),
      ...lines.map((line) => this.#label(drawing, line)),
    );
  }

  /**
   * What leads along an arrow, as far as there is room, and how many went there.
   *
   * @param {Drawing} drawing
   * @param {Drawing['lines'][number]} line
   */
  #label(drawing, line) {
    const { x, y, times, room, ways } = line;
    const words = way(this.app, drawing, line);
    const count = this.number.format(times);
    const short = shortened(words, room - widthOf(` · ${count}`));
    const label = svg('text', { class: `label${times === 0 ? ' none' : ''}`, x, y, 'text-anchor': 'middle' }, short ? `${short} · ${count}` : count);
    if (words) {
      label.append(svg('title', {}, `${words} · ${count} (${ways.join(', ')})`));
    }
    return label;
  }

  /**
   * @param {Drawing} drawing
   * @param {Box} box
   */
  #box(drawing, box) {
    const { app } = this;
    const { shape, step, x, y, width, height, reached } = box;
    const does = doing(app, box);
    const out = outOf(box);
    return svg(
      'g',
      { class: `${shape}${reached === 0 ? ' none' : ''}` },
      svg('title', {}, step ? `${inWords(app, drawing, box)} (${step})` : inWords(app, drawing, box)),
      svg('rect', { x, y, width, height, rx: shape === 'start' || shape === 'end' ? 28 : 8 }),
      svg(
        'foreignObject',
        { x: x + INSET, y: y + INSET, width: width - 2 * INSET, height: height - 2 * INSET },
        h('div', { class: 'step-words' }, does && h('span', { class: 'does' }, does), h('span', { class: 'what' }, about(app, drawing, box))),
      ),
      ...this.#tag(this.number.format(reached), 'reached', x, y),
      ...(out > 0 ? this.#tag(`−${this.number.format(out)}`, 'lost', x + width, y + height) : []),
    );
  }

  /**
   * A small number on the corner of a box.
   *
   * @param {string} text
   * @param {string} name a class
   * @param {number} x
   * @param {number} y
   */
  #tag(text, name, x, y) {
    const width = text.length * TAG.letter + TAG.space;
    return [svg('rect', { class: `tag-box ${name}`, x: x - width / 2, y: y - TAG.height / 2, width, height: TAG.height, rx: TAG.height / 2 }), svg('text', { class: `tag-text ${name}`, x, y: y + 4, 'text-anchor': 'middle' }, text)];
  }
}

/** How many gave up at a step. @param {Box} box */
function outOf({ gaveUp }) {
  return OUT.reduce((sum, way) => sum + (gaveUp[way] ?? 0), 0);
}

/** Pixels that words take in a label, about. @param {string} words */
function widthOf(words) {
  return [...words].reduce((sum, letter) => sum + (letter > '\u2e7f' ? LETTER.wide : LETTER.narrow), 0);
}

/**
 * @param {string} words
 * @param {number} room in pixels
 */
function shortened(words, room) {
  if (widthOf(words) <= room) {
    return words;
  }
  let short = words;
  while (short !== '' && widthOf(short) > room - LETTER.wide) {
    short = short.slice(0, -1);
  }
  return short && `${short.trim()}…`;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}
