/** The difference of two texts, by words of English and characters of Chinese. */
import { h } from '../shared/dom.js';

/** @typedef {{ kind: 'same' | 'gone' | 'new', text: string }} Part */

const TOKENS = /\p{Script=Han}|[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu;
/** Comparisons of tokens; beyond that the middle of the text is replaced as a whole. */
const MOST = 4_000_000;

/**
 * @param {string} before
 * @param {string} after
 * @returns {Part[]} neighbours are of different kinds
 */
export function difference(before, after) {
  const old = before.match(TOKENS) ?? [];
  const now = after.match(TOKENS) ?? [];
  const least = Math.min(old.length, now.length);
  let start = 0;
  while (start < least && old[start] === now[start]) {
    start++;
  }
  let end = 0;
  while (end < least - start && old[old.length - 1 - end] === now[now.length - 1 - end]) {
    end++;
  }
  return joined([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ]);
}

/**
 * By the longest common subsequence.
 *
 * @param {string[]} old
 * @param {string[]} now
 * @returns {Part[]}
 */
function middle(old, now) {
  if (old.length * now.length > MOST) {
    return [
      { kind: 'gone', text: old.join('') },
      { kind: 'new', text: now.join('') },
    ];
  }
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (/** @type {number} */ i, /** @type {number} */ j) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  /** @type {Part[]} */
  const parts = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [gone, come] = [old[i], now[j]];
    if (gone !== undefined && gone === come) {
      parts.push({ kind: 'same', text: gone });
      i++;
      j++;
    } else if (gone !== undefined && (come === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'gone', text: gone });
      i++;
    } else {
      parts.push({ kind: 'new', text: come ?? '' });
      j++;
    }
  }
  return parts;
}

/** @param {Part[]} parts @returns {Part[]} */
function joined(parts) {
  /** @type {Part[]} */
  const all = [];
  for (const part of parts.filter(({ text }) => text !== '')) {
    const last = all.at(-1);
    if (last?.kind === part.kind) {
      last.text += part.text;
    } else {
      all.push({ ...part });
    }
  }
  return all;
}

/**
 * The difference to be read: what is gone struck out, what is new underlined.
 *
 * @param {string} before
 * @param {string} after
 */
export function differing(before, after) {
  return h(
    'p',
    { class: 'difference' },
    ...difference(before, after).map(({ kind, text }) => (kind === 'same' ? text : h(kind === 'gone' ? 'del' : 'ins', {}, text))),
  );
}
