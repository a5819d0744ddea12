/** What is known of the shopper and the matter, beside the conversation. */
import { fill, h } from '../shared/dom.js';
import { LANGUAGE_NAMES, clockTime } from '../shared/i18n.js';
import { safe } from '../shared/markdown.js';
import { Beside } from './beside.js';
import { facts } from './facts.js';

export class Known {
  /**
   * @param {import('./app.js').App} app
   * @param {(words: string) => void} insert puts words into the reply
   */
  constructor(app, insert) {
    this.app = app;
    this.facts = h('div');
    this.beside = new Beside(app, insert);
    this.element = h('aside', { class: 'known', 'aria-label': app.t('known.title'), hidden: true }, this.facts, this.beside.element);
  }

  /**
   * @param {import('../shared/protocol').Conversation | undefined} head of the open conversation
   * @param {import('../shared/protocol').Ticket | undefined} ticket
   */
  draw(head, ticket) {
    const { t, language } = this.app;
    const user = typeof head?.identity === 'string' ? head.identity : head?.identity?.user;
    const mail = head?.email ?? ticket?.email;
    const summary = Object.entries({ ...head?.summary, ...ticket?.summary }).filter(([key]) => key !== 'language');
    const shape = JSON.stringify([head?.conversation, ticket, user, mail, summary, head?.page, head?.language, language]);
    if (this.element.dataset['shape'] === shape) {
      return;
    }
    this.element.dataset['shape'] = shape;
    // back in the queue afterwards, such a shopper waits as others do
    const unasked = ticket?.reason === 'taken_over' && ticket.queuedAt === ticket.createdAt;
    this.element.hidden = !head;
    if (!head) {
      fill(this.facts);
      return;
    }
    fill(
      this.facts,
      h('h2', {}, t('known.title')),
      facts([
        [t('known.reason'), ticket && this.app.named('reason', ticket.reason)],
        [t(unasked ? 'known.taken' : 'known.since'), ticket && clockTime(language, new Date(ticket.queuedAt ?? ticket.createdAt), new Date())],
        [t('known.language'), LANGUAGE_NAMES[head.language]],
        [t('known.shopper'), user ?? t('known.anonymous')],
        [t('known.email'), mail && h('a', { href: `mailto:${mail}` }, mail)],
        [t('known.page'), head.page && page(head.page)],
      ]),
      h('h3', {}, t('known.summary')),
      summary.length > 0 ? facts(summary.map(([key, value]) => [this.app.named('fact', key), this.app.valued(key, value)])) : h('p', { class: 'hint' }, t('known.nothing')),
    );
  }
}

/** @param {string} address */
function page(address) {
  const short = address.replace(/^https?:\/\//, '');
  return safe(address) ? h('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, short) : short;
}
