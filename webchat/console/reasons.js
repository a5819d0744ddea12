/**
 * The bot's reasons in the reader's words. The server keeps them as short lines (`intent: track_order 0.91`); a line of a
 * kind that is not known here is shown as it stands.
 */
import { LANGUAGE_NAMES, languageOf } from '../shared/i18n.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Key} Key */
/** @typedef {{ line: RegExp, say: (app: App, ...found: string[]) => string }} Kind */

const DECISIONS = /** @type {const} */ (['Person', 'Stop', 'Start', 'Tell', 'Talk', 'Clarify', 'NoneOfThese', 'Unknown']);
const MEANINGS = /** @type {const} */ (['fills', 'corrects', 'reopens', 'agrees', 'denies', 'leaves', 'misses', 'answered', 'person', 'foreign']);
const VOTERS = /** @type {const} */ (['linear', 'neighbours', 'transformer']);
const REFUSALS = /** @type {const} */ (['unfinished', 'invented', 'longer', 'unsure', 'busy']);
const PARTS = /** @type {const} */ (['question', 'also', 'answer', 'tags']);

/** @type {Kind[]} */
const KINDS = [
  { line: /^language: (\w+)$/, say: ({ t }, code = '') => t('why.language', { value: LANGUAGE_NAMES[languageOf(code) ?? 'en'] }) },
  { line: /^entity: (\w+)$/, say: (app, type = '') => app.t('why.entity', { value: app.named('fact', type) }) },
  { line: /^intent: (\S+) ([\d.]+)$/, say: (app, name = '', sure = '') => app.t('why.intent', { value: app.named('intent', name), sure: percent(Number(sure)) }) },
  { line: /^opinion: (\w+) (\S+) ([\d.]+)$/, say: (app, voter = '', name = '', sure = '') => app.t('why.opinion', { voter: voterName(app.t, voter), value: app.named('intent', name), sure: percent(Number(sure)) }) },
  { line: /^article: (\S+) ([\d.]+)$/, say: ({ t }, id = '', sure = '') => t('why.article', { value: id, sure: percent(Number(sure)) }) },
  { line: /^stands alone: (.+)$/, say: ({ t }, value = '') => t('why.alone', { value }) },
  { line: /^reranked: (\S+) before (\S+)$/, say: ({ t }, value = '', other = '') => t('why.reranked', { value, other }) },
  { line: /^said shorter: ([\d.]+)$/, say: ({ t }, sure = '') => t('why.shorter', { sure: percent(Number(sure)) }) },
  { line: /^own words: (\w+) ?(.*)$/, say: ({ t }, why = '', value = '') => t('why.own-words', { why: refusal(t, why, value) }) },
  { line: /^chosen: flow:(\S+)$/, say: (app, flow = '') => app.t('why.chosen', { value: app.named('flow', flow) }) },
  { line: /^chosen: (?:article:)?(.+)$/, say: (app, value = '') => app.t('why.chosen', { value: app.named('choice', value) }) },
  { line: /^compared: (\w+)$/, say: ({ t }, name = '') => t('why.decided', { value: decision(t, name) }) },
  { line: /^comes first: (\w+)$/, say: ({ t }, name = '') => t('why.first', { value: decision(t, name) }) },
  { line: /^means: (\w+) ?(.*)$/, say: (app, name = '', slots = '') => meaning(app, name, slots) },
  { line: /^the open flow goes on$/, say: ({ t }) => t('why.goes-on') },
  { line: /^not for the open flow$/, say: ({ t }) => t('why.aside') },
  { line: /^starts another flow: (\S+)$/, say: (app, flow = '') => app.t('why.starts', { value: app.named('flow', flow) }) },
  { line: /^answers from (\S+)$/, say: ({ t }, value = '') => t('why.tells', { value }) },
  { line: /^flow (\S+): (.+)$/, say: (app, flow = '', result = '') => app.t('why.ended', { value: app.named('flow', flow), result: app.named('end', result) }) },
  { line: /^open question: (\S+)$/, say: (app, slot = '') => app.t('why.open', { value: app.named('fact', slot) }) },
  { line: /^shop: (\S+) (\S+)$/, say: (app, call = '', outcome = '') => app.t('why.shop', { value: app.named('call', call), result: app.named('outcome', outcome) }) },
  { line: /^hands over: (.+)$/, say: (app, value = '') => app.t('why.person', { value: app.named('reason', value) }) },
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
 * Why an article was found: `question: delivery, parcel = package`, where the shopper says parcel and the article package.
 *
 * @param {App} app
 * @param {string} line
 */
export function matched({ t, language }, line) {
  const [name, found = ''] = line.split(': ', 2);
  const words = found
    .split(', ')
    .map((it) => {
      const [asked = '', there] = it.split(' = ', 2);
      return there === undefined ? asked : t('found.same', { asked, there });
    })
    .join(language === 'zh' ? '、' : ', ');
  const part = PARTS.find((it) => it === name);
  return part ? t(`found.${part}`, { words }) : line === 'topic' ? t('found.topic') : line;
}

/** @param {number} confidence 0 to 1 */
export function percent(confidence) {
  return `${Math.round(confidence * 100)}%`;
}

/**
 * What a message meant to the open task, with the names of the slots that it is about.
 *
 * @param {App} app
 * @param {string} name
 * @param {string} slots
 */
function meaning(app, name, slots) {
  const found = MEANINGS.find((it) => it === name);
  const value = slots
    .split(', ')
    .filter(Boolean)
    .map((slot) => app.named('fact', slot))
    .join(', ');
  return found ? app.t(`why.means.${found}`, { value }) : `${name} ${value}`;
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
