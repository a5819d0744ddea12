/** What somebody changed, in the reader's words: a sentence, and what it was changed to. */
import { LANGUAGE_NAMES, localeOf } from '../shared/i18n.js';
import { weekInWords } from './week.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {{ role?: import('../shared/protocol').Role, disabled?: boolean, days?: number, enabled?: boolean, added?: boolean, firstResponse?: number, resolution?: number, capacity?: number, assigns?: boolean, languages?: import('../shared/protocol').Language[], departments?: string[], hours?: string, zone?: string, closed?: string[] }} Details */
/** @typedef {{ id: number, at: string, account: string, action: string, subject: string, details: Details }} Change */

const ACTIONS = /** @type {const} */ ([
  'POST /api/users',
  'PUT /api/users/:name',
  'PUT /api/users/:name/password',
  'DELETE /api/users/:name',
  'PUT /api/session/password',
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
  'POST /api/webhooks/:id/test',
  'POST /api/webhooks/:id/deliveries/:delivery/again',
]);
const MINUTE = 60;

/**
 * What was done; an action that this page does not know is shown as it is.
 *
 * @param {App} app
 * @param {Change} change
 */
export function sentence({ t }, { action, subject: name, details }) {
  const known = ACTIONS.find((it) => it === action);
  switch (known) {
    case undefined:
      return `${action} ${name}`;
    case 'PUT /api/users/:name':
      return details.disabled !== undefined ? t(details.disabled ? 'audit.disabled' : 'audit.enabled', { name }) : t(`audit.${known}`, { name });
    case 'PUT /api/webhooks/:id':
      return details.enabled !== undefined ? t(details.enabled ? 'audit.resumed' : 'audit.paused', { name }) : t(`audit.${known}`, { name });
    case 'PUT /api/setup/departments/:id':
      return t(details.added ? 'audit.department.added' : `audit.${known}`, { name });
    case 'PUT /api/setup/canned/:id':
      return t(details.added ? 'audit.canned.added' : `audit.${known}`, { name });
    default:
      return t(`audit.${known}`, { name });
  }
}

/**
 * What it was changed to, as far as that was noted; empty where nothing was.
 *
 * @param {App} app
 * @param {Change} change
 */
export function changedTo({ t, language }, { action, details }) {
  const { role, days, firstResponse, resolution, capacity, assigns, languages, departments, hours, zone, closed } = details;
  const locale = localeOf(language);
  const comma = language === 'zh' ? '、' : ', ';
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const minutes = (/** @type {number} */ seconds) => Math.round(seconds / MINUTE);
  const agents = action.startsWith('PUT /api/setup/agents');
  return [
    role && t('audit.value', { name: t('people.role'), value: t(`role.${role}`) }),
    days !== undefined && t('audit.days', { n: days }),
    firstResponse !== undefined && t('audit.value', { name: t('set.first'), value: minutes(firstResponse) }),
    resolution !== undefined && t('audit.value', { name: t('set.whole'), value: minutes(resolution) }),
    languages && (languages.length === 0 ? t('set.any-language') : languages.map((it) => LANGUAGE_NAMES[it]).join(comma)),
    departments && (departments.length === 0 ? t('set.any-department') : departments.join(comma)),
    capacity !== undefined && (agents ? t('set.at-once', { n: capacity }) : t('audit.value', { name: t('set.capacity'), value: capacity })),
    assigns !== undefined && t('audit.value', { name: t('set.assigns'), value: t(assigns ? 'set.yes' : 'set.no') }),
    hours !== undefined && (hours === 'always' ? t('hours.always') : weekInWords(hours, locale)),
    zone?.replace(/_/g, ' '),
    closed && closed.length > 0 && t('audit.value', { name: t('hours.off'), value: closed.map((it) => day.format(new Date(`${it}T00:00:00Z`))).join(comma) }),
  ]
    .filter((it) => it)
    .join(' · ');
}
