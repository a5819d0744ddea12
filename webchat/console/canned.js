/** Canned replies: a slash and the beginning of a name brings a list; what is chosen comes with its placeholders filled in. */
import { attribute, fill, h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';

/** @typedef {import('../shared/protocol').CannedReply} CannedReply */
/** @typedef {import('../shared/protocol').Language} Language */

const LISTED = 8;
const PLACEHOLDER = /\{(agent|shopper|order)\}/g;

/**
 * The words with what is known in them; a placeholder that nothing is known for stays.
 *
 * @param {string} text
 * @param {Record<string, string | undefined>} known
 */
export function filled(text, known) {
  return text.replace(PLACEHOLDER, (whole, name) => known[name] || whole);
}

/** The first placeholder that was not filled. @param {string} text */
export function unfilled(text) {
  const found = [...text.matchAll(PLACEHOLDER)][0];
  return found ? { start: found.index, end: found.index + found[0].length, words: found[0] } : undefined;
}

export class Canned {
  /** @type {CannedReply[]} */
  #found = [];
  #chosen = 0;

  /**
   * @param {import('./app.js').App} app
   * @param {HTMLTextAreaElement} text
   * @param {() => { replies: CannedReply[], language: Language, known: Record<string, string | undefined> }} source
   * @param {() => void} used
   */
  constructor(app, text, source, used) {
    this.app = app;
    this.text = text;
    this.source = source;
    this.used = used;
    this.element = h('ul', { class: 'canned', id: 'canned', role: 'listbox', 'aria-label': app.t('canned.title'), hidden: true });
    attribute(text, 'aria-controls', 'canned');
  }

  get open() {
    return !this.element.hidden;
  }

  /** Looks for what is typed after a slash. */
  look() {
    const typed = /^\/(\S*)$/.exec(this.text.value)?.[1];
    const { replies, language } = this.source();
    const wanted = typed?.toLowerCase() ?? '';
    this.#found =
      typed === undefined
        ? []
        : replies
            .filter((reply) => reply[language] && `${reply.shortcut} ${reply[language]}`.toLowerCase().includes(wanted))
            .sort((a, b) => Number(b.shortcut.startsWith(wanted)) - Number(a.shortcut.startsWith(wanted)))
            .slice(0, LISTED);
    this.#chosen = 0;
    this.element.hidden = typed === undefined;
    this.#draw(language);
  }

  /** True where the key was for the list. @param {KeyboardEvent} event */
  key(event) {
    if (!this.open) {
      return false;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#found.length > 0) {
      this.#chosen = (this.#chosen + step + this.#found.length) % this.#found.length;
      this.#draw(this.source().language);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && this.#found.length > 0) {
      this.#use(this.#found[this.#chosen]);
    } else if (event.key === 'Escape') {
      this.element.hidden = true;
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  /** @param {Language} language */
  #draw(language) {
    const { t } = this.app;
    fill(
      this.element,
      ...this.#found.map((reply, i) =>
        h(
          'li',
          {
            role: 'option',
            id: `canned-${i}`,
            'aria-selected': String(i === this.#chosen),
            onmousedown: (/** @type {Event} */ event) => {
              event.preventDefault();
              this.#use(reply);
            },
          },
          h('strong', {}, `/${reply.shortcut}`),
          h('span', { lang: localeOf(language) }, reply[language]),
        ),
      ),
      this.#found.length === 0 && h('li', { class: 'hint' }, t(this.source().replies.length === 0 ? 'canned.none' : 'canned.no-such')),
    );
    attribute(this.text, 'aria-activedescendant', this.open && this.#found.length > 0 ? `canned-${this.#chosen}` : null);
  }

  /** @param {CannedReply | undefined} reply */
  #use(reply) {
    const { language, known } = this.source();
    this.text.value = filled(reply?.[language] ?? '', known);
    this.element.hidden = true;
    attribute(this.text, 'aria-activedescendant', null);
    const left = unfilled(this.text.value);
    this.text.focus();
    this.text.setSelectionRange(left?.start ?? this.text.value.length, left?.end ?? this.text.value.length);
    this.used();
  }
}
