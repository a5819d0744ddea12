/** What the shop's own programs may do: tokens that let them in, and webhooks that tell them what happens. */
import { h } from '../shared/dom.js';
import { TokenPart } from './tokens.js';
import { WebhookPart } from './webhooks.js';

export class ProgramRoom {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    const { t } = app;
    this.element = h(
      'div',
      { class: 'people' },
      h('h1', {}, t('programs.title')),
      h('p', { class: 'hint' }, t('programs.about'), ' ', h('a', { href: '/api/openapi.json', target: '_blank', rel: 'noopener' }, t('programs.api'))),
      new TokenPart(app).element,
      new WebhookPart(app).element,
    );
  }
}
