/** What can be done with an article in one language: what is rare at its head, what is done all the time at its foot. */
import { fill, h } from '../shared/dom.js';
import { button } from './ui.js';

/** What can be done now, if it can. @typedef {{ label: import('./app.js').Key, act: () => void, kind?: string } | false | undefined} Offer */

export class ArticleActs {
  #shape = '';
  /** What stands on the button that was pressed last, until the focus is back there. */
  #pressed = '';

  /**
   * @param {import('./app.js').App['t']} t
   * @param {string} lang of the buttons
   */
  constructor(t, lang) {
    this.t = t;
    this.rare = h('div', { class: 'actions', lang });
    this.usual = h('div', { class: 'actions', lang });
  }

  /**
   * Offers those of these that there are; where they are those of before, they stay as they are.
   *
   * @param {Offer[]} rare
   * @param {Offer[]} usual
   */
  offer(rare, usual) {
    const shape = JSON.stringify([rare, usual]);
    if (shape !== this.#shape) {
      this.#shape = shape;
      const drawn = (/** @type {Offer} */ offer) => offer && button(this.t(offer.label), offer.act, offer.kind ?? 'quiet');
      fill(this.rare, ...rare.map(drawn));
      fill(this.usual, ...usual.map(drawn));
    }
  }

  /** None can be pressed while something is being done; then the focus is where it was. @param {boolean} busy */
  wait(busy) {
    const all = [this.rare, this.usual].flatMap((it) => [...it.querySelectorAll('button')]);
    if (busy) {
      this.#pressed = all.find((it) => it === document.activeElement)?.textContent ?? '';
    }
    all.forEach((it) => (it.disabled = busy));
    if (!busy && this.#pressed !== '' && !document.querySelector('dialog[open]')) {
      if (document.activeElement === document.body) {
        (all.find((it) => it.textContent === this.#pressed) ?? all[0])?.focus();
      }
      this.#pressed = '';
    }
  }
}
