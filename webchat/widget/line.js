/**
 * One line of the conversation: who says it, the words, and what became of them. What is shown already is left alone, so
 * that focus and selection survive.
 */
import { drawing, fill, h } from '../shared/dom.js';
import { clockTime, duration, localeOf, spaced } from '../shared/i18n.js';
import { markdown, safe } from '../shared/markdown.js';
import { ICONS } from './icons.js';

/** @typedef {import('../shared/protocol').Message} Message */
/** @typedef {import('../shared/protocol').Sender} Sender */
/** @typedef {import('../shared/transcript.js').Line} Line */
/** @typedef {'' | 'sent' | 'delivered' | 'read'} Reached */

const DAY = 86_400_000;

export class LineView {
  /** @type {WeakMap<HTMLElement, unknown[]>} what an element shows */
  #shown = new WeakMap();
  /** @type {Record<string, boolean>} */
  #rated = {};
  /** The answer whose thumb went down just now. */
  #doubted = 0;
  /** What is being written about it. */
  #reason = '';

  /**
   * @param {import('./chat.js').Chat} chat
   * @param {() => import('./words.js').Words} words
   * @param {() => void} thank a reason was given
   */
  constructor(chat, words, thank) {
    this.chat = chat;
    this.words = words;
    this.thank = thank;
  }

  /**
   * Looks up once what all lines need. Whoever writes on is not asked any more what was wrong.
   *
   * @param {Line | undefined} newest
   */
  prepare(newest) {
    this.#rated = this.chat.memory.rated ?? {};
    if (newest && sender(newest) === 'shopper') {
      this.#doubted = 0;
    }
  }

  /** Everything is drawn anew when it is drawn next: the language changed. */
  forget() {
    this.#shown = new WeakMap();
  }

  /**
   * @param {HTMLElement} element
   * @param {Line} line
   * @param {Line | undefined} before
   * @param {Line | undefined} after
   */
  draw(element, line, before, after) {
    const from = sender(line);
    const newDay = !before || at(before).toDateString() !== at(line).toDateString();
    const first = newDay || !before || sender(before) !== from || before.message?.name !== line.message?.name;
    const last = !after || sender(after) !== from || at(after).toDateString() !== at(line).toDateString();
    const reached = this.#reached(line, !after);
    const state = reached ? this.words().t(`state.${reached}`) : this.#state(line);
    const rated = line.message && this.#rated[line.message.seq];
    const doubted = line.message?.seq === this.#doubted;
    const shape = [doubted, line.message ?? line.entry?.shown, newDay, first, last, rated, state];
    const shown = this.#shown.get(element);
    const changed = shape.findIndex((part, i) => part !== shown?.[i]);
    if (changed < 0) {
      return;
    }
    this.#shown.set(element, shape);
    const told = element.querySelector('.reached');
    if (told && reached && changed === shape.length - 1) {
      fill(told, ...tick(reached, state));
      return;
    }
    const focused = element.contains(/** @type {ShadowRoot} */ (element.getRootNode()).activeElement);
    element.className = `line from-${from}${first ? ' first' : ''}${last ? ' last' : ''}`;
    fill(
      element,
      newDay && h('div', { class: 'day' }, this.#day(at(line))),
      from === 'system' ? false : mark(from, line.message?.name ?? ''),
      h(
        'div',
        { class: 'words' },
        this.#who(from, line.message?.name, first),
        this.#bubble(line, from),
        ...(line.message?.cards ?? []).map(card),
        this.#foot(line, state, reached, rated),
        doubted && line.message && this.#why(line.message),
      ),
    );
    if (focused) {
      /** @type {HTMLElement | null} */ (element.querySelector('.thumb[aria-pressed=true]'))?.focus({ preventScroll: true });
    }
    if (doubted && !shown?.[0]) {
      element.querySelector('.why')?.scrollIntoView({ block: 'nearest' });
    }
  }

  /**
   * @param {Sender} from
   * @param {string | undefined} name
   * @param {boolean} first
   */
  #who(from, name, first) {
    const { t } = this.words();
    const spoken = from === 'agent' && name ? t('mode.human', { agent: name }) : t(`from.${from}`);
    return h('div', { class: from === 'agent' && first ? 'who' : 'heard' }, spoken);
  }

  /**
   * @param {Line} line
   * @param {Sender} from
   */
  #bubble({ message, entry }, from) {
    const text = message?.text ?? entry?.shown ?? '';
    if (message?.erased) {
      return h('p', { class: 'bubble erased' }, this.words().t('message.erased'));
    }
    if (text === '') {
      return false;
    }
    const written = from === 'bot' || from === 'agent' || from === 'system' ? markdown(text) : text;
    return h('div', { class: 'bubble' }, written);
  }

  /**
   * @param {Line} line
   * @param {string} state
   * @param {Reached} reached
   * @param {boolean | undefined} rated
   */
  #foot(line, state, reached, rated) {
    const { t } = this.words();
    const { message, entry } = line;
    if (entry?.failure) {
      const id = entry.frame.id;
      return h(
        'div',
        { class: 'foot failed' },
        h('span', { role: 'alert' }, state),
        h('button', { type: 'button', onclick: () => this.chat.retry(id) }, t('state.retry')),
        h('button', { type: 'button', onclick: () => this.chat.discard(id) }, t('state.discard')),
      );
    }
    const time = message && h('time', { datetime: message.at }, clockTime(this.words().language, at(line), new Date()));
    const thumbs = message?.from === 'bot' && (message.source?.kind === 'article' || message.source?.kind === 'model');
    return h(
      'div',
      { class: `foot${state ? ' stated' : ''}` },
      time,
      state && h('span', { class: `state${reached && ' reached'}` }, ...tick(reached, state)),
      thumbs && this.#thumb(message, true, rated),
      thumbs && this.#thumb(message, false, rated),
    );
  }

  /**
   * @param {Message} message
   * @param {boolean} helpful
   * @param {boolean | undefined} rated
   */
  #thumb(message, helpful, rated) {
    const label = this.words().t(helpful ? 'rate.up' : 'rate.down');
    return h(
      'button',
      {
        type: 'button',
        class: 'thumb',
        title: label,
        'aria-label': label,
        'aria-pressed': rated === helpful ? 'true' : 'false',
        onclick: () => {
          this.#doubted = helpful ? 0 : message.seq;
          this.#reason = '';
          this.chat.rate(message.seq, helpful);
        },
      },
      drawing(helpful ? ICONS.up : ICONS.thumbDown),
    );
  }

  /**
   * Asks why an answer did not help. Nobody has to say.
   *
   * @param {Message} message
   */
  #why(message) {
    const { t } = this.words();
    const reasons = /** @type {const} */ (['why.wrong', 'why.other', 'why.unclear']);
    const told = (/** @type {string} */ reason) => {
      this.#doubted = 0;
      this.chat.rate(message.seq, false, reason);
      this.thank();
    };
    const own = h('input', { value: this.#reason, maxlength: '2000', 'aria-label': t('why.own'), placeholder: t('why.own'), enterkeyhint: 'send' });
    own.oninput = () => (this.#reason = own.value);
    const form = h('form', {}, own, h('button', { class: 'plain' }, t('why.send')));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      told(own.value.trim());
    });
    return h(
      'div',
      { class: 'why', role: 'group', 'aria-label': t('why.title') },
      h('p', {}, t('why.title')),
      h('div', { class: 'choices' }, ...reasons.map((key) => h('button', { type: 'button', onclick: () => told(t(key)) }, t(key)))),
      form,
    );
  }

  /**
   * How far the shopper's newest words have come.
   *
   * @param {Line} line
   * @param {boolean} newest
   * @returns {Reached}
   */
  #reached({ message, entry }, newest) {
    const seq = message?.from === 'shopper' ? message.seq : entry?.failure ? 0 : (entry?.seq ?? 0);
    const { delivered, read } = this.chat.theirs;
    return !newest || seq === 0 ? '' : seq <= read ? 'read' : seq <= delivered ? 'delivered' : 'sent';
  }

  /** @param {Line} line */
  #state({ entry }) {
    const { t, language, why } = this.words();
    const now = Date.now();
    if (!entry || entry.seq) {
      return '';
    }
    if (entry.failure) {
      return t('state.failed', { why: why(entry.failure) });
    }
    if (entry.notBefore && entry.notBefore > now) {
      return t('state.later', { time: duration(language, (entry.notBefore - now) / 1000) });
    }
    return t(this.chat.socket.failing ? 'state.waiting' : 'state.sending');
  }

  /** @param {Date} date */
  #day(date) {
    const { t, language } = this.words();
    const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / DAY);
    if (days === 0 || days === 1) {
      return t(days === 0 ? 'day.today' : 'day.yesterday');
    }
    return spaced(new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'long' }).format(date));
  }
}

/**
 * @param {Line} line
 * @returns {Sender}
 */
function sender(line) {
  return line.message?.from ?? 'shopper';
}

/**
 * One tick for sent, two for delivered, two in the accent colour for read; and the word.
 *
 * @param {Reached} reached
 * @param {string} word
 */
function tick(reached, word) {
  return [reached && drawing(reached === 'sent' ? ICONS.sent : ICONS.delivered, reached), word];
}

/** @param {Line} line */
function at(line) {
  return new Date(line.message?.at ?? line.entry?.at ?? 0);
}

/**
 * Who speaks, at a glance: the bot a bell on a square, a person an initial in a circle.
 *
 * @param {Sender} from
 * @param {string} name
 */
export function mark(from, name) {
  return h(
    'div',
    { class: 'mark', 'aria-hidden': 'true' },
    from === 'bot' && drawing(ICONS.bell),
    from === 'agent' && initial(name),
  );
}

/**
 * What stands for a person.
 *
 * @param {string | undefined} name
 */
export function initial(name) {
  return name ? [...name][0]?.toUpperCase() : drawing(ICONS.person);
}

/**
 * A picture that cannot be had leaves no hole.
 *
 * @param {Event} failure
 */
function gone(failure) {
  /** @type {HTMLImageElement} */ (failure.currentTarget).remove();
}

/** @param {import('../shared/protocol').Card} it */
function card(it) {
  const picture = it.image && URL.canParse(it.image, import.meta.url) && new URL(it.image, import.meta.url).href;
  return h(
    'div',
    { class: 'card' },
    picture && /^https?:/.test(picture) && safe(picture) && h('img', { src: picture, alt: it.alt ?? '', loading: 'lazy', onerror: gone }),
    h('div', {}, h('strong', {}, it.title), it.subtitle && h('span', {}, it.subtitle)),
    it.action && it.url && safe(it.url) && h('a', { href: it.url, target: '_blank', rel: 'noopener noreferrer' }, it.action),
  );
}
