/** Beside a conversation: what could be answered, the shopper's orders, and what they asked before. */
import { ApiError } from '../shared/api.js';
import { fill, h } from '../shared/dom.js';
import { LANGUAGE_NAMES, clockTime, localeOf } from '../shared/i18n.js';
import { markdown } from '../shared/markdown.js';
import { facts } from './facts.js';
import { button } from './ui.js';

/** @typedef {import('./talk.js').Talk} Talk */
/** @typedef {Record<string, string>} Order */
/** @typedef {{ id: string, question: string, answer: string, confidence: number }} Suggestion */

const FACTS = /** @type {const} */ (['items', 'total', 'ordered', 'eta', 'delivered', 'carrier', 'tracking', 'address', 'refund_state', 'refund_amount']);
/** How many of the shopper's messages are looked for at most until something fits. */
const LOOKED_BACK = 3;
/** Milliseconds after which it is said that something is still being looked up. */
const LATE = 300;
const STATES = /** @type {const} */ (['received', 'paid', 'packing', 'shipped', 'out_for_delivery', 'delivered', 'cancelled']);

export class Beside {
  /** @type {Talk | undefined} */
  #talk;
  #number = '';
  #asked = '';
  /** Whose orders are shown; undefined until it is known who the shopper is. @type {string | undefined} */
  #user;
  /** @type {Suggestion[]} */
  #suggestions = [];
  /** How often each place was read. @type {Map<HTMLElement, number>} */
  #reads = new Map();

  /**
   * @param {import('./app.js').App} app
   * @param {(words: string) => void} insert puts words into the reply
   */
  constructor(app, insert) {
    this.app = app;
    this.insert = insert;
    this.suggested = h('section', { class: 'suggested' });
    this.orders = h('section', { class: 'orders' });
    this.earlier = h('section', { class: 'earlier' });
    this.element = h('div', { class: 'beside' }, this.suggested, this.orders, this.earlier);
  }

  /**
   * @param {Talk | undefined} talk
   * @param {string} number of an order that is asked for, empty for none
   */
  open(talk, number) {
    const other = talk !== this.#talk;
    const asked = number !== this.#number;
    this.#talk = talk;
    this.#number = number;
    if (other) {
      this.#user = undefined;
      this.#forget();
      fill(this.orders);
      fill(this.earlier);
    }
    if (talk && (other || asked)) {
      void this.#loadOrders(talk);
    }
    if (talk && other) {
      void this.#loadEarlier(talk);
    }
  }

  #forget() {
    this.#asked = '';
    this.#suggestions = [];
    fill(this.suggested);
  }

  /**
   * Looks for answers where the shopper has said something new: to that, and where there are none to what was said before. Who
   * signs in has other orders, and of who has everything deleted nothing stays.
   */
  follow() {
    const talk = this.#talk;
    const user = talk?.head && JSON.stringify(talk.head.identity ?? '');
    if (talk && user !== undefined && user !== this.#user) {
      const known = this.#user !== undefined;
      this.#user = user;
      if (known) {
        void this.#loadOrders(talk);
        void this.#loadEarlier(talk);
      }
    }
    if (talk?.erased && this.#asked) {
      this.#forget();
    }
    const said = talk?.transcript.messages.filter((message) => message.from === 'shopper' && message.text !== '') ?? [];
    const last = said.at(-1);
    const open = talk?.head?.mode === 'human' || talk?.head?.mode === 'waiting' || talk?.head?.mode === 'bot';
    if (talk && last && open && this.#asked !== `${talk.id} ${last.seq}`) {
      this.#asked = `${talk.id} ${last.seq}`;
      void this.#loadSuggestions(talk, said.slice(-LOOKED_BACK).map(({ text }) => text));
    }
  }

  /** Puts the answer at this place, from 1, into the reply. @param {number} place */
  use(place) {
    const chosen = this.#suggestions[place - 1];
    if (chosen && this.#talk?.mine) {
      this.insert(chosen.answer);
    }
  }

  /**
   * @param {Talk} talk
   * @param {string[]} said the newest last
   */
  async #loadSuggestions(talk, said) {
    const { t } = this.app;
    const asked = this.#asked;
    const language = talk.head?.language ?? this.app.language;
    const text = said.at(-1);
    const found = await this.#read(talk, this.suggested, () => this.app.api.post('suggestions', { text, language }), () => this.#loadSuggestions(talk, said));
    if (!found || asked !== this.#asked) {
      return;
    }
    if (found.articles.length === 0 && said.length > 1) {
      await this.#loadSuggestions(talk, said.slice(0, -1));
      return;
    }
    this.#suggestions = found.articles;
    fill(
      this.suggested,
      this.#suggestions.length > 0 && h('h3', {}, t('beside.suggested')),
      ...this.#suggestions.map((suggestion, i) => {
        const use = h('button', { type: 'button', class: 'quiet', title: t('beside.insert.key', { n: i + 1 }), onclick: () => this.use(i + 1) }, h('kbd', {}, i + 1), t('beside.insert'));
        return h('details', { lang: localeOf(language), open: i === 0 }, h('summary', {}, suggestion.question), h('div', { class: 'preview as-answered', tabindex: '0', role: 'group', 'aria-label': suggestion.question }, markdown(suggestion.answer)), use);
      }),
    );
  }

  /** @param {Talk} talk */
  async #loadOrders(talk) {
    const { app } = this;
    const { t } = app;
    const number = this.#number;
    const found = await this.#read(talk, this.orders, () => app.api.get(`conversations/${encodeURIComponent(talk.id)}/orders?language=${app.language}&number=${encodeURIComponent(number)}`), () => this.#loadOrders(talk), t('beside.orders'));
    if (!found) {
      return;
    }
    /** @type {Order[]} */
    const orders = found.orders;
    const missing = number !== '' && !orders.some((order) => order['order'] === number);
    fill(
      this.orders,
      h('h3', {}, t('beside.orders')),
      missing && h('p', { class: 'hint', role: 'status' }, t('beside.no-order', { number })),
      ...orders.map((order, i) => this.#order(order, number === '' ? i === 0 : order['order'] === number)),
      orders.length === 0 && !missing && h('p', { class: 'hint' }, t('beside.no-orders')),
    );
    this.orders.querySelector('.asked')?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * @param {Order} order
   * @param {boolean} open
   */
  #order(order, open) {
    const { t } = this.app;
    const state = STATES.find((it) => it === order['status']);
    return h(
      'details',
      { open, class: order['order'] === this.#number ? 'asked' : null },
      h('summary', {}, h('strong', {}, order['order']), ' ', h('span', { class: 'tag' }, state ? t(`order.status.${state}`) : order['status'])),
      facts(FACTS.map((name) => [t(`order.${name}`), order[name]])),
    );
  }

  /** @param {Talk} talk */
  async #loadEarlier(talk) {
    const { t, language } = this.app;
    const found = await this.#read(talk, this.earlier, () => this.app.api.get(`conversations/${encodeURIComponent(talk.id)}/earlier`), () => this.#loadEarlier(talk));
    if (!found) {
      return;
    }
    /** @type {import('../shared/protocol').BotConversation[]} */
    const conversations = found.conversations;
    fill(
      this.earlier,
      conversations.length > 0 && h('h3', {}, t('beside.earlier')),
      h(
        'ul',
        {},
        ...conversations.map((it) =>
          h('li', {}, h('a', { href: `#/desk/${encodeURIComponent(it.conversation)}` }, h('time', {}, clockTime(language, new Date(it.updatedAt), new Date())), ' ', h('span', { lang: localeOf(it.language) }, it.lastText || LANGUAGE_NAMES[it.language]))),
        ),
      ),
    );
  }

  /**
   * What the server says, unless another conversation was opened, or the same asked again, meanwhile; that it is late, or a failure,
   * stands in the place itself.
   *
   * @param {Talk} talk
   * @param {HTMLElement} place
   * @param {() => Promise<any>} ask
   * @param {() => Promise<void>} again
   * @param {string} [title] of what is shown also while it is looked up
   */
  async #read(talk, place, ask, again, title) {
    const { app } = this;
    const read = (this.#reads.get(place) ?? 0) + 1;
    this.#reads.set(place, read);
    const current = () => talk === this.#talk && this.#reads.get(place) === read;
    const head = () => title !== undefined && h('h3', {}, title);
    const late = setTimeout(() => title !== undefined && current() && fill(place, head(), h('p', { class: 'hint', role: 'status' }, app.t('beside.late'))), LATE);
    try {
      const found = await ask();
      return current() ? found : undefined;
    } catch (failure) {
      if (current()) {
        const shop = title !== undefined && failure instanceof ApiError && failure.status === 503;
        fill(place, head(), h('p', { class: 'hint', role: 'status' }, shop ? app.t('beside.shop') : app.why(failure)), button(app.t('talk.retry'), () => void again(), 'quiet'));
      }
      return undefined;
    } finally {
      clearTimeout(late);
    }
  }
}
