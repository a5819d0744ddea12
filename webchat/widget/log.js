/**
 * The list of messages. Lines are kept by key, so a message is drawn once and only its state changes; the list stays at
 * its end unless the shopper has scrolled up to read.
 */
import { attribute, drawing, fill, h, reconcile } from '../shared/dom.js';
import { safe } from '../shared/markdown.js';
import { ICONS } from './icons.js';
import { LineView, mark } from './line.js';

/** @typedef {import('../shared/protocol').Message} Message */
/** @typedef {import('../shared/transcript.js').Line} Line */

/** Pixels from the end within which the list counts as being at its end. */
const NEAR = 48;

export class Log {
  #greeted = '';
  #stick = true;
  #top = 0;

  /**
   * @param {import('./chat.js').Chat} chat
   * @param {() => import('./words.js').Words} words
   * @param {string} privacy address of the shop's privacy notice, empty for none
   * @param {() => void} thank a reason for a judgement was given
   */
  constructor(chat, words, privacy, thank) {
    this.chat = chat;
    this.words = words;
    this.privacy = privacy;
    this.line = new LineView(chat, words, thank);
    this.greeting = h('div', { class: 'line from-bot first last greeting' });
    this.list = h('div', { class: 'list' });
    this.choices = h('div', { class: 'choices', role: 'group' });
    this.typing = h('div', { class: 'typing', hidden: true }, h('span'), h('span'), h('span'));
    this.newer = h(
      'button',
      { type: 'button', class: 'newer', hidden: true, onclick: () => this.toEnd() },
      drawing(ICONS.down),
      h('span'),
    );
    this.log = h('div', { class: 'log', role: 'log', tabindex: '0' }, this.greeting, this.list, this.typing, this.choices);
    this.log.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.element = h('div', { class: 'log-frame' }, this.log, this.newer);
    new ResizeObserver(() => this.#stick && this.toEnd()).observe(this.log);
  }

  /** True where the newest message can be seen. */
  get atEnd() {
    return this.#stick;
  }

  focus() {
    this.log.focus({ preventScroll: true });
  }

  toEnd() {
    // what nobody has answered yet is read from its beginning
    this.log.scrollTop = this.list.firstChild ? this.log.scrollHeight : 0;
    this.newer.hidden = true;
    this.#stick = true;
  }

  /** Draws what changed. */
  update() {
    const { t } = this.words();
    const lines = this.chat.lines;
    const before = this.list.childElementCount;
    attribute(this.log, 'aria-label', t('panel.log'));
    attribute(this.log, 'aria-busy', this.chat.replaying ? 'true' : null);
    this.#greet(lines.length === 0);
    this.line.prepare(lines.at(-1));
    reconcile(
      this.list,
      lines.map((line, i) => ({ line, before: lines[i - 1], after: lines[i + 1] })),
      (item) => item.line.key,
      () => h('div'),
      (element, item) => this.line.draw(element, item.line, item.before, item.after),
    );
    this.#offer();
    this.#follow(this.list.childElementCount > before && lines.at(-1));
  }

  /** Shows who is writing. */
  updateTyping() {
    const { t, agent } = this.words();
    const from = this.chat.typing;
    this.typing.hidden = !from;
    attribute(this.typing, 'role', 'img');
    attribute(this.typing, 'aria-label', from === 'bot' ? t('typing.bot') : t('typing.agent', { name: agent() }));
    this.#follow(false);
  }

  /** Draws everything anew: the language changed. */
  redraw() {
    this.#greeted = '';
    this.line.forget();
    this.update();
    this.updateTyping();
  }

  /** @param {Line | false | undefined} added */
  #follow(added) {
    const own = added && (added.entry || added.message?.from === 'shopper');
    if (this.#stick || own) {
      this.toEnd();
    } else if (added && !this.chat.replaying) {
      this.newer.hidden = false;
      fill(this.newer.lastElementChild ?? this.newer, this.words().t('panel.newer'));
    }
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.log;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    // only a move upwards leaves the end: the place may have become smaller before this event came
    this.#stick = near || (this.#stick && scrollTop >= this.#top);
    this.#top = scrollTop;
    if (this.#stick) {
      this.newer.hidden = true;
      this.chat.seen();
    }
  }

  /** @param {boolean} alone */
  #greet(alone) {
    const { t, shop } = this.words();
    const starters = /** @type {const} */ (['starter.track', 'starter.return', 'starter.delivery']);
    const shape = t('greeting') + shop() + alone;
    if (this.#greeted === shape) {
      return;
    }
    this.#greeted = shape;
    fill(
      this.greeting,
      mark('bot', ''),
      h('div', { class: 'words' }, h('p', { class: 'bubble' }, t('greeting', { name: shop() }))),
    );
    if (alone) {
      this.greeting.append(
        h(
          'div',
          { class: 'choices', role: 'group', 'aria-label': t('choices.label') },
          ...starters.map((key) => h('button', { type: 'button', onclick: () => this.chat.say(t(key)) }, t(key))),
        ),
      );
    }
    this.greeting.append(this.#promise());
  }

  /** What becomes of what is written here. */
  #promise() {
    const { t } = this.words();
    return h('div', { class: 'privacy' }, t('privacy.note'), this.privacy && ' ', this.privacy && link(this.privacy, t('privacy.link')));
  }

  #offer() {
    const offer = this.chat.choices;
    const { t } = this.words();
    attribute(this.choices, 'aria-label', t('choices.label'));
    reconcile(
      this.choices,
      (offer?.choices ?? []).map((choice) => ({ choice, message: /** @type {Message} */ (offer?.message) })),
      (item) => `${item.message.seq} ${item.choice.value}`,
      (item) =>
        h('button', { type: 'button', onclick: () => this.chat.choose(item.message, item.choice) }, item.choice.label),
    );
  }
}

/**
 * @param {string} address as the shop gave it, which may be relative to the page
 * @param {string} label
 */
function link(address, label) {
  const href = URL.canParse(address, location.href) ? new URL(address, location.href).href : '';
  return safe(href) && h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, label);
}
