/** The desk: who waits, the conversation, what is known. */
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { clockTime } from '../shared/i18n.js';
import { Alerts } from './alerts.js';
import { Crew } from './crew.js';
import { due, dueWords } from './due.js';
import { Foot } from './foot.js';
import { Keys } from './keys.js';
import { Known } from './known.js';
import { Line } from './line.js';
import { Moves } from './moves.js';
import { Queue } from './queue.js';
import { Reading } from './reading.js';
import { Talk } from './talk.js';
import { ICONS, button, empty, unhurried } from './ui.js';

/** Milliseconds without a connection before it is said: most lines are back sooner. */
const BLINK = 2_000;

export class DeskRoom {
  /** False while another room is looked at: shoppers still come in, but nobody reads them, and no key acts. */
  shown = true;
  /** @type {Talk | undefined} */
  #talk;
  #mine = false;
  #held = 0;
  #lost = 0;
  /** @type {Map<string, number>} */
  #received = new Map();

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.alerts = new Alerts(app);
    this.crew = new Crew(app, { changed: () => this.#crewed(), next: () => void this.moves.next(), alerts: () => void this.alerts.choose() });
    this.queue = new Queue(app, this.crew, () => this.#queued());
    this.moves = new Moves(app, this.queue, this.crew);
    this.line = new Line(app, {
      welcome: () => this.#welcome(),
      frame: (frame) => this.#take(frame),
      accepted: (entry, seq) => entry.frame.type === 'reply' && this.#on(entry.frame.conversation)?.accepted(entry, seq),
      refused: (entry, failure) => this.#refused(entry, failure),
      changed: () => this.#changed(),
    });
    this.reading = new Reading(app, this.line);
    this.foot = new Foot(app, this.line, this.crew, () => this.reading.element.focus());
    this.title = h('h1', { tabindex: '-1' });
    this.due = h('p', { class: 'due', role: 'status' });
    this.actions = unhurried(h('div', { class: 'actions' }));
    this.known = new Known(app, (words) => this.#insert(words));
    this.offline = h('p', { class: 'offline', role: 'status', hidden: true }, t('app.offline'));
    this.nothing = h('div', { class: 'nothing' });
    this.talking = h(
      'section',
      { class: 'talking', 'aria-label': t('talk.heading'), hidden: true },
      h('header', {}, h('a', { class: 'icon-button back', href: '#/desk', 'aria-label': t('app.back') }, drawing(ICONS.back)), this.title, this.due, this.actions),
      this.reading.element,
      this.foot.element,
    );
    this.middle = h('div', { class: 'middle' }, this.offline, this.nothing, this.talking);
    this.element = h('div', { class: 'desk' }, this.queue.element, this.middle, this.known.element);
    this.keys = new Keys(app, this);
    this.looked = () => this.#tell();
    document.addEventListener('visibilitychange', this.looked);
    this.line.open();
    void this.queue.load();
    void this.crew.load();
  }

  close() {
    this.crew.close();
    this.alerts.close();
    this.foot.close();
    this.keys.close();
    document.removeEventListener('visibilitychange', this.looked);
    this.queue.close();
    this.line.close();
    clearTimeout(this.#lost);
  }

  /** Another room is looked at from now on. */
  leave() {
    this.shown = false;
  }

  /** @param {string[]} rest */
  route([id, number = '']) {
    this.shown = true;
    this.queue.draw(id ?? '');
    attribute(this.element, 'data-open', id ? 'true' : null);
    if (id === this.#talk?.id) {
      this.known.beside.open(this.#talk, number);
      this.#tell();
      return;
    }
    this.#talk?.close();
    this.#talk = id ? new Talk(this.app, this.line, id, () => this.#draw()) : undefined;
    this.#mine = false;
    this.reading.fresh();
    this.foot.open(this.#talk);
    this.known.beside.open(this.#talk, number);
    this.#draw();
    void this.#talk?.catchUp();
  }

  /** Opens the one after or before the open one. @param {1 | -1} step */
  move(step) {
    const { items } = this.queue;
    const at = items.findIndex((item) => item.conversation === this.#talk?.id);
    const next = at < 0 ? items[0] : items[at + step];
    if (next) {
      location.hash = `#/desk/${encodeURIComponent(next.conversation)}`;
    }
  }

  claim() {
    return this.moves.claim(this.#talk);
  }

  finish() {
    return this.moves.finish(this.#talk);
  }

  pass() {
    return this.moves.pass(this.#talk);
  }

  next() {
    return this.moves.next();
  }

  handBack() {
    return this.moves.handBack(this.#talk);
  }

  note() {
    this.foot.note();
  }

  /** Puts a suggested answer into the reply. @param {number} place from 1 */
  suggest(place) {
    this.known.beside.use(place);
  }

  /** @param {string} words */
  #insert(words) {
    this.foot.answer();
    this.foot.reply.insert(words);
  }

  /** Puts the cursor into the reply, and there, where asked for, the list of canned replies. @param {boolean} [canned] */
  answer(canned = false) {
    this.foot.answer();
    if (canned && this.#talk?.mine) {
      this.foot.reply.canned();
    }
  }

  #welcome() {
    void this.queue.load();
    void this.crew.load();
    void this.#talk?.welcome();
  }

  /** @param {import('../shared/protocol').DeskFrame} frame */
  #take(frame) {
    if (frame.type === 'queue') {
      void this.queue.load();
    } else if ('conversation' in frame && frame.conversation) {
      this.#on(frame.conversation)?.take(frame);
    }
  }

  /** Says how far the open conversation has come, and that it is read where it is looked at. */
  #tell() {
    this.#talk?.tell(this.shown && !document.hidden);
  }

  #queued() {
    const held = this.queue.tickets.mine.length;
    if (held !== this.#held) {
      // passed on by a colleague, given out by the server, or ended by the shopper
      this.#held = held;
      void this.crew.load();
    }
    this.#receive();
    this.#draw();
  }

  #crewed() {
    this.queue.draw();
    if (this.queue.loaded) {
      this.#alert();
    }
  }

  /** Says which words of those who wait or are this agent's have come into the list. */
  #receive() {
    for (const { conversation, lastFrom, seq } of [...this.queue.tickets.waiting, ...this.queue.tickets.mine]) {
      if (lastFrom === 'shopper' && seq !== undefined && seq > (this.#received.get(conversation) ?? 0) && this.line.has('received', conversation, seq)) {
        this.#received.set(conversation, seq);
      }
    }
  }

  /** @param {string} conversation */
  #on(conversation) {
    return this.#talk?.id === conversation ? this.#talk : undefined;
  }

  /**
   * @param {import('../shared/outbox.js').Entry} entry
   * @param {import('../shared/protocol').Failure} failure
   */
  #refused(entry, failure) {
    const conversation = entry.frame.type === 'reply' ? entry.frame.conversation : '';
    if (failure.code === 'stale_epoch' || failure.code === 'not_yours' || failure.code === 'closed') {
      this.line.outbox.settle(entry.frame.id);
      this.foot.reply.giveBack(conversation, entry.shown ?? '');
      this.app.say(this.app.t('talk.stale'), 'bad');
      void this.#on(conversation)?.catchUp();
    } else {
      this.line.outbox.put({ ...entry, failure });
    }
  }

  #changed() {
    const { state } = this.line.socket;
    if (state === 'online' || state === 'idle') {
      clearTimeout(this.#lost);
      this.#lost = 0;
      this.offline.hidden = true;
    } else if (state === 'stopped') {
      this.#offline();
    } else {
      // counts from the first loss: tries that fail meanwhile don't begin it anew
      this.#lost ||= setTimeout(() => this.#offline(), BLINK);
    }
    this.#draw();
  }

  #offline() {
    fill(this.offline, this.app.t(this.line.socket.state === 'stopped' ? 'app.stopped' : 'app.offline'));
    this.offline.hidden = false;
  }

  #draw() {
    const talk = this.#talk;
    const head = talk?.head;
    this.talking.hidden = !talk || talk.gone;
    this.nothing.hidden = Boolean(talk && !talk.gone);
    this.#drawNothing(talk?.gone ? 'gone' : this.queue.quiet ? 'quiet' : 'none');
    if (talk && !talk.gone) {
      const { t } = this.app;
      fill(this.title, head ? t(talk.mine ? 'talk.mode.mine' : `talk.mode.${head.mode}`, { agent: head.agent ?? '' }) : '');
      this.reading.draw(talk);
      this.#drawActions(talk);
      if (talk.mine && !this.#mine) {
        this.foot.answer();
      }
      this.#mine = talk.mine;
    }
    this.#tell();
    this.known.beside.follow();
    this.known.draw(head, talk && this.queue.find(talk.id)?.ticket);
    if (this.queue.loaded) {
      this.#alert();
    }
  }

  /** Where no conversation is open: what to do next. @param {'gone' | 'quiet' | 'none'} why */
  #drawNothing(why) {
    if (this.nothing.dataset['shape'] !== why) {
      const { t } = this.app;
      this.nothing.dataset['shape'] = why;
      fill(this.nothing, why === 'gone' ? empty('desk', t('talk.gone.title'), t('talk.gone'), h('a', { href: '#/desk' }, t('talk.gone.back'))) : empty('desk', t(`talk.${why}.title`), t(`talk.${why}.text`)));
    }
  }

  /** @param {Talk} talk */
  #drawActions(talk) {
    const { t } = this.app;
    const mode = talk.head?.mode;
    const mail = this.moves.mail(talk);
    this.#drawDue(talk);
    this.foot.draw(talk, mail);
    const shape = `${talk.id} ${mode} ${talk.head?.agent} ${talk.mine} ${mail?.address} ${mail?.agent}`;
    if (this.actions.dataset['shape'] === shape) {
      return;
    }
    this.actions.dataset['shape'] = shape;
    fill(
      this.actions,
      mode === 'waiting' && button(t('talk.claim'), () => void this.claim(), 'primary'),
      mode === 'bot' && button(t('talk.takeover'), () => void this.claim(), 'primary'),
      talk.mine && button(t('talk.pass'), () => void this.pass()),
      talk.mine && button(t('talk.release'), () => void this.moves.release(talk)),
      talk.mine && button(t('talk.close'), () => void this.finish()),
      mail && !mail.agent && button(t('talk.mail.claim'), () => void this.claim(), 'primary'),
      mail?.mine && button(t('talk.mail.done'), () => void this.finish(), 'primary'),
    );
  }

  /** By when something is due, or that nobody is there any more. @param {Talk} talk */
  #drawDue(talk) {
    const { app } = this;
    const ticket = this.queue.find(talk.id)?.ticket;
    const open = talk.head?.mode === 'waiting' || talk.head?.mode === 'human';
    const it = open && ticket ? due(ticket, this.crew.shift, Date.now()) : undefined;
    const left = open && talk.head?.leftAt ? app.t('due.left', { time: clockTime(app.language, new Date(talk.head.leftAt), new Date()) }) : '';
    const words = left || (it && it.level !== 'calm' ? dueWords(app, it) : '');
    this.due.className = `due ${left ? 'left' : (it?.level ?? '')}`;
    if (this.due.textContent !== words) {
      fill(this.due, words);
    }
  }

  /** Whoever wants an answer from this agent, for the alerts; nobody new while they are away. */
  #alert() {
    const { app } = this;
    const { away } = this.crew;
    const open = (/** @type {string} */ id) => () => (location.hash = `#/desk/${encodeURIComponent(id)}`);
    const waiting = this.queue.tickets.waiting.filter((ticket) => !away && this.crew.suits(ticket)).map((ticket) => ({ key: `waits ${ticket.id} ${ticket.queuedAt}`, words: app.t('alerts.waits'), open: open(ticket.conversation) }));
    const mine = this.queue.tickets.mine
      .filter((ticket) => !ticket.email && (ticket.lastFrom === 'shopper' || !ticket.repliedAt))
      .map((ticket) => ({ key: `mine ${ticket.id} ${ticket.lastAt}`, words: ticket.lastText || app.t('alerts.waits'), open: open(ticket.conversation) }));
    this.alerts.look([...waiting, ...mine]);
  }
}
