/** What is known about a conversation, as pairs of name and value. */
import { h } from '../shared/dom.js';

const KNOWN = /** @type {const} */ ([
  'order_number',
  'tracking_number',
  'email',
  'phone',
  'product',
  'size',
  'date',
  'quantity',
  'money',
  'flow',
  'intent',
  'language',
  'question',
  'last_question',
  'order',
]);

/**
 * What a slot or an entity is called; one that a flow brought along is shown as it is named.
 *
 * @param {import('./app.js').App} app
 * @param {string} key
 */
export function fact(app, key) {
  const found = KNOWN.find((it) => it === key);
  return found ? app.t(`fact.${found}`) : key.replace(/[_-]/g, ' ');
}

/** Those pairs that have a value. @param {[string, Node | string | undefined][]} pairs */
export function facts(pairs) {
  return h('dl', {}, ...pairs.filter(([, value]) => value).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}
