/**
 * The launcher, and all that a page loads before a shopper opens the chat:
 * `<script type="module" src="https://desk.example/widget/widget.js" data-name="Lantern Lane"></script>`.
 * Attributes, methods and events are described in src/docs/widget.md.
 */
import { settleAccent } from '../shared/contrast.js';
import { attribute, drawing, h } from '../shared/dom.js';
import { firstLanguage, languageOf } from '../shared/i18n.js';
import { keys } from '../shared/storage.js';
import { sheet } from '../shared/styles.js';
import { memoryKey, outboxPrefix, recall, remember } from './memory.js';

/** @typedef {import('../shared/protocol').Identity} Identity */
/** @typedef {import('../shared/protocol').Language} Language */
/** @typedef {Partial<Record<Language, Record<string, string>>>} Texts a shop's own words, by language and key */

const SIGNED = /** @type {const} */ (['user', 'expires', 'signature']);
const ATTRIBUTES = ['name', 'locale', 'accent', 'theme', 'texts', 'privacy', ...SIGNED, 'server'];
const BELL = 'M4 18h16M6 15a6 6 0 0 1 12 0zM12 9V6.5M10 6.5h4';
const LABELS = {
  en: ['Chat with us', 'unread: ', 'The chat could not be loaded. Please try again.'],
  zh: ['在线咨询', '未读：', '对话窗口没有加载成功，请再试一次。'],
};

class DeskbellChat extends HTMLElement {
  static observedAttributes = ['accent', ...SIGNED];

  /** @type {Promise<import('./chat.js').Chat> | undefined} */
  #chat;
  /** @type {Promise<import('./panel.js').Panel> | undefined} */
  #panel;
  /** @type {Promise<void> | undefined} */
  #appeared;
  /** @type {Promise<typeof import('./room.js')> | undefined} */
  #loading;
  #failures = 0;
  #unread = 0;
  #status = '';

  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.badge = h('span', { class: 'badge', hidden: true });
    this.launcher = h(
      'button',
      { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', onclick: () => void this.open().catch(console.error) },
      drawing(BELL),
      this.badge,
    );
    this.trouble = h('p', { class: 'trouble', role: 'alert' });
  }

  connectedCallback() {
    this.#appeared ??= this.#appear();
    void this.#appeared.then(() => this.#takeUp());
  }

  /** A page that puts the element away has done with the line too. What is only moved is back by the end of the task. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#chat?.then((chat) => chat.rest()).catch(() => {});
      }
    });
  }

  /**
   * @param {string} name
   * @param {string | null} _before
   * @param {string | null} now
   */
  attributeChangedCallback(name, _before, now) {
    if (name !== 'accent') {
      if (this.#chat) {
        void this.#sign();
      }
    } else {
      if (now === null) {
        this.style.removeProperty('--deskbell-accent');
      }
      this.#colour();
    }
  }

  /** Shows the conversation. Fails, and says so beside the launcher, where the parts of it cannot be loaded. */
  async open() {
    attribute(this.launcher, 'aria-busy', 'true');
    this.trouble.textContent = '';
    try {
      this.#panel ??= this.#build();
      const panel = await this.#panel;
      this.launcher.hidden = true;
      attribute(this.launcher, 'aria-expanded', 'true');
      const before = panel.open;
      panel.show();
      if (!before) {
        this.#tell('open');
      }
    } catch (failure) {
      this.#panel = undefined;
      this.trouble.textContent = LABELS[this.#spoken()][2] ?? '';
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
      this.#tell('close');
    }
  }

  /**
   * Says something in the shopper's name, such as a question that a link on the page stands for. Without words it opens the
   * conversation.
   *
   * @param {string} text
   */
  async send(text) {
    await this.open();
    const words = String(text ?? '').trim();
    if (words !== '') {
      (await this.#start()).say(words);
    }
  }

  /**
   * Signs in, or out. Nothing is loaded for it before the chat is opened, unless a conversation is stored.
   *
   * @param {Identity | undefined} identity
   */
  async identify(identity) {
    for (const name of SIGNED) {
      attribute(this, name, identity?.[name]);
    }
    await this.#sign();
  }

  /** @type {Promise<void> | undefined} */
  #signing;

  /** Attributes that change together count once. */
  #sign() {
    this.#signing ??= Promise.resolve().then(async () => {
      this.#signing = undefined;
      if (this.#chat || this.#stored) {
        (await this.#start()).identify(this.#identity());
      }
    });
    return this.#signing;
  }

  /**
   * Switches the language, as if the shopper had. Fails for one that is not spoken here.
   *
   * @param {string} tag a language such as `zh`, with or without a country
   */
  async speak(tag) {
    const language = languageOf(tag);
    if (!language) {
      throw new RangeError(`deskbell-chat: speak takes en or zh, not ${tag}`);
    }
    remember(memoryKey(this.server), { language });
    this.#label();
    (await this.#chat)?.speak(language);
  }

  get server() {
    return new URL(this.getAttribute('server') ?? import.meta.url, location.href).origin;
  }

  /** @returns {Texts} the shop's own words; what is not JSON counts as none, and is named in the browser's console */
  get texts() {
    try {
      return JSON.parse(this.getAttribute('texts') ?? '{}') ?? {};
    } catch (malformed) {
      console.error('deskbell-chat: texts is not JSON', malformed);
      return {};
    }
  }

  async #appear() {
    const here = import.meta.url;
    this.root.adoptedStyleSheets = await Promise.all([
      sheet(new URL('../shared/tokens.css', here)),
      sheet(new URL('launcher.css', here)),
    ]);
    this.root.append(this.launcher, this.trouble);
    this.#colour();
    this.#label();
  }

  async #takeUp() {
    // whoever was signed in may be so again as soon as the page's own scripts have run
    const theirs = () => recall(memoryKey(this.server)).user === undefined || this.#identity();
    if (this.isConnected && (this.#chat || (this.#stored && theirs()))) {
      (await this.#start()).wake();
    }
  }

  /** True where a conversation is to be taken up, or words wait to be sent. */
  get #stored() {
    const key = memoryKey(this.server);
    return recall(key).resume !== undefined || keys(outboxPrefix(key)).length > 0;
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

  #label() {
    const language = this.#spoken();
    const [label, count] = LABELS[language];
    const words = this.texts[language]?.['launcher'] ?? label ?? '';
    const text = this.#unread > 0 ? `${words}, ${count}${this.#unread}` : words;
    attribute(this.launcher, 'aria-label', text);
    attribute(this.launcher, 'title', text);
    this.badge.hidden = this.#unread === 0;
    this.badge.textContent = this.#unread > 9 ? '9+' : String(this.#unread);
  }

  /**
   * The second half. A try after a failure has an address of its own: some browsers remember what failed.
   *
   * @returns {Promise<typeof import('./room.js')>}
   */
  #room() {
    const again = `./room.js?again=${this.#failures}`;
    const loading = (this.#loading ??= this.#failures === 0 ? import('./room.js') : import(again));
    loading.catch(() => {
      if (this.#loading === loading) {
        this.#loading = undefined;
        this.#failures++;
      }
    });
    return loading;
  }

  #start() {
    this.#chat ??= this.#room().then(({ Chat }) => {
      const chat = new Chat(this.server, this.#language(), this.#identity());
      chat.listen({
        changed: (what) => this.#heard(chat, what),
        said: ({ seq, from, text }) => this.#tell('message', { seq, from, text }),
      });
      chat.wake();
      return chat;
    });
    this.#chat.catch(() => (this.#chat = undefined));
    return this.#chat;
  }

  /**
   * @param {import('./chat.js').Chat} chat
   * @param {import('./chat.js').Change} what
   */
  #heard(chat, what) {
    // what an open panel shows is read in the same moment
    queueMicrotask(() => this.#count(chat.unread));
    if (what === 'language') {
      this.#label();
    }
    const status = JSON.stringify(chat.status);
    if (what === 'status' && status !== this.#status) {
      this.#status = status;
      this.#tell('status', { ...chat.status });
    }
  }

  /** @param {number} unread */
  #count(unread) {
    if (unread !== this.#unread) {
      this.#unread = unread;
      this.#tell('unread', { unread });
      this.#label();
    }
  }

  /**
   * @param {string} name
   * @param {object} [detail]
   */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`deskbell-${name}`, { bubbles: true, composed: true, detail }));
  }

  async #build() {
    const [chat, { Panel }] = await Promise.all([this.#start(), this.#room(), this.#appeared]);
    const shop = { name: this.getAttribute('name') ?? '', privacy: this.getAttribute('privacy') ?? '', texts: this.texts };
    const panel = new Panel(chat, shop, () => this.close());
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, ...(await panel.prepare())];
    this.root.append(panel.element);
    return panel;
  }

  /** The language of the moment. */
  #spoken() {
    return languageOf(recall(memoryKey(this.server)).language) ?? this.#language();
  }

  #language() {
    return firstLanguage(this.getAttribute('locale'), document.documentElement.lang, ...navigator.languages);
  }

  /** @returns {Identity | undefined} */
  #identity() {
    const [user, expires, signature] = SIGNED.map((name) => this.getAttribute(name));
    return user && expires && signature ? { user, expires: Number(expires), signature } : undefined;
  }
}

// another tag on the page may have brought the widget from another address
if (!customElements.get('deskbell-chat')) {
  customElements.define('deskbell-chat', DeskbellChat);
}

/** Puts the launcher on a page that has none of its own, with what the script's tag says. */
function place() {
  const script = [...document.scripts].find((it) => it.src === import.meta.url);
  if (script && !document.querySelector('deskbell-chat')) {
    const element = document.createElement('deskbell-chat');
    for (const name of ATTRIBUTES) {
      attribute(element, name, script.dataset[name]);
    }
    document.body.append(element);
  }
}

// an asynchronous script may run before the page has a body
if (document.readyState === 'loading') {
  addEventListener('DOMContentLoaded', place);
} else {
  place();
}
