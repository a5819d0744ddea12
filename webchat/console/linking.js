/** Order numbers in what was said lead to the order beside the conversation. */
import { h } from '../shared/dom.js';

/** Letters and at least five digits, as shops number their orders. */
const NUMBER = /\b[A-Z]{1,4}-?\d{5,}\b/g;

/**
 * The same element with links instead of the numbers in its text.
 *
 * @template {Node} N
 * @param {N} element
 * @param {string} conversation
 */
export function linked(element, conversation) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    if (text.data.search(NUMBER) >= 0 && !text.parentElement?.closest('a')) {
      texts.push(text);
    }
  }
  for (const text of texts) {
    text.replaceWith(...parts(text.data, conversation));
  }
  return element;
}

/**
 * @param {string} words
 * @param {string} conversation
 */
function parts(words, conversation) {
  /** @type {(string | Node)[]} */
  const nodes = [];
  let end = 0;
  for (const found of words.matchAll(NUMBER)) {
    nodes.push(words.slice(end, found.index), h('a', { class: 'order-link', href: `#/desk/${encodeURIComponent(conversation)}/${encodeURIComponent(found[0])}` }, found[0]));
    end = found.index + found[0].length;
  }
  return [...nodes, words.slice(end)];
}
