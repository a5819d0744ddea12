/**
 * Safe Markdown as DOM nodes: paragraphs, line breaks, lists, bold, italics, code and links. Text becomes text nodes and
 * nothing else, so no input can become markup; a link that is not http, https or mailto stays plain text. The time
 * is linear in the length: a marker without its partner is looked for once.
 */
import { h } from './dom.js';

const FENCE = /^\s*```/;
const BULLET = /^(\s*)[-*•]\s+(.*)$/;
const NUMBER = /^(\s*)(\d{1,9})[.)]\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*)$/;
const SAFE = /^(?:https?:\/\/|mailto:)[^\s]+$/i;
const BARE = /https?:\/\/[^\s<>"'`*()[\]{}|\\^\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/y;
const DEEPEST = 6;

/**
 * The nodes of a text.
 *
 * @param {string} text
 * @returns {DocumentFragment}
 */
export function markdown(text) {
  const fragment = document.createDocumentFragment();
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] ?? '';
    if (line.trim() === '') {
      i++;
    } else if (FENCE.test(line)) {
      i = code(lines, i, fragment);
    } else if (BULLET.test(line) || NUMBER.test(line)) {
      i = list(lines, i, fragment);
    } else {
      i = paragraph(lines, i, fragment);
    }
  }
  return fragment;
}

/**
 * @param {string[]} lines
 * @param {number} start
 * @param {DocumentFragment} into
 * @returns {number} the line after the block
 */
function code(lines, start, into) {
  let end = start + 1;
  while (end < lines.length && !FENCE.test(lines[end] ?? '')) {
    end++;
  }
  into.append(h('pre', {}, h('code', {}, lines.slice(start + 1, end).join('\n'))));
  return end + 1;
}

/**
 * @param {string[]} lines
 * @param {number} start
 * @param {DocumentFragment} into
 */
function list(lines, start, into) {
  const numbered = NUMBER.exec(lines[start] ?? '');
  const marker = numbered ? NUMBER : BULLET;
  const parent = numbered ? h('ol', { start: numbered[2] === '1' ? null : numbered[2] }) : h('ul');
  const outer = /^\s*/.exec(lines[start] ?? '')?.[0].length ?? 0;
  let i = start;
  while (i < lines.length) {
    const item = marker.exec(lines[i] ?? '');
    if (!item || (item[1] ?? '').length > outer + 1) {
      break;
    }
    const words = [item.at(-1) ?? ''];
    /** @type {string[]} */
    const inner = [];
    for (i++; i < lines.length && /^\s{2,}\S/.test(lines[i] ?? ''); i++) {
      const nested = BULLET.test(lines[i] ?? '') || NUMBER.test(lines[i] ?? '');
      (nested || inner.length > 0 ? inner : words).push((lines[i] ?? '').trim());
    }
    const li = h('li', {}, inlines(words));
    if (inner.length > 0) {
      li.append(markdown(inner.join('\n')));
    }
    parent.append(li);
    while (lines[i]?.trim() === '' && marker.test(lines[i + 1] ?? '')) {
      i++;
    }
  }
  into.append(parent);
  return i;
}

/**
 * @param {string[]} lines
 * @param {number} start
 * @param {DocumentFragment} into
 */
function paragraph(lines, start, into) {
  const heading = HEADING.exec(lines[start] ?? '');
  if (heading) {
    into.append(h('p', {}, h('strong', {}, inlines([heading[1] ?? '']))));
    return start + 1;
  }
  let end = start + 1;
  while (end < lines.length && !startsBlock(lines[end] ?? '')) {
    end++;
  }
  into.append(h('p', {}, inlines(lines.slice(start, end).map((line) => line.trim()))));
  return end;
}

/** @param {string} line */
function startsBlock(line) {
  return line.trim() === '' || FENCE.test(line) || BULLET.test(line) || NUMBER.test(line) || HEADING.test(line);
}

/**
 * Lines as text with breaks between them.
 *
 * @param {string[]} lines
 */
function inlines(lines) {
  const fragment = document.createDocumentFragment();
  lines.forEach((line, i) => {
    if (i > 0) {
      fragment.append(h('br'));
    }
    inline(line, fragment, 0);
  });
  return fragment;
}

/**
 * @param {string} text
 * @param {Node} into
 * @param {number} depth
 */
function inline(text, into, depth) {
  /** @type {Set<string>} markers that have no partner in the rest of the text */
  const missing = new Set();
  let plain = '';
  const flush = () => {
    if (plain !== '') {
      into.appendChild(document.createTextNode(plain));
      plain = '';
    }
  };
  for (let i = 0; i < text.length; ) {
    const span = depth < DEEPEST ? (linkAt(text, i, missing, depth) ?? spanAt(text, i, missing, depth)) : undefined;
    if (span) {
      flush();
      into.appendChild(span.node);
      i = span.end;
    } else if (text[i] === '\\' && /[\\`*_[\](){}#+\-.!]/.test(text[i + 1] ?? '')) {
      plain += text[i + 1];
      i += 2;
    } else {
      plain += text[i];
      i++;
    }
  }
  flush();
}

/** @typedef {{ node: Node, end: number }} Span */

/**
 * @param {string} text
 * @param {number} start
 * @param {Set<string>} missing
 * @param {number} depth
 * @returns {Span | undefined}
 */
function spanAt(text, start, missing, depth) {
  const marker = text.startsWith('**', start) ? '**' : (text[start] ?? '');
  const tag = marker === '**' ? 'strong' : marker === '`' ? 'code' : marker === '*' || marker === '_' ? 'em' : undefined;
  const from = start + marker.length;
  if (!tag || missing.has(marker) || (tag !== 'code' && /\s/.test(text[from] ?? ' '))) {
    return undefined;
  }
  if (marker === '_' && /\w/.test(text[start - 1] ?? '')) {
    return undefined;
  }
  const close = closing(text, from, marker);
  if (close < 0) {
    missing.add(marker);
    return undefined;
  }
  const node = h(tag);
  if (tag === 'code') {
    node.append(text.slice(from, close));
  } else {
    inline(text.slice(from, close), node, depth + 1);
  }
  return { node, end: close + marker.length };
}

/**
 * @param {string} text
 * @param {number} from
 * @param {string} marker
 */
function closing(text, from, marker) {
  for (let at = text.indexOf(marker, from); at >= 0; at = text.indexOf(marker, at + marker.length)) {
    const inWord = marker === '_' && /\w/.test(text[at + 1] ?? '');
    const half = marker === '*' && (text[at + 1] === '*' || text[at - 1] === '*');
    if (at > from && !inWord && !half && (marker === '`' || !/\s/.test(text[at - 1] ?? ''))) {
      return at;
    }
  }
  return -1;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {Set<string>} missing
 * @param {number} depth
 * @returns {Span | undefined}
 */
function linkAt(text, start, missing, depth) {
  if (text[start] === 'h') {
    BARE.lastIndex = start;
    const bare = withoutFullStop(BARE.exec(text)?.[0]);
    return bare && safe(bare) ? { node: anchor(bare, bare), end: start + bare.length } : undefined;
  }
  if (text[start] !== '[' || missing.has('](')) {
    return undefined;
  }
  const middle = text.indexOf('](', start);
  const end = middle < 0 ? -1 : text.indexOf(')', middle);
  if (end < 0) {
    missing.add('](');
    return undefined;
  }
  const label = text.slice(start + 1, middle);
  if (label === '' || label.includes('[')) {
    return undefined;
  }
  const address = text.slice(middle + 2, end).trim();
  if (safe(address)) {
    return { node: anchor(address, label), end: end + 1 };
  }
  const node = document.createDocumentFragment();
  inline(label, node, depth + 1);
  return { node, end: end + 1 };
}

/**
 * An address as it stands in a sentence: the full stop after it is not its own.
 *
 * @param {string | undefined} address
 */
function withoutFullStop(address) {
  let end = address?.length ?? 0;
  while (end > 0 && '.,;:!?'.includes(address?.[end - 1] ?? ' ')) {
    end--;
  }
  return address?.slice(0, end);
}

/**
 * True for an absolute address that may be opened from a message.
 *
 * @param {string} address
 */
export function safe(address) {
  return SAFE.test(address) && URL.canParse(address) && /^(?:https?|mailto):$/.test(new URL(address).protocol);
}

/**
 * @param {string} address
 * @param {string} label
 */
function anchor(address, label) {
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, label);
}
