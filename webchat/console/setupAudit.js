/** Who changed what, the newest first, page by page. */
import { fill, h } from '../shared/dom.js';
import { clockTime } from '../shared/i18n.js';
import { button } from './ui.js';

/** @typedef {{ id: number, at: string, account: string, action: string, subject: string }} Change */

/** Changes that the server gives at once. */
const PAGE = 50;

const ACTIONS = /** @type {const} */ ([
  'POST /api/users',
  'PUT /api/users/:name',
  'PUT /api/users/:name/password',
  'DELETE /api/users/:name',
  'PUT /api/setup/hours',
  'DELETE /api/setup/hours',
  'PUT /api/setup/origins',
  'DELETE /api/setup/origins',
  'PUT /api/setup/policy',
  'PUT /api/setup/departments/:id',
  'DELETE /api/setup/departments/:id',
  'PUT /api/setup/canned/:id',
  'DELETE /api/setup/canned/:id',
  'PUT /api/setup/agents/:name',
  'POST /api/tokens',
  'DELETE /api/tokens/:id',
  'POST /api/webhooks',
  'PUT /api/webhooks/:id',
  'DELETE /api/webhooks/:id',
  'POST /api/webhooks/:id/secret',
  'POST /api/webhooks/:id/deliveries/:delivery/again',
]);

export class AuditPart {
  /** @type {Change[]} */
  #changes = [];

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    this.list = h('ul', { class: 'set-list audit' });
    this.older = button(app.t('set.audit.older'), () => void this.#more(), 'quiet');
    this.element = h('div', {}, this.list, this.older);
  }

  /** Shows the newest. */
  async load() {
    this.#changes = [];
    await this.#more();
  }

  async #more() {
    const { app } = this;
    const last = this.#changes.at(-1);
    try {
      /** @type {{ changes: Change[] }} */
      const { changes } = await app.api.get(last ? `setup/audit?before=${last.id}` : 'setup/audit');
      this.#changes = [...this.#changes, ...changes];
      fill(this.list, ...this.#changes.map((change) => this.#change(change)), this.#changes.length === 0 && h('li', { class: 'hint' }, app.t('set.audit.none')));
      this.older.hidden = changes.length < PAGE;
    } catch (failure) {
      app.sayWhy(failure);
    }
  }

  /** @param {Change} change */
  #change({ at, account, action, subject }) {
    const { t, language } = this.app;
    const known = ACTIONS.find((it) => it === action);
    return h('li', {}, h('div', {}, h('time', { datetime: at }, clockTime(language, new Date(at), new Date())), ' ', h('strong', {}, account), ' ', known ? t(`audit.${known}`, { name: subject }) : `${action} ${subject}`));
  }
}
