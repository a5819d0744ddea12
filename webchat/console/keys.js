/** Single keys for the desk. They never act while something is written, and can be switched off. */
import { h } from '../shared/dom.js';
import { load, save } from '../shared/storage.js';
import { confirmed } from './ui.js';

const OFF = 'deskbell.desk.keys.off';

export class Keys {
  /**
   * @param {import('./app.js').App} app
   * @param {import('./desk.js').DeskRoom} desk
   */
  constructor(app, desk) {
    this.app = app;
    this.desk = desk;
    this.listener = (/** @type {KeyboardEvent} */ event) => this.#press(event);
    addEventListener('keydown', this.listener);
  }

  close() {
    removeEventListener('keydown', this.listener);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (!this.desk.shown) {
      return;
    }
    const target = /** @type {HTMLElement} */ (event.target);
    const place = /^Digit([1-3])$/.exec(event.code)?.[1];
    if (place && event.altKey && !event.ctrlKey && !event.metaKey && !target.closest('dialog')) {
      event.preventDefault();
      this.desk.suggest(Number(place));
      return;
    }
    const writing = target.closest('input, textarea, select, dialog, [contenteditable]');
    if (writing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const act = this.#acts()[event.key];
    if (act && (event.key === '?' || !load(OFF))) {
      event.preventDefault();
      act();
    }
  }

  /** @returns {Record<string, () => void>} */
  #acts() {
    const { desk } = this;
    return {
      j: () => desk.move(1),
      k: () => desk.move(-1),
      c: () => void desk.claim(),
      n: () => void desk.next(),
      r: () => desk.answer(),
      '/': () => desk.answer(true),
      m: () => desk.note(),
      t: () => void desk.pass(),
      b: () => void desk.handBack(),
      1: () => desk.suggest(1),
      2: () => desk.suggest(2),
      3: () => desk.suggest(3),
      e: () => void desk.finish(),
      '?': () => void this.help(),
    };
  }

  help() {
    const { t } = this.app;
    const rows = /** @type {const} */ ([
      ['j', 'keys.next'],
      ['k', 'keys.previous'],
      ['c', 'keys.claim'],
      ['n', 'keys.next-one'],
      ['r', 'keys.reply'],
      ['/', 'keys.canned'],
      ['1', 'keys.suggest'],
      ['m', 'keys.note'],
      ['t', 'keys.pass'],
      ['b', 'keys.release'],
      ['e', 'keys.close'],
      ['Esc', 'keys.leave'],
      ['?', 'keys.help'],
    ]);
    const on = h('input', { type: 'checkbox', checked: !load(OFF), onchange: () => save(OFF, on.checked ? undefined : true) });
    return confirmed(
      t('keys.title'),
      h(
        'div',
        {},
        h('dl', { class: 'keys' }, ...rows.map(([key, text]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, t(text))))),
        h('label', { class: 'check' }, on, t('keys.on')),
      ),
      t('keys.done'),
    );
  }
}
