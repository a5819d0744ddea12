/** The desk: who waits, the conversation, what is known. */
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { Keys } from './keys.js';
import { Known } from './known.js';
import { Line } from './line.js';
import { Queue } from './queue.js';
import { Reading } from './reading.js';
import { Reply } from './reply.js';
import { Talk } from './talk.js';
import { ICONS, button, confirmed, empty } from './ui.js';

export class DeskRoom {
  /** @type {Talk | undefined} */
  #talk;
  #mine = false;
  #lost = 0;

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.queue = new Queue(app, () => this.#draw());
    this.line = new Line(app, {
      welcome: () => this.#welcome(),
      frame: (frame) => this.#take(frame),
      accepted: (entry, seq) => entry.frame.type === 'reply' && this.#on(entry.frame.conversation)?.accepted(entry, seq),
      refused: (entry, failure) => this.#refused(entry, failure),
      changed: () => this.#changed(),
    });
    this.reading = new Reading(app, this.line);
    this.reply = new Reply(app, this.line);
    this.title = h('h1', { tabindex: '-1' });
    this.actions = h('div', { class: 'actions' });
    this.foot = h('div', { class: 'foot' });
    this.known = new Known(app);
    this.offline = h('p', { class: 'offline', role: 'status', hidden: true }, t('app.offline'));
    this.nothing = h('div', { class: 'nothing' });
    this.talking = h(
      'section',
      { class: 'talking', 'aria-label': t('talk.heading'), hidden: true },
      h('header', {}, h('a', { class: 'icon-button back', href: '#/desk', 'aria-label': t('app.back') }, drawing(ICONS.back)), this.title, this.actions),
      this.reading.element,
      this.foot,
    );
    this.middle = h('div', { class: 'middle' }, this.offline, this.nothing, this.talking);
    this.element = h('div', { class: 'desk' }, this.queue.element, this.middle, this.known.element);
    this.keys = new Keys(app, this);
    this.line.open();
    void this.queue.load();
  }

  close() {
    this.keys.close();
    this.queue.close();
    this.line.close();
    clearTimeout(this.#lost);
  }

  /** @param {string[]} rest */
  route([id]) {
    this.queue.draw(id ?? '');
    attribute(this.element, 'data-open', id ? 'true' : null);
    if (id === this.#talk?.id) {
      return;
    }
    this.#talk?.close();
    this.#talk = id ? new Talk(this.app, this.line, id, () => this.#draw()) : undefined;
    this.#mine = false;
    this.reading.fresh();
    this.reply.open(this.#talk);
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

  /** Takes the open conversation, from the queue or from the bot. */
  async claim() {
    const talk = this.#talk;
    const ticket = talk && this.queue.find(talk.id)?.ticket;
    if (ticket && (talk?.head?.mode === 'waiting' || talk?.head?.mode === 'closed')) {
      await talk.change(`tickets/${encodeURIComponent(ticket.id)}/claim`, 'talk.taken');
    } else if (talk?.head?.mode === 'bot') {
      await talk.change(`conversations/${encodeURIComponent(talk.id)}/takeover`, 'talk.taken');
    }
    void this.queue.load();
  }

  async release() {
    await this.#talk?.change(`conversations/${encodeURIComponent(this.#talk.id)}/release`, 'talk.changed');
    void this.queue.load();
  }

  async finish() {
    const { t } = this.app;
    const talk = this.#talk;
    if (talk && this.#mail(talk)?.mine) {
      await talk.change(`conversations/${encodeURIComponent(talk.id)}/close`, 'talk.changed');
      void this.queue.load();
    } else if (talk?.mine && (await confirmed(t('talk.close.title'), t('talk.close.text'), t('talk.cancel'), t('talk.close')))) {
      await talk.change(`conversations/${encodeURIComponent(talk.id)}/close`, 'talk.changed');
      void this.queue.load();
    }
  }

  /** Puts the cursor into the reply. */
  answer() {
    if (this.#talk?.mine) {
      this.reply.focus();
    }
  }

  #welcome() {
    void this.queue.load();
    void this.#talk?.catchUp();
  }

  /** @param {import('../shared/protocol').DeskFrame} frame */
  #take(frame) {
    if (frame.type === 'queue') {
      void this.queue.load();
    } else if ('conversation' in frame && frame.conversation) {
      this.#on(frame.conversation)?.take(frame);
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
      this.reply.giveBack(conversation, entry.shown ?? '');
      this.app.say(this.app.t('talk.stale'), 'bad');
      void this.#on(conversation)?.catchUp();
    } else {
      this.line.outbox.put({ ...entry, failure });
    }
  }

  #changed() {
    const { state } = this.line.socket;
    clearTimeout(this.#lost);
    const show = () => {
      fill(this.offline, this.app.t(state === 'stopped' ? 'app.stopped' : 'app.offline'));
      this.offline.hidden = false;
    };
    if (state === 'online' || state === 'idle') {
      this.offline.hidden = true;
    } else {
      this.#lost = setTimeout(show, state === 'stopped' ? 0 : 2_000);
    }
    this.#draw();
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
        this.reply.focus();
      }
      this.#mine = talk.mine;
    }
    this.known.draw(head, talk && this.queue.find(talk.id)?.ticket);
  }

  /** Where no conversation is open: what to do next. @param {'gone' | 'quiet' | 'none'} why */
  #drawNothing(why) {
    if (this.nothing.dataset['shape'] !== why) {
      const { t } = this.app;
      this.nothing.dataset['shape'] = why;
      fill(this.nothing, why === 'gone' ? empty('desk', t('talk.none.title'), t('talk.gone')) : empty('desk', t(`talk.${why}.title`), t(`talk.${why}.text`)));
    }
  }

  /**
   * What was left to be answered by e-mail after the conversation had ended.
   *
   * @param {Talk} talk
   */
  #mail(talk) {
    const ticket = this.queue.find(talk.id)?.ticket;
    const address = ticket?.email;
    return talk.head?.mode === 'closed' && address ? { address, mine: ticket.agent === this.app.user?.name, agent: ticket.agent } : undefined;
  }

  /** @param {Talk} talk */
  #drawActions(talk) {
    const { t } = this.app;
    const mode = talk.head?.mode;
    const mail = this.#mail(talk);
    const shape = `${talk.id} ${mode} ${talk.head?.agent} ${talk.mine} ${mail?.address} ${mail?.agent}`;
    if (this.actions.dataset['shape'] === shape) {
      return;
    }
    this.actions.dataset['shape'] = shape;
    fill(
      this.actions,
      mode === 'waiting' && button(t('talk.claim'), () => void this.claim(), 'primary'),
      mode === 'bot' && button(t('talk.takeover'), () => void this.claim(), 'primary'),
      talk.mine && button(t('talk.release'), () => void this.release()),
      talk.mine && button(t('talk.close'), () => void this.finish()),
      mail && !mail.agent && button(t('talk.mail.claim'), () => void this.claim(), 'primary'),
      mail?.mine && button(t('talk.mail.done'), () => void this.finish(), 'primary'),
    );
    const elsewhere = mode === 'human' && !talk.mine && t('talk.elsewhere', { agent: talk.head?.agent ?? '' });
    const words = mode === 'closed' ? t('talk.closed') : elsewhere;
    fill(this.foot, talk.mine ? this.reply.element : mail ? this.#drawMail(mail) : words && h('p', { class: 'hint' }, words));
  }

  /** @param {{ address: string, mine: boolean, agent?: string | undefined }} mail */
  #drawMail({ address, mine, agent }) {
    const { t } = this.app;
    const link = h('a', { href: `mailto:${address}` }, address);
    return h('p', { class: 'hint' }, t(mine ? 'talk.mail.mine' : agent ? 'talk.mail.theirs' : 'talk.mail.left', { agent: agent ?? '' }), ' ', link);
  }
}
