/** Where things stand, above the conversation: the connection, the queue, what is being done. Nothing where all is well. */
import { fill, h } from '../shared/dom.js';
import { duration, localeOf, spaced } from '../shared/i18n.js';

/** Milliseconds without a connection before it is said: most lines are back sooner. */
const BLINK = 2_000;
const SIX_DAYS = 6 * 86_400_000;

export class Standing {
  #offline = 0;
  #timer = 0;

  /**
   * @param {import('./chat.js').Chat} chat
   * @param {() => import('./words.js').Words} words
   * @param {() => void} leave asks for a message to be left
   */
  constructor(chat, words, leave) {
    this.chat = chat;
    this.words = words;
    this.leave = leave;
    this.element = h('div', { class: 'standing', role: 'status' });
  }

  update() {
    const { t } = this.words();
    const { state } = this.chat.socket;
    if (this.chat.refusal) {
      this.#say('bad', t('error.identity'));
    } else if (state === 'stopped') {
      this.#say('bad', t('line.stopped'));
    } else if (this.#lost(state)) {
      this.#say('warn', t('line.offline'), t('line.retry'), () => this.chat.socket.hurry());
    } else {
      this.#queue();
    }
  }

  /**
   * True where there has been no connection for a while; looks again when that may become so.
   *
   * @param {import('../shared/socket.js').Connection} state
   */
  #lost(state) {
    clearTimeout(this.#timer);
    if (state !== 'waiting' && state !== 'connecting') {
      this.#offline = 0;
      return false;
    }
    this.#offline ||= Date.now();
    const left = this.#offline + BLINK - Date.now();
    if (left > 0) {
      this.#timer = setTimeout(() => this.update(), left);
    }
    return left <= 0;
  }

  #queue() {
    const { t, language } = this.words();
    const { mode, position, waitSeconds, open } = this.chat.status;
    const erasing = this.chat.outbox.entries.some((entry) => entry.frame.type === 'forget');
    if (erasing) {
      this.#say('calm', t('forget.pending'));
    } else if (mode === 'waiting' && open === false) {
      const { left } = this.chat.memory;
      const told = [t('wait.closed'), this.#opening(new Date()) || (!left && t('wait.keep')), left && t('wait.left')].filter(Boolean);
      this.#say('warn', told.join(language === 'zh' ? '' : ' '), left ? '' : t('wait.leave'), this.leave);
    } else if (mode === 'waiting') {
      const place = position === undefined ? t('wait.queued') : t('wait.place', { n: position });
      const time = waitSeconds && t('wait.time', { time: duration(language, Math.max(60, waitSeconds)) });
      this.#say('calm', [place, time].filter(Boolean).join(language === 'zh' ? '' : ' '));
    } else if (this.chat.asked) {
      this.#say('calm', t('wait.asked'));
    } else {
      this.#say('', '');
    }
  }

  /** When somebody will be there: the time, and the day where it is not today. @param {Date} now */
  #opening(now) {
    const { t, language } = this.words();
    const { opens } = this.chat.status;
    if (!opens) {
      return '';
    }
    const at = new Date(opens);
    const written = (/** @type {Intl.DateTimeFormatOptions} */ part) => spaced(new Intl.DateTimeFormat(localeOf(language), part).format(at));
    const time = written({ hour: '2-digit', minute: '2-digit' });
    // a weekday alone says which day it is for less than a week
    const date = at.getTime() - now.getTime() < SIX_DAYS ? {} : /** @type {const} */ ({ day: 'numeric', month: 'long' });
    return at.toDateString() === now.toDateString() ? t('wait.opens.today', { time }) : t('wait.opens', { day: written({ weekday: 'long', ...date }), time });
  }

  /**
   * @param {string} tone
   * @param {string} text
   * @param {string} [action]
   * @param {() => void} [act]
   */
  #say(tone, text, action, act) {
    const shape = `standing ${tone}`.trim();
    if (this.element.className !== shape || this.element.dataset['text'] !== text + action) {
      this.element.className = shape;
      this.element.dataset['text'] = text + action;
      fill(this.element, text && h('p', {}, text), action && h('button', { type: 'button', onclick: act }, action));
    }
  }
}
