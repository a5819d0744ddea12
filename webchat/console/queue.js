/** Who waits, who is being answered by whom, and what the bot has in hand. */
import { attribute, fill, h, reconcile } from '../shared/dom.js';
import { duration, localeOf } from '../shared/i18n.js';
import { Rerun } from '../shared/rerun.js';
import { due, dueWords } from './due.js';

/** @typedef {import('../shared/protocol').Ticket} Ticket */
/** @typedef {{ conversation: string, language: import('../shared/protocol').Language, reason: string, text: string, at: string, agent?: string, ticket?: Ticket }} Item */

/** Milliseconds between two looks at the clock. */
const CLOCK = 15_000;

export class Queue {
  /** @type {Item[]} in the order shown */
  items = [];
  /** @type {import('../shared/protocol').Tickets} */
  tickets = { waiting: [], mine: [], others: [] };
  /** @type {import('../shared/protocol').BotConversation[]} */
  bot = [];
  #loaded = false;
  #lists = new Rerun(() => this.#read());

  /**
   * @param {import('./app.js').App} app
   * @param {import('./crew.js').Crew} crew
   * @param {() => void} changed
   */
  constructor(app, crew, changed) {
    this.app = app;
    this.crew = crew;
    this.changed = changed;
    const { t } = app;
    this.groups = /** @type {const} */ (['waiting', 'mine', 'others', 'bot']).map((name) => ({
      name,
      title: h('h2', {}, t(`queue.${name}`)),
      list: h('ul'),
      hint: h('p', { class: 'hint' }),
    }));
    this.element = h(
      'section',
      { class: 'queue', 'aria-label': t('queue.title') },
      h('h1', { class: 'unseen' }, t('queue.title')),
      crew.element,
      ...this.groups.map((group) => h('div', { class: `group ${group.name}` }, group.title, group.hint, group.list)),
    );
    this.clock = setInterval(() => this.#tick(), CLOCK);
  }

  close() {
    clearInterval(this.clock);
  }

  #tick() {
    if (this.#loaded && !document.hidden) {
      void this.#readBot();
    }
    this.draw();
    this.changed();
  }

  /** What shoppers say to the bot is announced to nobody: it is looked at now and then. */
  async #readBot() {
    try {
      this.bot = (await this.app.api.get('conversations?state=bot')).conversations;
      this.draw();
    } catch {
      // the next look may work, and a lost connection says so by itself
    }
  }

  /** Reads the lists again. */
  load() {
    return this.#lists.ask();
  }

  async #read() {
    try {
      const [tickets, bot] = await Promise.all([this.app.api.get('tickets'), this.app.api.get('conversations?state=bot')]);
      this.tickets = tickets;
      this.bot = bot.conversations;
      this.#loaded = true;
      this.draw();
      this.changed();
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  /** True once the lists were read. */
  get loaded() {
    return this.#loaded;
  }

  /** True where nobody is there, neither waiting nor with the bot. */
  get quiet() {
    return this.#loaded && this.items.length === 0;
  }

  /** @param {string} conversation */
  find(conversation) {
    return this.items.find((item) => item.conversation === conversation);
  }

  /** @param {string} [chosen] */
  draw(chosen = this.chosen) {
    this.chosen = chosen;
    const { t } = this.app;
    const lists = {
      waiting: [...this.tickets.waiting].sort((a, b) => Number(this.crew.suits(b)) - Number(this.crew.suits(a))).map(fromTicket),
      mine: this.tickets.mine.map(fromTicket),
      others: this.tickets.others.map(fromTicket),
      bot: this.bot.map(fromBot),
    };
    this.items = Object.values(lists).flat();
    for (const { name, title, list, hint } of this.groups) {
      const items = lists[name];
      fill(title, t(`queue.${name}`), items.length > 0 && h('span', { class: 'count' }, items.length));
      title.hidden = items.length === 0 && name !== 'waiting' && name !== 'bot';
      const nothing = this.#loaded && items.length === 0;
      fill(hint, nothing && (name === 'waiting' ? t('queue.empty') : name === 'bot' ? t('queue.empty.bot') : ''));
      reconcile(list, items, (item) => item.conversation, () => h('li'), (element, item) => this.#row(element, item, name));
    }
  }
  /** @type {string | undefined} */
  chosen;

  /**
   * @param {HTMLElement} element
   * @param {Item} item
   * @param {'waiting' | 'mine' | 'others' | 'bot'} group
   */
  #row(element, item, group) {
    const { t, language } = this.app;
    const waited = Math.max(0, (Date.now() - new Date(item.at).getTime()) / 1000);
    const since = duration(language, waited, 'narrow');
    const words = item.text || t('queue.no-text');
    const asked = group === 'others' && item.agent ? t('queue.with', { agent: item.agent }) : this.app.named('reason', item.reason);
    const about = asked || words;
    const tag = h('span', { class: 'tag' }, item.language === 'zh' ? '中' : 'EN');
    const { ticket } = item;
    const it = ticket && due(ticket, this.crew.shift, Date.now());
    const foreign = group === 'waiting' && ticket !== undefined && !this.crew.suits(ticket);
    const department = ticket?.department ? this.crew.department(ticket.department) : '';
    const unanswered = group === 'mine' && !ticket?.email && ticket?.lastFrom === 'shopper';
    const when = it ? dueWords(this.app, it) : new Date(item.at).toLocaleString(localeOf(language));
    const shape = JSON.stringify([item, since, about, language, it?.level, it?.kind, foreign, department]);
    if (element.dataset['shape'] !== shape) {
      element.dataset['shape'] = shape;
      fill(
        element,
        h(
          'a',
          { href: `#/desk/${encodeURIComponent(item.conversation)}`, class: foreign ? 'foreign' : null },
          h(
            'span',
            { class: 'row-top' },
            !asked && tag,
            h('span', { class: asked ? 'about reason' : 'about', lang: asked ? null : localeOf(item.language) }, about),
            unanswered && h('span', { class: 'dot fresh', title: t('queue.unanswered') }),
            h('time', { class: it?.level ?? null, title: when }, since),
          ),
          asked && h('span', { class: 'row-text', lang: localeOf(item.language) }, tag, department && h('span', { class: 'tag', lang: localeOf(language) }, department), words),
        ),
      );
    }
    attribute(element.firstElementChild ?? element, 'aria-current', item.conversation === this.chosen ? 'true' : null);
  }
}

/**
 * @param {Ticket} ticket
 * @returns {Item}
 */
function fromTicket(ticket) {
  const { conversation, language, reason: why, lastText, createdAt, queuedAt, state, agent } = ticket;
  const at = state === 'waiting' ? (queuedAt ?? createdAt) : createdAt;
  return { conversation, language, reason: why, text: lastText ?? '', at, ticket, ...(agent ? { agent } : {}) };
}

/**
 * @param {import('../shared/protocol').BotConversation} it
 * @returns {Item}
 */
function fromBot(it) {
  return { conversation: it.conversation, language: it.language, reason: '', text: it.lastText ?? '', at: it.updatedAt };
}
