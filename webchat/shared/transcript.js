/**
 * The messages of a conversation in the order of their numbers, and what of one's own is still on its way to a number. Each
 * line keeps its key from the first moment it is seen, so that nothing is drawn twice.
 */

/** @typedef {import('./protocol').Message} Message */
/** @typedef {import('./outbox.js').Entry} Entry */
/** @typedef {{ key: string, message?: Message, entry?: Entry }} Line one line to draw: said, or under way */

export class Transcript {
  /** @type {Message[]} */
  messages = [];
  /** @type {Map<number, string>} keys of own messages, by number */
  #keys = new Map();
  /** @type {Map<number, Entry>} acknowledged, their messages not here yet */
  #accepted = new Map();

  /** @param {import('./protocol').Sender} own whose messages are sent from here */
  constructor(own) {
    this.own = own;
  }

  /** The number of the newest message, 0 for none. */
  get last() {
    return this.messages.at(-1)?.seq ?? 0;
  }

  /**
   * What is said, then what is acknowledged, then what is under way.
   *
   * @param {Entry[]} underWay
   * @returns {Line[]}
   */
  lines(underWay) {
    return [
      ...this.messages.map((message) => ({ key: this.#keys.get(message.seq) ?? `message-${message.seq}`, message })),
      ...[...this.#accepted.values(), ...underWay.filter((entry) => entry.seq === undefined)].map((entry) => ({
        key: entry.frame.id,
        entry,
      })),
    ];
  }

  /**
   * Takes the next message; false where one before it is missing. One that is here already changes nothing, unless it was
   * erased meanwhile.
   *
   * @param {Message} message
   * @param {Entry[]} underWay
   */
  take(message, underWay) {
    if (message.seq > this.last + 1) {
      return false;
    }
    if (message.seq === this.last + 1) {
      this.#accepted.delete(message.seq);
      if (message.from === this.own) {
        this.#recognise(message, underWay);
      }
      this.messages.push(message);
    } else if (message.erased) {
      this.messages[message.seq - 1] = message;
    }
    return true;
  }

  /**
   * A frame that stands in the transcript got its number.
   *
   * @param {Entry} entry
   * @param {number} seq
   */
  accepted(entry, seq) {
    this.#keys.set(seq, entry.frame.id);
    if (seq > this.last) {
      this.#accepted.set(seq, { ...entry, seq });
    }
  }

  /**
   * A message may come before its acknowledgement: it takes the place of the oldest line under way with the same words.
   *
   * @param {Message} message
   * @param {Entry[]} underWay
   */
  #recognise(message, underWay) {
    const alike = underWay.find((entry) => entry.seq === undefined && entry.shown?.trim() === message.text.trim());
    if (alike && !this.#keys.has(message.seq)) {
      alike.seq = message.seq;
      this.#keys.set(message.seq, alike.frame.id);
    }
  }
}
