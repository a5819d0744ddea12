/** What is known about a conversation, as pairs of name and value. */
import { h } from '../shared/dom.js';

/** Those pairs that have a value. @param {[string, Node | string | undefined][]} pairs */
export function facts(pairs) {
  return h('dl', {}, ...pairs.filter(([, value]) => value).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}
