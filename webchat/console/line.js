/** The desk's socket: one a page, whatever conversation is open. */
import { Outbox } from '../shared/outbox.js';
import { Socket } from '../shared/socket.js';

/** @typedef {import('../shared/protocol').DeskFrame} DeskFrame */
/** @typedef {import('../shared/outbox.js').Entry} Entry */

/** Milliseconds. */
const TICK = 1_000;
const AGAIN = 3_000;

/** Errors after which the same frame may be sent again. */
const PASSING = new Set(['unavailable', 'internal']);

/**
 * @typedef {object} Owner
 * @property {() => void} welcome connected, for the first time or again: read what was missed
 * @property {(frame: DeskFrame) => void} frame
 * @property {(entry: Entry, seq: number) => void} accepted
 * @property {(entry: Entry, failure: import('../shared/protocol').Failure) => void} refused
 * @property {() => void} changed the connection, or what is under way
 */

export class Line {
  #tick = 0;

  /**
   * @param {import('./app.js').App} app
   * @param {Owner} owner
   */
  constructor(app, owner) {
    this.owner = owner;
    this.outbox = new Outbox('deskbell.desk.outbox.', () => owner.changed());
    /** @type {Socket<DeskFrame>} */
    this.socket = new Socket(`${location.origin.replace(/^http/, 'ws')}/desk`, {
      hello: () => ({ type: 'hello', csrf: app.api.csrf }),
      frame: (frame) => this.#take(frame),
      state: (state) => this.#state(state),
    });
    this.app = app;
  }

  open() {
    this.socket.start();
  }

  close() {
    clearTimeout(this.#tick);
    this.socket.stop();
  }

  /**
   * Asks to be told what happens; true where that went out.
   *
   * @param {string} conversation
   * @param {number} after
   */
  watch(conversation, after) {
    return this.socket.send({ type: 'watch', conversation, after });
  }

  /** @param {string} conversation */
  unwatch(conversation) {
    this.socket.send({ type: 'unwatch', conversation });
  }

  /**
   * @param {string} conversation
   * @param {boolean} on
   */
  typing(conversation, on) {
    this.socket.send({ type: 'typing', conversation, on });
  }

  /**
   * Says how far this page has a conversation, or its agent has read it; true where it went out.
   *
   * @param {'received' | 'read'} type
   * @param {string} conversation
   * @param {number} seq
   */
  has(type, conversation, seq) {
    return this.socket.send({ type, conversation, seq });
  }

  /**
   * @param {import('../shared/protocol').KeyedFrame} frame
   * @param {string} shown
   */
  put(frame, shown) {
    this.outbox.add(frame, shown);
    this.#pump(false);
  }

  /** Sends again what failed. @param {string} id */
  retry(id) {
    const entry = this.outbox.settle(id);
    if (entry) {
      this.outbox.put({ frame: entry.frame, at: entry.at, shown: entry.shown });
      this.#pump(false);
      this.owner.changed();
    }
  }

  /** @param {string} id */
  discard(id) {
    this.outbox.settle(id);
    this.owner.changed();
  }

  /** @param {boolean} fresh */
  #pump(fresh) {
    for (const entry of this.outbox.due(Date.now(), fresh)) {
      if (this.socket.send(entry.frame)) {
        entry.sent = Date.now();
      }
    }
    clearTimeout(this.#tick);
    if (this.outbox.entries.some((entry) => !entry.failure)) {
      this.#tick = setTimeout(() => this.#pump(false), TICK);
    }
  }

  /** A line that breaks may mean a session that ended: it is looked up, and asked for again where it did. */
  #state(/** @type {import('../shared/socket.js').Connection} */ state) {
    this.owner.changed();
    if (state === 'waiting' || state === 'stopped') {
      void this.app.renew().then((fine) => fine && this.socket.state === 'stopped' && this.socket.start());
    }
  }

  /** @param {DeskFrame} frame */
  #take(frame) {
    switch (frame.type) {
      case 'welcome':
        this.socket.ready();
        this.owner.welcome();
        return this.#pump(true);
      case 'ack': {
        const entry = this.outbox.settle(frame.id);
        return entry && this.owner.accepted(entry, frame.seq);
      }
      case 'error':
        return this.#error(frame);
      case 'pong':
        return undefined;
      default:
        return this.owner.frame(frame);
    }
  }

  /** @param {Extract<DeskFrame, { type: 'error' }>} frame */
  #error(frame) {
    const entry = frame.id === undefined ? undefined : this.outbox.get(frame.id);
    if (entry && PASSING.has(frame.code)) {
      entry.notBefore = Date.now() + AGAIN;
      entry.sent = undefined;
    } else if (entry) {
      this.owner.refused(entry, { code: frame.code, message: frame.message });
    }
    this.owner.changed();
  }
}
