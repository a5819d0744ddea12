/** What stands in the composer's place once a conversation has ended: a rating, and the way to a new one. */
import { attribute, fill, h } from '../shared/dom.js';

const SCORES = [1, 2, 3, 4, 5];

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export class Ended {
  #score = 0;

  /**
   * @param {import('./chat.js').Chat} chat
   * @param {() => import('./words.js').Words} words
   */
  constructor(chat, words) {
    this.chat = chat;
    this.words = words;
    this.rating = h('div', { class: 'rating' });
    this.fresh = h('button', { type: 'button', class: 'primary', onclick: () => chat.renew() });
    this.element = h('div', { class: 'ended', hidden: true }, this.rating, this.fresh);
  }

  /** @param {boolean} closed */
  update(closed) {
    if (closed && this.element.hidden) {
      this.#score = 0;
      this.redraw();
    }
    this.element.hidden = !closed;
  }

  /** Draws the questions in the language of the moment. */
  redraw() {
    const { t } = this.words();
    const comment = h('textarea', { rows: '2', maxlength: '2000', 'aria-label': t('closed.comment') });
    comment.placeholder = t('closed.comment');
    const more = h(
      'div',
      { class: 'more', hidden: true },
      comment,
      h('button', { type: 'button', class: 'plain', onclick: () => this.#send(comment.value.trim()) }, t('closed.send')),
    );
    const choose = (/** @type {number} */ chosen) => {
      this.#score = chosen;
      more.hidden = false;
      scores.forEach((button, i) => {
        attribute(button, 'aria-checked', String(i + 1 === chosen));
        attribute(button, 'tabindex', i + 1 === chosen ? '0' : '-1');
      });
    };
    const scores = SCORES.map((score) =>
      h(
        'button',
        {
          type: 'button',
          role: 'radio',
          'aria-checked': 'false',
          tabindex: score === 1 ? '0' : '-1',
          'aria-label': t('closed.score', { n: score }),
          onclick: () => choose(score),
        },
        score,
      ),
    );
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
    fill(
      this.rating,
      h('h2', { id: 'rate-title' }, t('closed.rate')),
      h('div', { class: 'scores', role: 'radiogroup', 'aria-labelledby': 'rate-title', onkeydown }, ...scores),
      more,
    );
    fill(this.fresh, t('closed.new'));
  }

  /** @param {string} comment */
  #send(comment) {
    this.chat.judge(this.#score, comment);
    fill(this.rating, h('p', { role: 'status' }, this.words().t('closed.thanks')));
  }
}
