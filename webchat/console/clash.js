/** What two people change at once: what somebody else saved first is shown beside what is written here, and the writer chooses. */
import { ApiError } from '../shared/api.js';
import { fill, h } from '../shared/dom.js';
import { button } from './ui.js';

/**
 * What somebody else saved first, where that is why something was not saved: null where they removed it, undefined where it
 * failed otherwise.
 *
 * @param {unknown} failure
 * @returns {any}
 */
export function theirsOf(failure) {
  return failure instanceof ApiError && failure.status === 409 ? (failure.body['current'] ?? null) : undefined;
}

/** A place at a form for what must be known about it; nothing is said over it, and nothing else takes it away. */
export class Banner {
  /** @param {string} [lang] of what it says, where the form is in another language */
  constructor(lang) {
    this.element = h('div', { class: 'banner', role: 'alert', hidden: true, lang });
  }

  /** @param {...(Node | string)} content none takes it away */
  tell(...content) {
    fill(this.element, ...content);
    this.element.hidden = content.length === 0;
  }

  get silent() {
    return this.element.hidden;
  }

  /**
   * Somebody else was faster: theirs can be looked at, and neither is lost.
   *
   * @param {import('./app.js').App['t']} t
   * @param {string} text
   * @param {Node} seen theirs
   * @param {() => void} mine saves what is written here over theirs
   * @param {() => void} theirs takes theirs
   */
  clash(t, text, seen, mine, theirs) {
    this.tell(text, seen, button(t('clash.mine'), mine), button(t('clash.theirs'), theirs));
  }
}

/**
 * What of theirs is other than mine.
 *
 * @param {import('./app.js').App['t']} t
 * @param {{ name: string, theirs: string, mine: string }[]} values
 */
export function others(t, values) {
  const differing = values.filter(({ theirs, mine }) => theirs !== mine);
  return differing.length === 0
    ? h('p', { class: 'hint' }, t('clash.same'))
    : h('div', { class: 'theirs' }, h('p', { class: 'hint' }, t('clash.theirs.are')), h('dl', {}, ...differing.flatMap(({ name, theirs }) => [h('dt', {}, name), h('dd', {}, theirs || t('clash.nothing'))])));
}
