/** What is behind "More" in the header: the language, the sound, and what can be done with the conversation. */
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { LANGUAGES, LANGUAGE_NAMES, localeOf } from '../shared/i18n.js';
import { ICONS } from './icons.js';

/** @typedef {'sound' | 'leave' | 'keep' | 'post' | 'end' | 'forget'} Item */

const ITEMS = /** @type {{ name: Item, icon: keyof typeof ICONS }[]} */ ([
  { name: 'sound', icon: 'sound' },
  { name: 'leave', icon: 'mail' },
  { name: 'keep', icon: 'down' },
  { name: 'post', icon: 'send' },
  { name: 'end', icon: 'end' },
  { name: 'forget', icon: 'bin' },
]);

export class Menu {
  /** @type {Partial<Record<Item, HTMLElement>>} */
  #items = {};

  /**
   * @param {import('./chat.js').Chat} chat
   * @param {() => import('./words.js').Words} words
   * @param {import('./sound.js').Sound} sound
   * @param {(item: Item) => void} act
   */
  constructor(chat, words, sound, act) {
    this.chat = chat;
    this.words = words;
    this.sound = sound;
    this.act = act;
    this.button = h('button', { type: 'button', class: 'icon-button', 'aria-haspopup': 'true', onclick: () => this.#show(!this.open) }, drawing(ICONS.more));
    this.element = h('div', { class: 'menu', hidden: true });
    this.element.addEventListener('focusout', (event) => this.#left(event));
  }

  get open() {
    return !this.element.hidden;
  }

  /** Puts it away. @param {boolean} [back] the focus goes back to the button */
  close(back = false) {
    this.#show(false);
    if (back) {
      this.button.focus();
    }
  }

  /** Draws it in the language of the moment. */
  redraw() {
    const { t } = this.words();
    attribute(this.button, 'aria-label', t('panel.menu'));
    attribute(this.button, 'title', t('panel.menu'));
    fill(
      this.element,
      h('div', { class: 'languages', role: 'group', 'aria-label': t('menu.language') }, drawing(ICONS.globe), ...LANGUAGES.map((language) => this.#language(language))),
      ...ITEMS.map(({ name, icon }) => (this.#items[name] = this.#choice({}, () => this.act(name), drawing(ICONS[icon]), t(`menu.${name}`)))),
    );
  }

  /** @param {import('../shared/protocol').Language} language */
  #language(language) {
    const pressed = String(language === this.chat.language);
    return this.#choice({ lang: localeOf(language), 'aria-pressed': pressed }, () => this.chat.speak(language), LANGUAGE_NAMES[language]);
  }

  /**
   * @param {import('../shared/dom.js').Attributes} attributes
   * @param {() => void} act
   * @param {...(Node | string)} content
   */
  #choice(attributes, act, ...content) {
    const chosen = () => {
      this.close(true);
      act();
    };
    return h('button', { type: 'button', onclick: chosen, ...attributes }, ...content);
  }

  /** @param {boolean} open */
  #show(open) {
    this.element.hidden = !open;
    attribute(this.button, 'aria-expanded', String(open));
    if (open) {
      const begun = this.chat.memory.resume !== undefined;
      const closed = this.chat.status.mode === 'closed';
      const said = this.chat.transcript.messages.some((message) => !message.erased);
      const shown = { sound: true, leave: !closed, keep: said, post: said && this.chat.mail, end: begun && !closed, forget: begun };
      attribute(/** @type {HTMLElement} */ (this.#items.sound), 'aria-pressed', String(this.sound.on));
      for (const { name } of ITEMS) {
        attribute(/** @type {HTMLElement} */ (this.#items[name]), 'hidden', !shown[name]);
      }
      this.element.querySelector('button')?.focus();
    }
  }

  /** @param {FocusEvent} event */
  #left(event) {
    const next = /** @type {Node | null} */ (event.relatedTarget);
    if (this.open && !this.element.contains(next) && next !== this.button) {
      this.#show(false);
    }
  }
}
