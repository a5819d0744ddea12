/** Tells an agent whose eyes are elsewhere that somebody waits or writes: by the title, a sound, and a notification on request. */
import { h } from '../shared/dom.js';
import { load, save } from '../shared/storage.js';
import { confirmed } from './ui.js';

const SILENT = 'deskbell.desk.alerts.silent';
const NOTIFY = 'deskbell.desk.alerts.notify';

/** Two notes, in hertz and seconds. */
const NOTES = [
  { pitch: 660, at: 0 },
  { pitch: 880, at: 0.14 },
];
const LENGTH = 0.3;
const LOUD = 0.12;
/** Milliseconds for which a tab that rings keeps the others from ringing for the same. */
const HOLD = 10_000;
/** Milliseconds that a tab waits for one that is looked at, or, where it may not sound yet, for one that may. */
const AFTER_LOOKED_AT = 300;
const AFTER_AUDIBLE = 1_000;

/** @param {number} time milliseconds */
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** @typedef {{ key: string, words: string, open: () => void }} Call somebody who wants an answer; the key changes with what they want */

export class Alerts {
  /** @type {Set<string> | undefined} keys that were heard of; undefined before the first look */
  #known;
  /** @type {AudioContext | undefined} */
  #audio;

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
  }

  close() {
    document.title = this.app.t('app.name');
    void this.#audio?.close();
  }

  /** These want an answer now. @param {Call[]} calls */
  look(calls) {
    const { t } = this.app;
    document.title = calls.length > 0 ? t('alerts.count', { n: calls.length, name: t('app.name') }) : t('app.name');
    const fresh = calls.filter((call) => this.#known && !this.#known.has(call.key));
    this.#known = new Set(calls.map((call) => call.key));
    const first = fresh[0];
    if (first) {
      void this.#ring(first);
    }
  }

  /** In one of the tabs that hear of it. Without TLS browsers give no lock, and each tab rings. @param {Call} call */
  async #ring(call) {
    const ring = () => {
      this.#sound();
      this.#notify(call);
    };
    if (!('locks' in navigator)) {
      ring();
      return;
    }
    await pause(document.hasFocus() ? 0 : navigator.userActivation.hasBeenActive ? AFTER_LOOKED_AT : AFTER_AUDIBLE);
    await navigator.locks.request(`deskbell.desk ${call.key}`, { ifAvailable: true }, async (lock) => {
      if (lock) {
        ring();
        await pause(HOLD);
      }
    });
  }

  #sound() {
    if (load(SILENT)) {
      return;
    }
    this.#audio ??= new AudioContext();
    const audio = this.#audio;
    if (audio.state === 'suspended') {
      // made before the first click or key of this page, when browsers allow no sound yet
      void audio.resume();
    }
    for (const { pitch, at } of NOTES) {
      const begin = audio.currentTime + at;
      const volume = new GainNode(audio, { gain: 0 });
      volume.gain.linearRampToValueAtTime(LOUD, begin + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + LENGTH);
      const tone = new OscillatorNode(audio, { frequency: pitch });
      tone.connect(volume).connect(audio.destination);
      tone.start(begin);
      tone.stop(begin + LENGTH);
    }
  }

  /** @param {Call} call */
  #notify(call) {
    if (!load(NOTIFY) || !('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) {
      return;
    }
    const shown = new Notification(this.app.t('app.name'), { body: call.words, tag: call.key });
    shown.onclick = () => {
      window.focus();
      call.open();
      shown.close();
    };
  }

  /** What an agent may choose of it. */
  async choose() {
    const { t } = this.app;
    const sound = h('input', { type: 'checkbox', checked: !load(SILENT), onchange: () => save(SILENT, sound.checked ? undefined : true) });
    const refused = h('p', { class: 'hint', role: 'status' });
    const notify = h('input', {
      type: 'checkbox',
      checked: Boolean(load(NOTIFY)),
      onchange: async () => {
        const allowed = notify.checked && 'Notification' in window && (await Notification.requestPermission()) === 'granted';
        refused.textContent = notify.checked && !allowed ? t('alerts.refused') : '';
        notify.checked = allowed;
        save(NOTIFY, allowed || undefined);
      },
    });
    await confirmed(
      t('alerts.title'),
      h(
        'div',
        {},
        h('p', { class: 'hint' }, t('alerts.text')),
        h('label', { class: 'check' }, sound, t('alerts.sound')),
        h('label', { class: 'check' }, notify, t('alerts.notify')),
        refused,
      ),
      t('keys.done'),
    );
  }
}
