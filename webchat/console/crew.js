/** Who is at the desk, with how much to do, and what the desk is furnished with. At the head of the queue. */
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { ICONS, button, unhurried } from './ui.js';

/** @typedef {import('../shared/protocol').DeskShift} DeskShift */
/** @typedef {import('../shared/protocol').Ticket} Ticket */

/** @type {DeskShift} */
const NOTHING = { firstResponse: 120, resolution: 1800, capacity: 1, assigns: false, version: 0, crew: [], departments: [], canned: [] };

/** Milliseconds between two readings. */
const AGAIN = 30_000;

export class Crew {
  shift = NOTHING;

  /**
   * @param {import('./app.js').App} app
   * @param {{ changed: () => void, next: () => void, alerts: () => void }} owner
   */
  constructor(app, owner) {
    this.app = app;
    this.owner = owner;
    const { t } = app;
    this.presence = h('button', { type: 'button', class: 'presence', onclick: () => void this.#toggle() });
    this.next = button(t('crew.next'), owner.next, 'primary');
    this.element = unhurried(
      h(
        'div',
        { class: 'crew' },
        this.presence,
        h('button', { type: 'button', class: 'icon-button', title: t('alerts.title'), 'aria-label': t('alerts.title'), onclick: owner.alerts }, drawing(ICONS.bell)),
        this.next,
      ),
    );
    this.timer = setInterval(() => void this.load(), AGAIN);
    // going away in one tab goes for all
    this.tabs = new BroadcastChannel('deskbell.desk.crew');
    this.tabs.onmessage = () => void this.load();
  }

  close() {
    clearInterval(this.timer);
    this.tabs.close();
  }

  async load() {
    try {
      this.shift = await this.app.api.get('desk');
      this.draw();
      this.owner.changed();
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  /** The person who is signed in, as the desk knows them. */
  get me() {
    return this.shift.crew.find((colleague) => colleague.name === this.app.user?.name);
  }

  /** True where that person gets nobody new. */
  get away() {
    return this.me?.availability === 'away';
  }

  /** Those whom a shopper can be passed on to. */
  get others() {
    return this.shift.crew.filter((colleague) => colleague.availability === 'online' && colleague.name !== this.app.user?.name);
  }

  /** True where a colleague is there who is for a department. @param {string} id */
  attended(id) {
    return this.others.some(({ departments }) => departments.length === 0 || departments.includes(id));
  }

  /** True where a ticket is for the person who is signed in, by language and department. @param {Ticket} ticket */
  suits(ticket) {
    const { me } = this;
    const speaks = !me || me.languages.length === 0 || me.languages.includes(ticket.language);
    return speaks && (!me || me.departments.length === 0 || !ticket.department || me.departments.includes(ticket.department));
  }

  /** What the reader calls a department. @param {string} id */
  department(id) {
    return this.shift.departments.find((department) => department.id === id)?.[this.app.language] ?? id;
  }

  draw() {
    const { t } = this.app;
    const { me } = this;
    const { away } = this;
    attribute(this.presence, 'aria-pressed', String(!away));
    attribute(this.presence, 'title', t(away ? 'crew.come' : 'crew.go'));
    fill(
      this.presence,
      h('span', { class: away ? 'dot off' : 'dot' }),
      h('span', {}, t(away ? 'crew.away' : 'crew.online')),
      me && h('span', { class: 'load' }, t('crew.load', { n: me.held, limit: me.limit })),
    );
    this.next.disabled = away;
  }

  async #toggle() {
    const away = !this.away;
    try {
      await this.app.api.put('desk/presence', { away });
      this.tabs.postMessage('away');
      await this.load();
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }
}
