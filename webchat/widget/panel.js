/** The open widget: header, where things stand, the conversation, and the place to write. */
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { LANGUAGES, LANGUAGE_NAMES, duration, localeOf, sentences } from '../shared/i18n.js';
import { sheet } from '../shared/styles.js';
import { Composer } from './composer.js';
import { Ended } from './ended.js';
import { ICONS } from './icons.js';
import { Log } from './log.js';
import { Sheets } from './sheets.js';

/** @typedef {import('../shared/protocol').Failure} Failure */
/** @typedef {import('../shared/protocol').Language} Language */
/** @typedef {keyof typeof import('./texts_en.js').texts} Key */

/**
 * The words of the moment, for every part of the panel.
 *
 * @typedef {object} Words
 * @property {Language} language
 * @property {(key: Key, values?: Record<string, string | number>) => string} t
 * @property {() => string} shop
 * @property {() => string} agent
 * @property {(failure: Failure) => string} why
 */

/** Milliseconds that a notice stays. */
const NOTICE = 8_000;
/** Milliseconds without a connection before it is said: most lines are back sooner. */
const BLINK = 2_000;

export class Panel {
  /** @type {Words['t']} */
  #t = (key) => key;
  #notice = 0;
  #offline = 0;

  /**
   * @param {import('./chat.js').Chat} chat
   * @param {string} name the shop's, empty for none
   * @param {() => void} closed asked to close
   */
  constructor(chat, name, closed) {
    this.chat = chat;
    this.name = name;
    this.closed = closed;
    const words = () => this.words;
    this.log = new Log(chat, words);
    this.composer = new Composer(chat, words);
    this.ended = new Ended(chat, words);
    this.title = h('h1');
    this.mode = h('p', { class: 'mode' });
    this.face = h('div', { class: 'face' });
    this.person = this.#iconButton('person', () => chat.person());
    this.more = this.#iconButton('more', () => this.#menu(this.menu.hidden));
    this.shut = this.#iconButton('close', closed);
    attribute(this.more, 'aria-haspopup', 'true');
    this.menu = h('div', { class: 'menu', hidden: true });
    this.header = h('header', {}, this.face, h('div', { class: 'titles' }, this.title, this.mode), this.person, this.more, this.shut, this.menu);
    this.standing = h('div', { class: 'standing', role: 'status' });
    this.note = h('div', { class: 'notice', role: 'status' });
    this.body = h('div', { class: 'body' }, this.standing, this.log.element, this.note, this.composer.element, this.ended.element);
    this.sheets = new Sheets(chat, words, [this.header, this.body]);
    this.element = h('section', { class: 'panel', role: 'dialog', hidden: true }, this.header, this.body, this.sheets.element);
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('focusout', (event) => this.#menuLeft(event));
    chat.listen({
      changed: (what) => this.#changed(what),
      done: (frame) => this.#done(frame),
      failed: (frame, failure) => this.#failed(frame, failure),
    });
  }

  /** Loads words and styles; fails where they cannot be had. */
  async prepare() {
    const here = import.meta.url;
    const [, ...sheets] = await Promise.all([
      this.#learn(),
      sheet(new URL('../shared/tokens.css', here)),
      sheet(new URL('panel.css', here)),
    ]);
    return sheets;
  }

  /** @type {Words} */
  get words() {
    const t = this.#t;
    return {
      t,
      language: this.chat.language,
      shop: () => this.name || t('panel.name'),
      agent: () => this.chat.status.agent ?? t('from.agent'),
      why: (failure) => this.#why(failure),
    };
  }

  show() {
    this.element.hidden = false;
    this.#changed('language');
    this.log.toEnd();
    this.#fit();
    (this.chat.status.mode === 'closed' ? this.shut : this.composer).focus();
  }

  hide() {
    this.#menu(false);
    this.sheets.close();
    this.element.hidden = true;
  }

  get open() {
    return !this.element.hidden;
  }

  async #learn() {
    const language = this.chat.language;
    const { texts } = language === 'zh' ? await import('./texts_zh.js') : await import('./texts_en.js');
    if (language === this.chat.language) {
      this.#t = sentences(texts);
      attribute(this.element, 'lang', localeOf(language));
    }
  }

  /** @param {import('./chat.js').Change} what */
  #changed(what) {
    if (what === 'language') {
      void this.#learn().then(() => this.#redraw());
    } else if (this.open) {
      if (what === 'messages' || what === 'connection') {
        this.log.update();
        this.#glance();
      } else if (what === 'typing') {
        this.log.updateTyping();
      }
      this.#stand();
    }
  }

  #redraw() {
    const t = this.#t;
    fill(this.title, this.name || t('panel.title'));
    attribute(this.element, 'aria-label', t('panel.label', { name: this.words.shop() }));
    for (const [button, key] of /** @type {[HTMLElement, Key][]} */ ([
      [this.person, 'panel.person'],
      [this.more, 'panel.menu'],
      [this.shut, 'panel.close'],
    ])) {
      attribute(button, 'aria-label', t(key));
      attribute(button, 'title', t(key));
    }
    this.#fillMenu();
    this.composer.update();
    this.ended.redraw();
    this.log.redraw();
    this.#stand();
    this.#glance();
  }

  /** Says who answers and how the connection is. */
  #stand() {
    const t = this.#t;
    const { mode, agent } = this.chat.status;
    const human = agent ? t('mode.human', { agent }) : t('mode.human.unnamed');
    fill(this.mode, mode === 'human' ? human : t(`mode.${mode}`));
    this.face.className = `face ${mode}`;
    fill(this.face, mode === 'human' ? [...(agent ?? '')][0] || drawing(ICONS.person) : drawing(ICONS.bell));
    this.person.hidden = mode !== 'bot' || this.chat.asked;
    this.composer.element.hidden = mode === 'closed';
    this.ended.update(mode === 'closed');
    this.#line();
  }

  #line() {
    const { state } = this.chat.socket;
    const trying = state === 'waiting' || state === 'connecting';
    if (!trying) {
      this.#offline = Date.now();
    }
    const lost = trying && Date.now() - this.#offline >= BLINK;
    if (trying && !lost) {
      setTimeout(() => this.open && this.#stand(), BLINK);
    }
    const t = this.#t;
    if (this.chat.refusal) {
      this.#say('bad', t('error.identity'));
    } else if (state === 'stopped') {
      this.#say('bad', t('line.stopped'));
    } else if (lost) {
      this.#say('warn', t('line.offline'), t('line.retry'), () => this.chat.socket.hurry());
    } else {
      this.#queue();
    }
  }

  #queue() {
    const t = this.#t;
    const { mode, position, waitSeconds, open } = this.chat.status;
    const erasing = this.chat.outbox.entries.some((entry) => entry.frame.type === 'forget');
    if (erasing) {
      this.#say('calm', t('forget.pending'));
    } else if (mode === 'waiting' && open === false) {
      this.#say('warn', t('wait.closed'), t('wait.leave'), () => this.sheets.leave());
    } else if (mode === 'waiting') {
      const place = position === undefined ? t('wait.queued') : t('wait.place', { n: position });
      const time = waitSeconds && t('wait.time', { time: duration(this.chat.language, Math.max(60, waitSeconds)) });
      this.#say('calm', [place, time].filter(Boolean).join(this.chat.language === 'zh' ? '' : ' '));
    } else if (this.chat.asked) {
      this.#say('calm', t('wait.asked'));
    } else {
      this.#say('', '');
    }
  }

  /**
   * @param {string} tone
   * @param {string} text
   * @param {string} [action]
   * @param {() => void} [act]
   */
  #say(tone, text, action, act) {
    const shape = `standing ${tone}`.trim();
    if (this.standing.className !== shape || this.standing.dataset['text'] !== text + action) {
      this.standing.className = shape;
      this.standing.dataset['text'] = text + action;
      fill(this.standing, text && h('p', {}, text), action && h('button', { type: 'button', onclick: act }, action));
    }
  }

  /** @param {import('../shared/protocol').KeyedFrame} frame */
  #done(frame) {
    if (frame.type === 'forget') {
      this.#announce(this.#t('forget.done'));
    } else if (frame.type === 'leave') {
      this.#announce(this.#t('leave.done', { email: frame.email }));
    }
  }

  /**
   * @param {import('../shared/protocol').KeyedFrame | undefined} frame
   * @param {Failure} failure
   */
  #failed(frame, failure) {
    const inPlace = frame?.type === 'say' || frame?.type === 'leave';
    const known = frame !== undefined || failure.code.startsWith('too_many') || failure.code === 'flooded';
    if (known && !(inPlace && failure.retryAfterSeconds === undefined)) {
      this.#announce(this.#why(failure));
    }
  }

  /** @param {Failure} failure */
  #why({ code, retryAfterSeconds }) {
    const texts = /** @type {Record<string, Key>} */ ({
      rate_limited: 'error.rate_limited',
      unavailable: 'error.unavailable',
      internal: 'error.internal',
      flooded: 'error.too_many',
      too_many_sockets: 'error.too_many',
      too_many_conversations: 'error.too_many',
      invalid: 'error.invalid',
      frame_too_large: 'error.frame_too_large',
      id_reused: 'error.id_reused',
      not_open: 'error.not_open',
      conversation_closed: 'error.conversation_closed',
      no_such_message: 'error.no_such_message',
      identity_required: 'error.identity',
      identity_invalid: 'error.identity',
      identity_expired: 'error.identity',
    });
    return this.#t(texts[code] ?? 'error.other', { time: duration(this.chat.language, retryAfterSeconds ?? 5) });
  }

  /** @param {string} text */
  #announce(text) {
    clearTimeout(this.#notice);
    fill(this.note, h('p', {}, text));
    this.#notice = setTimeout(() => fill(this.note), NOTICE);
  }

  #glance() {
    if (this.open && this.log.atEnd && document.visibilityState === 'visible') {
      this.chat.seen();
    }
  }

  #fillMenu() {
    const t = this.#t;
    const item = (/** @type {keyof typeof ICONS} */ icon, /** @type {string} */ label, /** @type {() => void} */ act) =>
      h('button', { type: 'button', onclick: () => (this.#menu(false), this.more.focus(), act()) }, drawing(ICONS[icon]), label);
    fill(
      this.menu,
      h(
        'div',
        { class: 'languages', role: 'group', 'aria-label': t('menu.language') },
        drawing(ICONS.globe),
        ...LANGUAGES.map((language) =>
          h(
            'button',
            {
              type: 'button',
              lang: localeOf(language),
              'aria-pressed': String(language === this.chat.language),
              onclick: () => (this.#menu(false), this.more.focus(), this.chat.speak(language)),
            },
            LANGUAGE_NAMES[language],
          ),
        ),
      ),
      item('mail', t('menu.leave'), () => this.sheets.leave()),
      item('end', t('menu.end'), () => this.sheets.end()),
      item('bin', t('menu.forget'), () => this.sheets.forget()),
    );
  }

  /** @param {boolean} open */
  #menu(open) {
    this.menu.hidden = !open;
    attribute(this.more, 'aria-expanded', String(open));
    if (open) {
      const begun = this.chat.memory.resume !== undefined;
      const [, leave, end, forget] = /** @type {HTMLElement[]} */ ([...this.menu.children]);
      const closed = this.chat.status.mode === 'closed';
      for (const [button, shown] of /** @type {[HTMLElement, boolean][]} */ ([[leave, !closed], [end, begun && !closed], [forget, begun]])) {
        button.hidden = !shown;
      }
      this.menu.querySelector('button')?.focus();
    }
  }

  /** @param {FocusEvent} event */
  #menuLeft(event) {
    const next = /** @type {Node | null} */ (event.relatedTarget);
    if (!this.menu.hidden && !this.menu.contains(next) && next !== this.more) {
      this.#menu(false);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      if (!this.menu.hidden) {
        this.#menu(false);
        this.more.focus();
      } else if (this.sheets.open) {
        this.sheets.close();
      } else {
        this.closed();
      }
    } else if (event.key === 'Tab' && (this.sheets.open || matchMedia('(max-width: 480px)').matches)) {
      this.#keepFocus(event);
    }
  }

  /** Keeps the focus inside while the panel covers the page. @param {KeyboardEvent} event */
  #keepFocus(event) {
    const all = /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll('button, textarea, input, a[href], .log')]);
    const stops = all.filter((element) => element.offsetParent !== null && !element.closest('[inert]'));
    const active = /** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement;
    const [edge, other] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (active === edge || !active) {
      event.preventDefault();
      other?.focus();
    }
  }

  /** On a phone the panel ends where the on-screen keyboard begins. */
  #fit() {
    const view = window.visualViewport;
    if (view) {
      const fit = () => this.element.style.setProperty('--seen', `${Math.round(view.height)}px`);
      view.onresize = fit;
      fit();
    }
  }

  /**
   * @param {keyof typeof ICONS} icon
   * @param {() => void} act
   */
  #iconButton(icon, act) {
    return h('button', { type: 'button', class: 'icon-button', onclick: act }, drawing(ICONS[icon]));
  }
}
