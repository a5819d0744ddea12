/** Days on which nobody answers, such as holidays. */
import { drawing, fill, h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { CROSS } from './setupDay.js';
import { button, field } from './ui.js';

export class DaysOff {
  /** As `2026-12-25`, the next first. @type {string[]} */
  days = [];
  today = '';

  /**
   * @param {import('./app.js').App} app
   * @param {() => void} changed
   */
  constructor(app, changed) {
    this.app = app;
    this.changed = changed;
    const { t } = app;
    const enter = (/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && (event.preventDefault(), this.#add());
    this.day = field('hours-day-off', t('hours.off.day'), h('input', { type: 'date', onkeydown: enter }));
    this.list = h('ul', { class: 'chips' });
    this.element = h(
      'fieldset',
      { class: 'days-off' },
      h('legend', {}, t('hours.off')),
      h('p', { class: 'hint' }, t('hours.off.hint')),
      this.list,
      h('div', { class: 'adding-day' }, this.day.element, button(t('set.add'), () => this.#add())),
    );
  }

  /**
   * @param {string[]} days those that are over are left out
   * @param {string} today
   */
  set(days, today) {
    this.today = today;
    this.days = days.filter((day) => day >= today);
    this.#draw();
  }

  #add() {
    const { t } = this.app;
    const { value } = this.day.input;
    const wrong = value === '' ? t('hours.off.missing') : value < this.today ? t('hours.off.over') : '';
    this.day.wrong(wrong);
    if (wrong) {
      this.day.input.focus();
      return;
    }
    this.days = [...new Set([...this.days, value])].sort();
    this.day.input.value = '';
    this.#draw();
    this.changed();
  }

  /** @param {string} day */
  #remove(day) {
    this.days = this.days.filter((other) => other !== day);
    this.#draw();
    this.changed();
    this.day.input.focus();
  }

  #draw() {
    const { t, language } = this.app;
    const name = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' });
    fill(
      this.list,
      ...this.days.map((day) => {
        const written = name.format(new Date(`${day}T00:00:00Z`));
        return h('li', {}, h('time', { datetime: day }, written), h('button', { type: 'button', class: 'icon-button', title: t('people.remove'), 'aria-label': `${t('people.remove')}: ${written}`, onclick: () => this.#remove(day) }, drawing(CROSS)));
      }),
    );
    this.list.hidden = this.days.length === 0;
  }
}
