/** When people answer: day and night or by the week, by the shop's clock, with days on which nobody does. */
import { fill, h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { Banner, others, theirsOf } from './clash.js';
import { placed } from './editing.js';
import { DaysOff } from './setupDaysOff.js';
import { Day, USUAL } from './setupDay.js';
import { button, confirmed, field } from './ui.js';
import { WEEK, dayNames } from './week.js';
import { zones } from './zones.js';

/** @typedef {import('../shared/protocol').SetHours} SetHours */

const WORKING = 5;

export class HoursPart {
  /**
   * @param {import('./app.js').App} app
   * @param {() => void} saved
   */
  constructor(app, saved) {
    this.app = app;
    this.saved = saved;
    const { t, language } = app;
    const changed = () => this.#changed();
    const names = dayNames(localeOf(language));
    /** @type {Day[]} */
    this.days = WEEK.map((day, i) => new Day(app, day, names[i] ?? day, changed, () => this.#before(i)));
    this.days[0]?.actions.append(button(t('hours.copy', { day: names[WORKING - 1] ?? '' }), () => this.#copy(), 'quiet'));
    this.state = h('p', { class: 'hours-state', role: 'status' });
    this.always = h('input', { type: 'radio', name: 'hours', onchange: () => this.#mode() });
    this.weekly = h('input', { type: 'radio', name: 'hours', onchange: () => this.#mode() });
    this.zone = field('hours-zone', t('hours.zone'), h('select', { onchange: changed }), t('hours.zone.hint'));
    this.daysOff = new DaysOff(app, changed);
    this.error = h('p', { class: 'error', role: 'alert' });
    this.banner = new Banner();
    this.pending = h('span', { class: 'hint', role: 'status' });
    this.back = button(t('set.usual'), () => void this.#giveBack(), 'quiet');
    this.week = h('div', { class: 'week' }, ...this.days.map(({ element }) => element), h('p', { class: 'hint' }, t('hours.midnight')));
    this.element = h(
      'form',
      { class: 'hours', novalidate: true, onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void this.#save()) },
      this.state,
      h('p', { class: 'hint' }, t('hours.hint')),
      h(
        'fieldset',
        { class: 'modes' },
        h('legend', { class: 'unseen' }, t('hours.title')),
        h('label', { class: 'check' }, this.always, t('hours.always')),
        h('label', { class: 'check' }, this.weekly, t('hours.weekly')),
      ),
      this.week,
      this.daysOff.element,
      this.zone.element,
      this.error,
      this.banner.element,
      h('div', { class: 'saving' }, h('button', { type: 'submit', class: 'primary' }, t('set.save')), this.pending, this.back),
    );
    this.element.inert = true;
  }

  /** Of the hours that the form was filled in with; nothing can be entered before it is. */
  #version = 0;
  #entered = false;

  /** True where something is entered that is not saved. */
  unsaved() {
    return this.#entered;
  }

  /** Shows how it is now, unless something is entered that is not saved. */
  async load() {
    try {
      const now = await this.app.api.get('setup/hours');
      if (!this.#entered) {
        this.#draw(now);
      }
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  /** @param {SetHours} hours */
  #draw({ zone, spans, closed, set, open, opens, version }) {
    const { t, language } = this.app;
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format();
    this.#version = version;
    fill(this.zone.input, ...zones(localeOf(language), zone));
    this.zone.input.value = zone;
    this.always.checked = spans.length === 0;
    this.weekly.checked = spans.length > 0;
    this.days.forEach((day) => day.set(spans.filter((span) => span.day === day.day)));
    this.daysOff.set(closed, today);
    this.week.hidden = spans.length === 0;
    this.back.hidden = !set;
    const next = opens && new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(opens));
    this.state.className = open ? 'hours-state open' : 'hours-state';
    fill(this.state, next ? t('hours.shut', { time: next }) : t('hours.open'), !set && h('span', { class: 'hint' }, t('set.by-settings')));
    fill(this.error);
    this.banner.tell();
    fill(this.pending);
    this.#entered = false;
    this.element.inert = false;
  }

  #mode() {
    if (this.weekly.checked && this.days.every((day) => day.spans.length === 0)) {
      this.days.slice(0, WORKING).forEach((day) => day.set(USUAL));
    }
    this.week.hidden = this.always.checked;
    this.#changed();
  }

  #changed() {
    fill(this.pending, this.app.t('set.unsaved'));
    this.#entered = true;
    if (this.element.querySelector('[aria-invalid]')) {
      this.days.forEach((day) => day.check());
    }
  }

  /** The hours of the nearest day before this one that has some. @param {number} i @returns {readonly import('./week.js').Span[]} */
  #before(i) {
    const had = this.days.slice(0, i).findLast((day) => day.spans.length > 0);
    return had ? had.spans : USUAL;
  }

  #copy() {
    const [first, ...others] = this.days.slice(0, WORKING);
    others.forEach((day) => day.set(first?.spans ?? []));
    this.#changed();
  }

  async #save() {
    const { t } = this.app;
    const weekly = this.weekly.checked;
    const wrong = weekly ? this.days.map((day) => day.check()).find((input) => input !== undefined) : undefined;
    const spans = weekly ? this.days.flatMap(({ day, spans: all }) => all.map((span) => ({ day, ...span }))) : [];
    fill(this.error, weekly && spans.length === 0 && t('hours.wrong.none'));
    if (wrong || (weekly && spans.length === 0)) {
      wrong?.focus();
      return;
    }
    await this.#try(() => this.app.api.put('setup/hours', { zone: this.zone.input.value, spans, closed: this.daysOff.days, version: this.#version }), () => void this.#save());
  }

  async #giveBack() {
    const { t } = this.app;
    if (await confirmed(t('set.usual.title'), t('hours.usual.text'), t('talk.cancel'), t('set.usual'))) {
      const change = () => this.app.api.delete('setup/hours', { version: this.#version });
      await this.#try(change, () => void this.#try(change, () => {}));
    }
  }

  /**
   * Somebody else was faster: what was entered stays, and replaces theirs only where it is saved again.
   *
   * @param {SetHours} theirs
   * @param {() => void} again
   */
  #late(theirs, again) {
    const { t, language } = this.app;
    const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' });
    const days = (/** @type {string[]} */ all) => all.map((it) => day.format(new Date(`${it}T00:00:00Z`))).join(language === 'zh' ? '、' : '; ');
    const mode = (/** @type {boolean} */ always) => t(always ? 'hours.always' : 'hours.weekly');
    const always = theirs.spans.length === 0;
    this.#version = theirs.version;
    const seen = others(t, [
      { name: t('hours.title'), theirs: mode(always), mine: mode(this.always.checked) },
      ...(always ? [] : this.days.map(({ name, day: it, spans }) => ({ name, theirs: this.#spans(theirs.spans.filter((span) => span.day === it)), mine: this.always.checked ? '' : this.#spans(spans) }))),
      { name: t('hours.off'), theirs: days(theirs.closed.filter((it) => it >= this.daysOff.today)), mine: days(this.daysOff.days) },
      { name: t('hours.zone'), theirs: theirs.zone, mine: this.zone.input.value },
    ]);
    this.banner.clash(t, t('clash.text'), seen, again, () => this.#draw(theirs));
  }

  /** @param {readonly import('./week.js').Span[]} spans */
  #spans(spans) {
    return spans.map(({ opens, closes }) => `${opens}–${closes}`).join(', ') || this.app.t('hours.closed');
  }

  /**
   * @param {() => Promise<unknown>} change
   * @param {() => void} again the same over what somebody else saved meanwhile
   */
  async #try(change, again) {
    try {
      await change();
      this.#entered = false;
      this.app.say(this.app.t('set.saved'));
      await this.load();
      this.saved();
    } catch (failure) {
      /** @type {SetHours | null | undefined} */
      const theirs = theirsOf(failure);
      if (theirs) {
        this.#late(theirs, again);
        return;
      }
      placed(this.app, { zone: this.zone }, failure, (text) => fill(this.error, text));
    }
  }
}
