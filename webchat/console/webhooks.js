/** Webhooks: which programs are told of what, and what became of it. */
import { ApiError } from '../shared/api.js';
import { fill, h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { rule } from './rules.js';
import { adding, button, chosen, confirmed, field, showOnce } from './ui.js';

/** @typedef {import('../shared/protocol').Webhook} Webhook */
/** @typedef {import('../shared/protocol').WebhookDelivery} WebhookDelivery */

/** How often it is looked what became of a test: for longer than a program has to answer. */
const LOOKS = 20;
/** Milliseconds. */
const BETWEEN_LOOKS = 750;

const EVENTS = /** @type {const} */ (['conversation.handed_over', 'conversation.closed', 'conversation.rated']);

export class WebhookPart {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.url = field('webhook-url', t('hooks.url'), h('input', { type: 'url', autocomplete: 'off', spellcheck: 'false', placeholder: 'https://' }), t('hooks.url.hint'));
    this.events = EVENTS.map((event) => ({ event, box: h('input', { type: 'checkbox', id: `webhook-${event}`, checked: true }) }));
    this.list = h('ul', { class: 'people-list webhooks' });
    this.element = h(
      'section',
      { class: 'programs', 'aria-labelledby': 'hooks-title' },
      h('h2', { id: 'hooks-title' }, t('hooks.title')),
      h('p', { class: 'hint' }, t('hooks.about')),
      adding(
        'adding',
        () => this.#add(),
        this.url.element,
        h(
          'fieldset',
          { class: 'events' },
          h('legend', {}, t('hooks.events')),
          ...this.events.map(({ event, box }) => h('label', { for: box.id }, box, ' ', t(`hooks.${event}`))),
        ),
        h('button', { type: 'submit', class: 'primary' }, t('tokens.add')),
      ),
      this.list,
    );
    void this.#load();
  }

  async #load() {
    try {
      /** @type {{ webhooks: Webhook[] }} */
      const { webhooks } = await this.app.api.get('webhooks');
      fill(this.list, ...webhooks.map((webhook) => this.#row(webhook)), webhooks.length === 0 && h('li', { class: 'hint' }, this.app.t('hooks.nobody')));
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  async #add() {
    const { t, api } = this.app;
    this.url.wrong('');
    const events = this.events.filter(({ box }) => box.checked).map(({ event }) => event);
    try {
      const { secret } = await api.post('webhooks', { url: this.url.input.value.trim(), events });
      this.url.input.value = '';
      await this.#load();
      await this.#secret(secret);
    } catch (failure) {
      const field = failure instanceof ApiError ? failure.fields[0]?.field : undefined;
      if (field === 'url' || field === 'events') {
        this.url.wrong(t(field === 'url' ? 'hooks.url.wrong' : 'hooks.events.wrong'));
        this.url.input.focus();
      } else {
        this.app.sayWhy(failure);
      }
    }
  }

  /** @param {Webhook} webhook */
  #row(webhook) {
    const { t } = this.app;
    const { id, url, events, enabled, due, givenUp } = webhook;
    return h(
      'li',
      { class: enabled ? null : 'shut' },
      h(
        'div',
        { class: 'who' },
        h('strong', { class: 'url' }, url),
        !enabled && h('span', { class: 'tag' }, t('hooks.rests')),
        givenUp > 0 && h('span', { class: 'tag stale' }, t('hooks.given-up', { n: givenUp })),
        h('span', { class: 'hint' }, EVENTS.filter((event) => events.includes(event)).map((event) => t(`hooks.${event}`)).join(t('hooks.and'))),
        due > 0 && h('span', { class: 'hint' }, t('hooks.due', { n: due })),
      ),
      h(
        'div',
        { class: 'actions' },
        enabled && button(t('hooks.test'), () => void this.#test(webhook), 'quiet'),
        button(t('hooks.log'), () => void this.#log(webhook), 'quiet'),
        button(t('hooks.renew'), () => void this.#renew(id), 'quiet'),
        button(t(enabled ? 'hooks.pause' : 'hooks.resume'), () => void this.#try(() => this.app.api.put(`webhooks/${id}`, { url, events, enabled: !enabled })), 'quiet'),
        button(t('people.remove'), () => void this.#remove(webhook), 'quiet danger'),
      ),
    );
  }

  /** Sends a test and says what became of it. @param {Webhook} webhook */
  async #test({ id, url }) {
    const { t, api } = this.app;
    const name = new URL(url).host;
    await this.#try(async () => {
      /** @type {{ delivery: number }} */
      const { delivery } = await api.post(`webhooks/${id}/test`);
      this.app.say(t('hooks.test.sent', { name }));
      for (let i = 0; i < LOOKS; i++) {
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
        /** @type {{ deliveries: WebhookDelivery[] }} */
        const { deliveries } = await api.get(`webhooks/${id}/deliveries`);
        const it = deliveries.find((each) => each.id === delivery);
        if (it?.state === 'delivered') {
          return this.app.say(t('hooks.test.done', { name }));
        }
        if (it?.state === 'given_up') {
          return this.app.say(t('hooks.test.failed', { name, why: rule(t, it.problem ?? '') }), 'bad');
        }
      }
      return this.app.say(t('hooks.test.late', { name }), 'bad');
    });
  }

  /** Shows what became of the last events. @param {Webhook} webhook */
  async #log({ id, url }) {
    const { t, language, api } = this.app;
    const time = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'short', timeStyle: 'medium' });
    try {
      /** @type {{ deliveries: WebhookDelivery[] }} */
      const { deliveries } = await api.get(`webhooks/${id}/deliveries`);
      const rows = deliveries.map(({ id: delivery, event, at, state, tries, problem }) =>
        h(
          'li',
          { class: state },
          h('span', {}, time.format(new Date(at))),
          h('span', {}, t(`hooks.${event}`)),
          h('span', {}, t(`hooks.state.${state}`, { tries })),
          problem && state !== 'delivered' && h('span', { class: 'problem' }, rule(t, problem)),
          state === 'given_up' && h('button', { class: 'quiet', value: String(delivery) }, t('hooks.again')),
        ),
      );
      const log = h('div', {}, h('p', { class: 'hint url' }, url), rows.length ? h('ul', { class: 'hook-log' }, ...rows) : h('p', {}, t('hooks.none')));
      const pressed = await chosen(t('hooks.log.title'), log, t('people.done'));
      if (pressed) {
        await this.#try(() => api.post(`webhooks/${id}/deliveries/${pressed}/again`));
      }
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  /** @param {number} id */
  async #renew(id) {
    const { t } = this.app;
    if (await confirmed(t('hooks.renew.title'), t('hooks.renew.text'), t('talk.cancel'), t('hooks.renew'))) {
      await this.#try(async () => this.#secret((await this.app.api.post(`webhooks/${id}/secret`)).secret));
    }
  }

  /** @param {Webhook} webhook */
  async #remove({ id, url }) {
    const { t } = this.app;
    if (await confirmed(t('hooks.remove.title'), t('hooks.remove.text', { url }), t('talk.cancel'), t('people.remove'))) {
      await this.#try(() => this.app.api.delete(`webhooks/${id}`));
    }
  }

  /** @param {string} secret */
  #secret(secret) {
    const { t } = this.app;
    return showOnce(t, t('hooks.once.title'), t('hooks.once'), t('tokens.secret'), secret);
  }

  /** @param {() => Promise<unknown>} change */
  async #try(change) {
    try {
      await change();
    } catch (failure) {
      this.app.sayWhy(failure);
    }
    await this.#load();
  }
}
