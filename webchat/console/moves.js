/** What an agent does with a conversation as a whole: taking, passing on, handing back, closing. */
import { ApiError } from '../shared/api.js';
import { closing, passOn, passed } from './hands.js';
import { confirmed } from './ui.js';

/** @typedef {import('./talk.js').Talk} Talk */

export class Moves {
  /**
   * @param {import('./app.js').App} app
   * @param {import('./queue.js').Queue} queue
   * @param {import('./crew.js').Crew} crew
   */
  constructor(app, queue, crew) {
    this.app = app;
    this.queue = queue;
    this.crew = crew;
  }

  /**
   * What was left to be answered by e-mail after the conversation had ended.
   *
   * @param {Talk} talk
   */
  mail(talk) {
    const ticket = this.queue.find(talk.id)?.ticket;
    const address = ticket?.email;
    return talk.head?.mode === 'closed' && address ? { address, mine: ticket.agent === this.app.user?.name, agent: ticket.agent } : undefined;
  }

  /** Takes a conversation, from the queue or from the bot. @param {Talk | undefined} talk */
  async claim(talk) {
    const ticket = talk && (await this.#ticket(talk));
    if (ticket && (talk?.head?.mode === 'waiting' || talk?.head?.mode === 'closed')) {
      await talk.change(`tickets/${encodeURIComponent(ticket.id)}/claim`, 'talk.taken');
    } else if (talk?.head?.mode === 'bot') {
      await talk.change(`conversations/${encodeURIComponent(talk.id)}/takeover`, 'talk.taken');
    }
    this.#read();
  }

  /** What is to be taken; the conversation may be there before the lists are. @param {Talk} talk */
  async #ticket({ id }) {
    if (!this.queue.find(id)) {
      await this.queue.load();
    }
    return this.queue.find(id)?.ticket;
  }

  /** Takes whoever has waited longest of those that are for this agent. */
  async next() {
    const { app } = this;
    if (this.crew.away) {
      app.say(app.t('crew.come-first'));
      return;
    }
    try {
      const { conversation } = await app.api.post('desk/next');
      if (conversation) {
        location.hash = `#/desk/${encodeURIComponent(conversation)}`;
      } else {
        app.say(app.t('crew.nobody'));
      }
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'full') {
        app.say(app.t('talk.full'), 'bad');
      } else {
        app.sayWhy(failure);
      }
    }
    this.#read();
  }

  /** @param {Talk | undefined} talk */
  async release(talk) {
    if (talk?.mine) {
      await talk.change(`conversations/${encodeURIComponent(talk.id)}/release`, 'talk.changed');
      this.#read();
    }
  }

  /** The same by one key, which may have been meant as a letter: the shopper is told at once. @param {Talk | undefined} talk */
  async handBack(talk) {
    const { t } = this.app;
    if (talk?.mine && (await confirmed(t('release.title'), t('release.text'), t('talk.cancel'), t('talk.release')))) {
      await this.release(talk);
    }
  }

  /** Asks whom the shopper goes to; again where a colleague has left meanwhile. @param {Talk | undefined} talk */
  async pass(talk) {
    let left = '';
    do {
      if (!talk?.mine) {
        return;
      }
      await this.crew.load();
      const to = await passOn(this.app, this.crew, talk.id, left);
      if (!to) {
        return;
      }
      const failed = await talk.change(`conversations/${encodeURIComponent(talk.id)}/transfer`, 'talk.changed', to);
      if (failed === '') {
        passed(talk.id);
      }
      this.#read();
      left = failed === 'absent' ? this.app.t('talk.absent') : '';
    } while (left);
  }

  /** @param {Talk | undefined} talk */
  async finish(talk) {
    if (talk && this.mail(talk)?.mine) {
      await talk.change(`conversations/${encodeURIComponent(talk.id)}/close`, 'talk.changed');
      this.#read();
    } else if (talk?.mine) {
      const outcome = await closing(this.app);
      if (outcome) {
        await talk.change(`conversations/${encodeURIComponent(talk.id)}/close`, 'talk.changed', { outcome });
        this.#read();
      }
    }
  }

  #read() {
    void this.queue.load();
    void this.crew.load();
  }
}
