/**
 * The launcher, and all that a page loads before a shopper opens the chat:
 * `<script type="module" src="https://desk.example/widget/widget.js" data-name="Lantern Lane"></script>`.
 * Attributes, on the script with `data-` or on a `<deskbell-chat>` of one's own: `name` (the shop's), `locale` (`en`, `zh`),
 * `accent` (any CSS colour), `user`, `expires`, `signature` (a signed identity), `server` (another Deskbell server).
 * Methods: `open()`, `close()`, `send(text)`, `identify(identity)`, `speak(language)`. Events: `deskbell-open`, `deskbell-close`.
 */
import { settleAccent } from '../shared/contrast.js';
import { attribute, drawing, h } from '../shared/dom.js';
import { firstLanguage } from '../shared/i18n.js';
import { sheet } from '../shared/styles.js';
import { memoryKey, recall } from './memory.js';

/** @typedef {import('../shared/protocol').Identity} Identity */
/** @typedef {import('../shared/protocol').Language} Language */

const ATTRIBUTES = ['name', 'locale', 'accent', 'user', 'expires', 'signature', 'server'];
const BELL = 'M4 18h16M6 15a6 6 0 0 1 12 0zM12 9V6.5M10 6.5h4';
const LABELS = { en: ['Chat with us', 'unread: '], zh: ['在线咨询', '未读：'] };

class DeskbellChat extends HTMLElement {
  static observedAttributes = ['accent', 'user', 'expires', 'signature'];

  /** @type {Promise<import('./chat.js').Chat> | undefined} */
  #chat;
  /** @type {Promise<import('./panel.js').Panel> | undefined} */
  #panel;

  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.badge = h('span', { class: 'badge', hidden: true });
    this.launcher = h(
      'button',
      { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', onclick: () => this.open() },
      drawing(BELL),
      this.badge,
    );
  }

  connectedCallback() {
    if (this.root.childElementCount === 0) {
      void this.#appear();
    }
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (name === 'accent') {
      this.#colour();
    } else if (this.#chat && !this.#changing) {
      this.#changing = true;
      queueMicrotask(() => {
        this.#changing = false;
        void this.identify(this.#identity());
      });
    }
  }
  #changing = false;

  /** Shows the conversation. Fails where the parts of it cannot be loaded. */
  async open() {
    attribute(this.launcher, 'aria-busy', 'true');
    try {
      this.#panel ??= this.#build();
      const panel = await this.#panel;
      this.launcher.hidden = true;
      attribute(this.launcher, 'aria-expanded', 'true');
      panel.show();
      this.dispatchEvent(new CustomEvent('deskbell-open', { bubbles: true, composed: true }));
    } catch (failure) {
      this.#panel = undefined;
      throw failure;
    } finally {
      this.launcher.removeAttribute('aria-busy');
    }
  }

  /** Puts it away; the conversation goes on. */
  async close() {
    const panel = await this.#panel;
    if (panel?.open) {
      panel.hide();
      this.launcher.hidden = false;
      attribute(this.launcher, 'aria-expanded', 'false');
      this.launcher.focus();
      this.dispatchEvent(new CustomEvent('deskbell-close', { bubbles: true, composed: true }));
    }
  }

  /**
   * Says something in the shopper's name, such as a question that a link on the page stands for.
   *
   * @param {string} text
   */
  async send(text) {
    await this.open();
    (await this.#start()).say(text);
  }

  /** @param {Identity | undefined} identity */
  async identify(identity) {
    (await this.#start()).identify(identity);
  }

  /** @param {Language} language */
  async speak(language) {
    (await this.#start()).speak(language);
  }

  get server() {
    return new URL(this.getAttribute('server') ?? import.meta.url, location.href).origin;
  }

  async #appear() {
    const here = import.meta.url;
    this.root.adoptedStyleSheets = await Promise.all([
      sheet(new URL('../shared/tokens.css', here)),
      sheet(new URL('launcher.css', here)),
    ]);
    this.root.append(this.launcher);
    this.#colour();
    this.#label(0);
    const memory = recall(memoryKey(this.server));
    if (memory.resume) {
      await this.#start();
    }
  }

  #colour() {
    const accent = this.getAttribute('accent');
    if (accent) {
      this.style.setProperty('--deskbell-accent', accent);
    }
    if (this.launcher.isConnected) {
      settleAccent(this, this.root);
    }
  }

  /** @param {number} unread */
  #label(unread) {
    const language = recall(memoryKey(this.server)).language ?? this.#language();
    const [label, count] = LABELS[language];
    const text = unread > 0 ? `${label}, ${count}${unread}` : (label ?? '');
    attribute(this.launcher, 'aria-label', text);
    attribute(this.launcher, 'title', text);
    this.badge.hidden = unread === 0;
    this.badge.textContent = unread > 9 ? '9+' : String(unread);
  }

  #start() {
    this.#chat ??= import('./chat.js').then(({ Chat }) => {
      const chat = new Chat(this.server, this.#language(), this.#identity());
      chat.listen({ changed: () => this.#label(chat.unread) });
      chat.wake();
      return chat;
    });
    this.#chat.catch(() => (this.#chat = undefined));
    return this.#chat;
  }

  async #build() {
    const [chat, { Panel }] = await Promise.all([this.#start(), import('./panel.js')]);
    const panel = new Panel(chat, this.getAttribute('name') ?? '', () => this.close());
    const sheets = await panel.prepare();
    this.root.adoptedStyleSheets = [...new Set([...this.root.adoptedStyleSheets, ...sheets])];
    this.root.append(panel.element);
    return panel;
  }

  #language() {
    return firstLanguage(this.getAttribute('locale'), document.documentElement.lang, ...navigator.languages);
  }

  /** @returns {Identity | undefined} */
  #identity() {
    const [user, expires, signature] = ['user', 'expires', 'signature'].map((name) => this.getAttribute(name));
    return user && expires && signature ? { user, expires: Number(expires), signature } : undefined;
  }
}

customElements.define('deskbell-chat', DeskbellChat);

const script = [...document.scripts].find((it) => it.src === import.meta.url);
if (script && !document.querySelector('deskbell-chat')) {
  const element = document.createElement('deskbell-chat');
  for (const name of ATTRIBUTES) {
    attribute(element, name, script.dataset[name]);
  }
  document.body.append(element);
}
