/** What stands in the composer's place once a conversation has ended: a rating, and the way to a new one. */
import { attribute, fill, h } from '../shared/dom.js';

const SCORES = [1, 2, 3, 4, 5];

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export class Ended {
  #score = 0;
  #comment = '';
  #judged = false;

  /**
   * @param {import('./chat.js').Chat} chat
   * @param {() => import('./words.js').Words} words
   */
  constructor(chat, words) {
    this.chat = chat;
    this.words = words;
    this.rating = h('div', { class: 'rating' });
    this.fresh = h('button', { type: 'button', onclick: () => chat.renew() });
    this.element = h('div', { class: 'ended', hidden: true }, this.rating, this.fresh);
  }

  /** @param {boolean} closed */
  update(closed) {
    if (closed && this.element.hidden) {
      this.#score = 0;
      this.#comment = '';
      this.redraw();
    } else if (closed && this.#judged !== this.chat.judged) {
      this.redraw();
    }
    this.element.hidden = !closed;
  }

  /** Draws the questions in the language of the moment; what is chosen and written stays. Who has judged is not asked again. */
  redraw() {
    const { t } = this.words();
    this.#judged = this.chat.judged;
    this.fresh.className = 'primary';
    fill(this.rating, ...(this.#judged ? [h('p', { role: 'status' }, t('closed.thanks'))] : this.#questions()));
    fill(this.fresh, t('closed.new'));
  }

  #questions() {
    const { t } = this.words();
    const comment = h('textarea', { rows: '2', maxlength: '2000', 'aria-label': t('closed.comment'), placeholder: t('closed.comment') });
    comment.value = this.#comment;
    comment.oninput = () => (this.#comment = comment.value);
    const send = () => this.chat.judge(this.#score, comment.value.trim());
    const more = h('div', { class: 'more' }, comment, h('button', { type: 'button', class: 'primary', onclick: send }, t('closed.send')));
    const choose = (/** @type {number} */ chosen) => {
      this.#score = chosen;
      more.hidden = chosen === 0;
      this.fresh.className = chosen ? 'plain' : 'primary';
      scores.forEach((button, i) => {
        attribute(button, 'aria-checked', String(i + 1 === chosen));
        attribute(button, 'tabindex', i + 1 === (chosen || 1) ? '0' : '-1');
      });
    };
    const scores = SCORES.map((score) => {
      const label = t(score === 1 ? 'closed.lowest' : score === SCORES.length ? 'closed.highest' : 'closed.score', { n: score });
      return h('button', { type: 'button', role: 'radio', 'aria-label': label, onclick: () => choose(score) }, score);
    });
    choose(this.#score);
    const onkeydown = (/** @type {KeyboardEvent} */ event) => {
      const step = STEPS[event.key];
      if (step) {
        event.preventDefault();
        const from = this.#score || (step > 0 ? 0 : 1);
        const next = ((from - 1 + step + SCORES.length) % SCORES.length) + 1;
        choose(next);
        scores[next - 1]?.focus();
      }
    };
    return [
      h('h2', { id: 'rate-title' }, t('closed.rate')),
      h('div', { class: 'scores', role: 'radiogroup', 'aria-labelledby': 'rate-title', onkeydown }, ...scores),
      h('div', { class: 'ends', 'aria-hidden': 'true' }, h('span', {}, t('closed.poor')), h('span', {}, t('closed.good'))),
      more,
    ];
  }
}
