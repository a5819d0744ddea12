/** The open widget: header, where things stand, the conversation, and the place to write. */
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { sheet } from '../shared/styles.js';
import { Composer } from './composer.js';
import { Ended } from './ended.js';
import { ICONS } from './icons.js';
import { download, written } from './keepsake.js';
import { initial } from './line.js';
import { Log } from './log.js';
import { Menu } from './menu.js';
import { Sheets } from './sheets.js';
import { Sound } from './sound.js';
import { Standing } from './standing.js';
import { follow } from './view.js';
import { Vocabulary } from './words.js';

/** @typedef {import('../shared/protocol').Failure} Failure */

/** Milliseconds that a notice stays. */
const NOTICE = 8_000;

/** One file once it is built, which is smaller. */
const STYLES = globalThis.BUILT ? ['room.css'] : ['messages.css', 'panel.css'];

/** Where the panel covers the page, as panel.css has it. */
const COVERS = '(max-width: 480px)';

export class Panel {
  #notice = 0;
  #unfollow = () => {};

  /**
   * @param {import('./chat.js').Chat} chat
   * @param {{ name: string, privacy: string, texts: import('./widget.js').Texts }} shop its name, the address of its privacy
   *   notice (each empty for none), and its own words
   * @param {() => void} closed asked to close
   */
  constructor(chat, shop, closed) {
    this.chat = chat;
    this.name = shop.name;
    this.closed = closed;
    this.vocabulary = new Vocabulary(chat, shop.name, shop.texts);
    const words = () => this.vocabulary.words;
    this.log = new Log(chat, words, shop.privacy, () => this.#announce(words().t('why.thanks')));
    this.composer = new Composer(chat, words);
    this.ended = new Ended(chat, words);
    this.standing = new Standing(chat, words, () => this.sheets.leave());
    this.sound = new Sound(chat);
    this.menu = new Menu(chat, words, this.sound, (item) => this.#do(item));
    this.title = h('h1');
    this.mode = h('p', { class: 'mode' });
    this.face = h('div', { class: 'face' });
    this.person = iconButton('person', () => chat.person());
    this.shut = iconButton('close', closed);
    this.header = h('header', { role: 'none' }, this.face, h('div', { class: 'titles' }, this.title, this.mode), this.person, this.menu.button, this.shut);
    this.note = h('div', { class: 'notice', role: 'status' });
    this.body = h('div', { class: 'body' }, this.standing.element, this.log.element, this.note, this.composer.element, this.ended.element);
    this.sheets = new Sheets(chat, words, [this.header, this.body]);
    this.element = h('section', { class: 'panel', role: 'dialog', hidden: true }, this.header, this.menu.element, this.body, this.sheets.element);
    this.element.addEventListener('keydown', (event) => this.#key(event));
    chat.listen({
      changed: (what) => this.#changed(what),
      said: ({ from }) => from !== 'shopper' && fill(this.note),
      done: (frame) => this.#done(frame),
      failed: (frame, failure) => this.#failed(frame, failure),
    });
  }

  /** Loads words and styles; fails where they cannot be had. */
  async prepare() {
    const [, ...sheets] = await Promise.all([this.vocabulary.learn(), ...STYLES.map((name) => sheet(new URL(name, import.meta.url)))]);
    return sheets;
  }

  show() {
    this.element.hidden = false;
    attribute(this.element, 'aria-modal', matchMedia(COVERS).matches ? 'true' : null);
    this.#unfollow();
    this.#unfollow = follow(this.element);
    this.#changed('language');
    this.log.toEnd();
    (this.chat.status.mode === 'closed' ? this.shut : this.composer).focus();
  }

  hide() {
    this.menu.close();
    this.sheets.close();
    this.#unfollow();
    this.element.hidden = true;
  }

  get open() {
    return !this.element.hidden;
  }

  /** @param {import('./menu.js').Item} item */
  #do(item) {
    if (item === 'sound') {
      this.sound.toggle();
    } else if (item === 'keep') {
      const now = new Date();
      download(`chat-${now.toISOString().slice(0, 10)}.txt`, written(this.chat, this.vocabulary.words, now));
    } else {
      this.sheets[item]();
    }
  }

  /** @param {import('./chat.js').Change} what */
  #changed(what) {
    if (what === 'language') {
      void this.vocabulary.learn().then(() => this.#keepingFocus(() => this.#redraw()));
    } else if (this.open) {
      this.#keepingFocus(() => this.#update(what));
    }
  }

  /** @param {import('./chat.js').Change} what */
  #update(what) {
    if (what === 'messages' || what === 'connection') {
      this.log.update();
      this.#glance();
    } else if (what === 'typing') {
      this.log.updateTyping();
    }
    this.#stand();
  }

  /**
   * Whoever stands on something that goes away stays in the panel: in the conversation, or where another one is begun,
   * in the place to write.
   *
   * @param {() => void} draw
   */
  #keepingFocus(draw) {
    const before = this.#active;
    const ended = before !== null && this.ended.element.contains(before);
    draw();
    if (before && !this.#active?.getClientRects().length) {
      (ended && this.ended.element.hidden ? this.composer : this.log).focus();
    }
  }

  /** What has the focus, if anything of the widget has. */
  get #active() {
    return /** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement ?? null;
  }

  #redraw() {
    const { t, shop } = this.vocabulary.words;
    attribute(this.element, 'lang', localeOf(this.chat.language));
    fill(this.title, this.name || t('panel.title'));
    attribute(this.element, 'aria-label', t('panel.label', { name: shop() }));
    label(this.person, t('panel.person'));
    label(this.shut, t('panel.close'));
    this.menu.redraw();
    this.composer.update();
    this.ended.redraw();
    this.log.redraw();
    this.#stand();
    this.#glance();
  }

  /** Says who answers and how the connection is. */
  #stand() {
    const { t } = this.vocabulary.words;
    const { mode, agent } = this.chat.status;
    const human = agent ? t('mode.human', { agent }) : t('mode.human.unnamed');
    fill(this.mode, mode === 'human' ? human : t(`mode.${mode}`));
    this.face.className = `face ${mode}`;
    fill(this.face, mode === 'human' ? initial(agent) : drawing(ICONS.bell));
    this.person.hidden = mode !== 'bot' || this.chat.asked;
    this.composer.element.hidden = mode === 'closed';
    this.ended.update(mode === 'closed');
    this.standing.update();
  }

  /** @param {import('../shared/protocol').KeyedFrame} frame */
  #done(frame) {
    const { t } = this.vocabulary.words;
    if (frame.type === 'forget') {
      this.#announce(t('forget.done'));
    } else if (frame.type === 'leave') {
      this.#announce(t('leave.done', { email: frame.email }));
    } else if (frame.type === 'transcript') {
      this.#announce(t('post.done', { email: frame.email }));
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
      this.#announce(this.vocabulary.words.why(failure));
    }
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

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      if (this.menu.open) {
        this.menu.close(true);
      } else if (this.sheets.open) {
        this.sheets.close();
      } else {
        this.closed();
      }
    } else if (event.key === 'Tab' && (this.sheets.open || matchMedia(COVERS).matches)) {
      this.#keepFocus(event);
    }
  }

  /** Keeps the focus inside while the panel covers the page. @param {KeyboardEvent} event */
  #keepFocus(event) {
    const all = /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll('button, textarea, input, a[href], .log')]);
    const stops = all.filter((element) => element.offsetParent !== null && !element.closest('[inert]'));
    const active = this.#active;
    const [edge, other] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (active === edge || !active) {
      event.preventDefault();
      other?.focus();
    }
  }
}

/**
 * @param {keyof typeof ICONS} icon
 * @param {() => void} act
 */
function iconButton(icon, act) {
  return h('button', { type: 'button', class: 'icon-button', onclick: act }, drawing(ICONS[icon]));
}

/**
 * @param {HTMLElement} button
 * @param {string} text
 */
function label(button, text) {
  attribute(button, 'aria-label', text);
  attribute(button, 'title', text);
}
