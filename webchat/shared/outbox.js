/**
 * Frames that are not acknowledged yet, kept in localStorage until they are: they survive a reload and are sent again, and
 * because each carries an id the server takes it once. One storage key a frame, so that two tabs never overwrite each
 * other; what one tab settles, the others drop.
 */
import { keys, load, save } from './storage.js';

/** @typedef {import('./protocol').KeyedFrame} KeyedFrame */
/** @typedef {import('./protocol').Failure} Failure */

/**
 * @typedef {object} Entry
 * @property {KeyedFrame} frame
 * @property {string} [shown] the words that stand in the transcript meanwhile
 * @property {number} at milliseconds, for the order
 * @property {Failure} [failure] why it is not sent again by itself
 * @property {number} [notBefore] milliseconds: the server asked for patience until then
 * @property {number} [sent] milliseconds, of the last try on this page
 * @property {number} [seq] its message's number, once it is seen
 */

/** Milliseconds after which an unanswered frame is sent once more. */
const PATIENCE = 15_000;
const ID_BYTES = 16;

/** A new id: 128 random bits, also on pages without TLS, where crypto.randomUUID does not exist. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class Outbox {
  /** @type {Map<string, Entry>} */
  #entries = new Map();
  #last = 0;

  /**
   * @param {string} prefix of the storage keys
   * @param {() => void} changed called when another tab settled or added something
   */
  constructor(prefix, changed) {
    this.prefix = prefix;
    for (const key of keys(prefix)) {
      this.#read(key);
    }
    addEventListener('storage', (event) => {
      if (event.key?.startsWith(prefix)) {
        this.#entries.delete(event.key.slice(prefix.length));
        this.#read(event.key);
        changed();
      }
    });
  }

  /** Oldest first. */
  get entries() {
    return [...this.#entries.values()].sort((a, b) => a.at - b.at);
  }

  /** @param {string} id */
  get(id) {
    return this.#entries.get(id);
  }

  /**
   * @param {KeyedFrame} frame
   * @param {string} [shown]
   */
  add(frame, shown) {
    this.#last = Math.max(Date.now(), this.#last + 1);
    this.put({ frame, at: this.#last, ...(shown === undefined ? {} : { shown }) });
  }

  /** @param {Entry} entry */
  put(entry) {
    this.#entries.set(entry.frame.id, entry);
    const { frame, shown, at, failure } = entry;
    save(this.prefix + frame.id, { frame, shown, at, failure });
  }

  /** @param {string} id */
  settle(id) {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    save(this.prefix + id, undefined);
    return entry;
  }

  clear() {
    for (const id of [...this.#entries.keys()]) {
      this.settle(id);
    }
  }

  /**
   * What should be sent now: everything after a fresh welcome, otherwise what is new or has waited too long. Nothing
   * overtakes what was written before it.
   *
   * @param {number} now milliseconds
   * @param {boolean} fresh
   */
  due(now, fresh) {
    const sendable = this.entries.filter((entry) => !entry.failure);
    const blocked = sendable.findIndex((entry) => (entry.notBefore ?? 0) > now);
    return sendable
      .slice(0, blocked < 0 ? undefined : blocked)
      .filter((entry) => fresh || entry.sent === undefined || entry.sent + PATIENCE <= now);
  }

  /** @param {string} key */
  #read(key) {
    const entry = load(key);
    if (entry && typeof entry === 'object' && 'frame' in entry) {
      const known = /** @type {Entry} */ (entry);
      this.#entries.set(known.frame.id, known);
    }
  }
}
