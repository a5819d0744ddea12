/**
 * The bot's reasons in the reader's words. The server keeps them as short lines (`intent: track_order 0.91`); a line of a
 * kind that is not known here is shown as it stands.
 */
import { LANGUAGE_NAMES, languageOf } from '../shared/i18n.js';
import { fact } from './facts.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Key} Key */
/** @typedef {{ line: RegExp, say: (app: App, ...found: string[]) => string }} Kind */

const DECISIONS = /** @type {const} */ (['Person', 'Stop', 'Start', 'Tell', 'Talk', 'Clarify', 'NoneOfThese', 'Unknown']);
const VOTERS = /** @type {const} */ (['linear', 'neighbours', 'transformer']);
const REFUSALS = /** @type {const} */ (['unfinished', 'invented', 'longer', 'unsure', 'busy']);
const PARTS = /** @type {const} */ (['question', 'also', 'answer', 'tags']);

/** @type {Kind[]} */
const KINDS = [
  { line: /^language: (\w+)$/, say: ({ t }, code = '') => t('why.language', { value: LANGUAGE_NAMES[languageOf(code) ?? 'en'] }) },
  { line: /^entity: (\w+)$/, say: (app, type = '') => app.t('why.entity', { value: fact(app, type) }) },
  { line: /^intent: (\S+) ([\d.]+)$/, say: ({ t }, name = '', sure = '') => t('why.intent', { value: name, sure: percent(Number(sure)) }) },
  { line: /^opinion: (\w+) (\S+) ([\d.]+)$/, say: ({ t }, voter = '', name = '', sure = '') => t('why.opinion', { voter: voterName(t, voter), value: name, sure: percent(Number(sure)) }) },
  { line: /^article: (\S+) ([\d.]+)$/, say: ({ t }, id = '', sure = '') => t('why.article', { value: id, sure: percent(Number(sure)) }) },
  { line: /^stands alone: (.+)$/, say: ({ t }, value = '') => t('why.alone', { value }) },
  { line: /^reranked: (\S+) before (\S+)$/, say: ({ t }, value = '', other = '') => t('why.reranked', { value, other }) },
  { line: /^said shorter: ([\d.]+)$/, say: ({ t }, sure = '') => t('why.shorter', { sure: percent(Number(sure)) }) },
  { line: /^own words: (\w+) ?(.*)$/, say: ({ t }, why = '', value = '') => t('why.own-words', { why: refusal(t, why, value) }) },
  { line: /^chosen: (.+)$/, say: ({ t }, value = '') => t('why.chosen', { value }) },
  { line: /^compared: (\w+)$/, say: ({ t }, name = '') => t('why.decided', { value: decision(t, name) }) },
  { line: /^the open flow goes on$/, say: ({ t }) => t('why.goes-on') },
  { line: /^not for the open flow$/, say: ({ t }) => t('why.aside') },
  { line: /^starts another flow: (\S+)$/, say: ({ t }, value = '') => t('why.starts', { value }) },
  { line: /^answers from (\S+)$/, say: ({ t }, value = '') => t('why.tells', { value }) },
  { line: /^flow (\S+): (.+)$/, say: ({ t }, value = '', result = '') => t('why.ended', { value, result: plain(result) }) },
  { line: /^open question: (\S+)$/, say: (app, slot = '') => app.t('why.open', { value: fact(app, slot) }) },
  { line: /^shop: (\S+) (\S+)$/, say: ({ t }, call = '', result = '') => t('why.shop', { value: plain(call), result: plain(result) }) },
  { line: /^hands over: (.+)$/, say: (app, value = '') => app.t('why.person', { value: reason(app, value) }) },
  { line: /^failed: (.+)$/, say: ({ t }, value = '') => t('why.failed', { value }) },
];

/**
 * Why the bot answered so.
 *
 * @param {App} app
 * @param {string} line
 */
export function because(app, line) {
  for (const kind of KINDS) {
    const found = kind.line.exec(line);
    if (found) {
      return kind.say(app, ...found.slice(1));
    }
  }
  return line;
}

/**
 * Why an article was found: `question: delivery, cost`.
 *
 * @param {App} app
 * @param {string} line
 */
export function matched({ t }, line) {
  const [name, words = ''] = line.split(': ', 2);
  const part = PARTS.find((it) => it === name);
  return part ? t(`found.${part}`, { words }) : line === 'topic' ? t('found.topic') : line;
}

/**
 * Why a person is asked for; a flow's own reason is shown as it is named.
 *
 * @param {App} app
 * @param {string} name
 */
export function reason(app, name) {
  const known = /** @type {const} */ (['asked', 'not_understood', 'anger', 'safety', 'legal', 'left_message', 'takeover']);
  const found = known.find((it) => it === name);
  return found ? app.t(`reason.${found}`) : plain(name);
}

/** @param {number} confidence 0 to 1 */
export function percent(confidence) {
  return `${Math.round(confidence * 100)}%`;
}

/**
 * @param {App['t']} t
 * @param {string} name
 */
function decision(t, name) {
  const found = DECISIONS.find((it) => it === name);
  return found ? t(`why.decided.${found}`) : name;
}

/** @param {App['t']} t @param {string} name */
function voterName(t, name) {
  const found = VOTERS.find((it) => it === name);
  return found ? t(`why.voter.${found}`) : name;
}

/** @param {App['t']} t @param {string} name @param {string} value */
function refusal(t, name, value) {
  const found = REFUSALS.find((it) => it === name);
  return found ? t(`why.refused.${found}`, { value: found === 'unsure' ? percent(Number(value)) : value }) : name;
}

/** @param {string} name */
function plain(name) {
  return name.replace(/[_-]/g, ' ');
}
