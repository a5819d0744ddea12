/** The transcript of a conversation, as the desk reads it: the shopper on the left, everybody who answers on the right. */
import { attribute, drawing, fill, h, reconcile } from '../shared/dom.js';
import { clockTime, localeOf } from '../shared/i18n.js';
import { markdown, safe } from '../shared/markdown.js';
import { linked } from './linking.js';
import { because } from './reasons.js';
import { ICONS } from './ui.js';
import { verdict } from './verdict.js';

/** @typedef {import('../shared/transcript.js').Line & { note?: import('../shared/protocol').Note, rating?: import('../shared/protocol').Rating }} Line */

/** @typedef {'' | 'sending' | 'sent' | 'delivered' | 'read'} State how far the newest reply has come */

/** Pixels from the end within which the list counts as being at its end. */
const NEAR = 60;

export class Reading {
  #stick = true;
  #top = 0;
  /** @type {WeakMap<HTMLElement, string>} */
  #shown = new WeakMap();

  /**
   * @param {import('./app.js').App} app
   * @param {import('./line.js').Line} line
   */
  constructor(app, line) {
    this.app = app;
    this.line = line;
    this.list = h('div', { class: 'list' });
    this.typing = h('p', { class: 'hint typing', hidden: true }, app.t('talk.typing'));
    this.element = h('div', { class: 'reading', role: 'log', tabindex: '0', 'aria-label': app.t('talk.log') }, this.list, this.typing);
    this.element.addEventListener(
      'scroll',
      () => {
        const { scrollTop, scrollHeight, clientHeight } = this.element;
        const near = scrollHeight - scrollTop - clientHeight < NEAR;
        // only a move upwards leaves the end: the place may have become smaller before this event came
        this.#stick = near || (this.#stick && scrollTop >= this.#top);
        this.#top = scrollTop;
      },
      { passive: true },
    );
    new ResizeObserver(() => this.#stick && this.#toEnd()).observe(this.element);
  }

  /** Begins at the end, as for a conversation just opened. */
  fresh() {
    fill(this.list);
    this.#stick = true;
  }

  /** @param {import('./talk.js').Talk} talk */
  draw(talk) {
    const { lines } = talk;
    attribute(this.element, 'lang', localeOf(talk.head?.language ?? this.app.language));
    reconcile(
      this.list,
      lines.map((line, i) => ({ line, before: lines[i - 1], newest: i === lines.length - 1 })),
      (item) => item.line.key,
      () => h('div'),
      (element, item) => this.#line(element, talk, item.line, item.before, item.newest ? this.#state(talk, item.line) : ''),
    );
    this.typing.hidden = !talk.typing;
    if (this.#stick || lines.at(-1)?.entry) {
      this.#toEnd();
    }
  }

  #toEnd() {
    this.#stick = true;
    this.element.scrollTop = this.element.scrollHeight;
  }

  /**
   * @param {import('./talk.js').Talk} talk
   * @param {Line} line
   * @returns {State}
   */
  #state(talk, { message, entry }) {
    if (message?.from === 'agent') {
      return message.seq <= talk.read ? 'read' : message.seq <= talk.delivered ? 'delivered' : 'sent';
    }
    return entry && !entry.failure ? 'sending' : '';
  }

  /**
   * @param {HTMLElement} element
   * @param {import('./talk.js').Talk} talk
   * @param {Line} line
   * @param {Line | undefined} before
   * @param {State} state
   */
  #line(element, talk, line, before, state) {
    const { t, language } = this.app;
    const { message, entry, note } = line;
    if (note) {
      return this.#note(element, note, talk.id);
    }
    if (line.rating) {
      return this.#whole(element, line.rating);
    }
    const rating = message && !message.erased ? talk.rating(message.seq) : undefined;
    const from = message?.from ?? 'agent';
    const name = message?.name ?? (from === 'agent' ? (this.app.user?.name ?? '') : '');
    const first = !before || before.note || (before.message?.from ?? 'agent') !== from || (before.message?.name ?? name) !== name;
    const shape = JSON.stringify([message ?? [entry?.shown, entry?.failure], rating, first, state, language]);
    if (this.#shown.get(element) === shape) {
      return;
    }
    this.#shown.set(element, shape);
    element.className = `line from-${from}${first ? ' first' : ''}`;
    const at = new Date(message?.at ?? entry?.at ?? 0);
    fill(
      element,
      first &&
        h('div', { class: 'by' }, h('strong', {}, name ? `${name}` : t(`from.${from}`)), from === 'agent' && name ? ` ${t('from.agent')}` : '', ' ', h('time', { datetime: at.toISOString() }, clockTime(language, at, new Date()))),
      this.#bubble(line, from, talk.id),
      ...(message?.cards ?? []).map((card) => h('div', { class: 'card' }, h('strong', {}, card.title), card.subtitle && h('span', {}, card.subtitle), card.url && safe(card.url) && h('a', { href: card.url, target: '_blank', rel: 'noopener noreferrer' }, card.action ?? card.url))),
      message?.choices && message.choices.length > 0 && h('p', { class: 'offered' }, ...message.choices.map((choice) => h('span', { class: 'tag' }, choice.label))),
      message && this.#why(message),
      rating && verdict(this.app, rating),
      entry?.failure && this.#failed(entry),
      state && h('p', { class: `hint state ${state}` }, state !== 'sending' && drawing(state === 'sent' ? ICONS.sent : ICONS.delivered), t(`talk.${state}`)),
    );
  }

  /**
   * @param {HTMLElement} element
   * @param {import('../shared/protocol').Note} note
   * @param {string} conversation
   */
  #note(element, { agent, text, at }, conversation) {
    const { t, language } = this.app;
    const shape = JSON.stringify([agent, text, language]);
    if (this.#shown.get(element) !== shape) {
      this.#shown.set(element, shape);
      element.className = 'line note first';
      fill(
        element,
        h('div', { class: 'by' }, h('strong', {}, agent), ` ${t('note.by')} `, h('time', { datetime: at }, clockTime(language, new Date(at), new Date()))),
        linked(h('div', { class: 'bubble' }, text), conversation),
      );
    }
  }

  /**
   * @param {HTMLElement} element
   * @param {import('../shared/protocol').Rating} rating
   */
  #whole(element, rating) {
    const shape = JSON.stringify([rating, this.app.language]);
    if (this.#shown.get(element) !== shape) {
      this.#shown.set(element, shape);
      element.className = 'line whole first';
      fill(element, verdict(this.app, rating));
    }
  }

  /**
   * @param {Line} line
   * @param {string} from
   * @param {string} conversation
   */
  #bubble({ message, entry }, from, conversation) {
    if (message?.erased) {
      return h('p', { class: 'bubble erased' }, this.app.t('talk.erased'));
    }
    const text = message?.text ?? entry?.shown ?? '';
    return text !== '' && linked(h('div', { class: 'bubble' }, from === 'shopper' ? text : markdown(text)), conversation);
  }

  /** Where the bot's words come from, and why it said them. @param {import('../shared/protocol').Message} message */
  #why({ source, trace }) {
    const { app } = this;
    const kind = source?.kind === 'article' || source?.kind === 'flow' || source?.kind === 'model' ? source.kind : undefined;
    const from = kind && app.t(`talk.from.${kind}`, { id: kind === 'flow' ? app.named('flow', source?.id ?? '') : (source?.id ?? '') });
    const steps = trace ?? [];
    return (from || steps.length > 0) && h(
      'div',
      { class: 'why', lang: localeOf(app.language) },
      from && (kind !== 'flow' && app.may('articles') ? h('a', { href: `#/articles/${encodeURIComponent(source?.id ?? '')}` }, from) : h('span', {}, from)),
      steps.length > 0 && h('details', {}, h('summary', {}, app.t('talk.why')), h('ul', {}, ...steps.map((step) => h('li', {}, because(app, step))))),
    );
  }

  /** @param {import('../shared/outbox.js').Entry} entry */
  #failed(entry) {
    const { t } = this.app;
    return h(
      'p',
      { class: 'failed', role: 'alert' },
      t(entry.failure?.code === 'invalid' ? 'talk.failed.invalid' : 'talk.failed'),
      ' ',
      h('button', { type: 'button', class: 'quiet', onclick: () => this.line.retry(entry.frame.id) }, t('talk.retry')),
      h('button', { type: 'button', class: 'quiet', onclick: () => this.line.discard(entry.frame.id) }, t('talk.discard')),
    );
  }
}
