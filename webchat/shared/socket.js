/**
 * A WebSocket that comes back: back-off with jitter, lost at once when the browser is offline and tried at once when it is
 * online again, a ping that notices a dead line. What is said over it is the owner's business.
 */

/** Milliseconds. */
export const LIMITS = {
  firstWait: 500,
  longestWait: 30_000,
  ping: 25_000,
  pong: 10_000,
  calm: 5_000,
  connect: 10_000,
  patience: 1_000,
};

/** Closes that trying again will not mend: misuse of the protocol, refusal by policy, no valid sign-in. */
const FINAL = new Set([1002, 1003, 1007, 1008, 1010, 4401, 4403]);

/** Our own close after a silent line. */
const SILENT = 4000;

/** @typedef {'idle' | 'connecting' | 'online' | 'waiting' | 'stopped'} Connection */

/**
 * How long to wait before trying again: doubling, capped, and spread over the upper half so that a thousand widgets do
 * not return in the same second.
 *
 * @param {number} attempt 0 for the first
 * @param {number} random 0 to 1
 */
export function backOff(attempt, random) {
  const full = Math.min(LIMITS.longestWait, LIMITS.firstWait * 2 ** Math.min(attempt, 16));
  return Math.round(full * (0.5 + random / 2));
}

/**
 * True where a connection closed with this code may be tried again.
 *
 * @param {number} code
 */
export function mayReturn(code) {
  return !FINAL.has(code);
}

/** @template Frame */
export class Socket {
  /** @type {WebSocket | undefined} */
  #socket;
  /** @type {Connection} */
  #state = 'idle';
  #attempt = 0;
  #retry = 0;
  #pinger = 0;
  #deadline = 0;
  /** Milliseconds that the server asked to wait before the next try. */
  #patience = 0;
  #restarted = 0;
  #begun = 0;

  /**
   * @param {string} url
   * @param {{ hello: () => object, frame: (frame: Frame) => void, state: (state: Connection, code: number) => void }} owner
   *   `hello` gives the first frame of each connection; `state` hears of changes, with the code of the last close
   */
  constructor(url, owner) {
    this.url = url;
    this.owner = owner;
    this.backOnline = () => this.hurry();
    // a line that the device has lost says nothing for a long time
    this.wentOffline = () => this.#socket && this.#lost(this.#socket, SILENT);
  }

  get state() {
    return this.#state;
  }

  /** Connects where it is not connected or about to be. */
  start() {
    if (this.#state === 'idle' || this.#state === 'stopped') {
      addEventListener('online', this.backOnline);
      addEventListener('offline', this.wentOffline);
      this.#attempt = 0;
      this.#connect();
    }
  }

  /** Lets go, for good unless started again. */
  stop() {
    removeEventListener('online', this.backOnline);
    removeEventListener('offline', this.wentOffline);
    this.#drop(1000);
    this.#become('idle', 1000);
  }

  /** A fresh connection: something was missed, or somebody else speaks. At once, but not many times in a row. */
  restart() {
    this.#drop(1000);
    const calm = Date.now() - this.#restarted > LIMITS.calm;
    this.#restarted = Date.now();
    if (calm) {
      this.#state = 'idle';
      this.start();
    } else {
      this.#later();
    }
  }

  /**
   * The server asks for a pause before the next connection; where the owner is not welcomed yet, this one ends.
   *
   * @param {number} seconds
   */
  pause(seconds) {
    this.#patience = seconds * 1000;
    if (this.#state === 'connecting' && this.#socket) {
      this.#lost(this.#socket, SILENT);
    }
  }

  /** True from a connection lost, or a try that failed, until there is one again. */
  get failing() {
    return this.#attempt > 0;
  }

  /** Tries now: instead of later, and instead of a try that hangs. */
  hurry() {
    const hangs = this.#state === 'connecting' && Date.now() - this.#begun > LIMITS.patience;
    if (this.#state === 'waiting' || hangs) {
      this.#drop(SILENT);
      this.#connect();
    }
  }

  /** The owner has been welcomed: from now on frames may be sent, and the next failure starts counting anew. */
  ready() {
    this.#attempt = 0;
    this.#become('online', 0);
    this.#expectPong();
  }

  /**
   * Sends where connected and welcomed; false where not.
   *
   * @param {object} frame
   */
  send(frame) {
    if (this.#state !== 'online' || this.#socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #connect() {
    clearTimeout(this.#retry);
    this.#begun = Date.now();
    this.#become('connecting', 0);
    const socket = new WebSocket(this.url);
    this.#socket = socket;
    this.#deadline = setTimeout(() => this.#lost(socket, SILENT), LIMITS.connect);
    socket.onopen = () => socket.send(JSON.stringify(this.owner.hello()));
    socket.onclose = (event) => this.#lost(socket, event.code);
    socket.onmessage = (event) => {
      if (socket === this.#socket) {
        if (this.#state === 'online') {
          clearTimeout(this.#deadline);
        }
        this.owner.frame(JSON.parse(event.data));
      }
    };
  }

  #expectPong() {
    clearTimeout(this.#deadline);
    clearInterval(this.#pinger);
    this.#pinger = setInterval(() => {
      const socket = this.#socket;
      if (socket && this.send({ type: 'ping' })) {
        clearTimeout(this.#deadline);
        this.#deadline = setTimeout(() => this.#lost(socket, SILENT), LIMITS.pong);
      }
    }, LIMITS.ping);
  }

  /**
   * @param {WebSocket} socket
   * @param {number} code
   */
  #lost(socket, code) {
    if (socket !== this.#socket) {
      return;
    }
    this.#drop(SILENT);
    if (!mayReturn(code)) {
      this.#become('stopped', code);
      return;
    }
    this.#later(code);
  }

  #later(code = SILENT) {
    this.#become('waiting', code);
    const wait = Math.max(this.#patience, backOff(this.#attempt++, Math.random()));
    this.#patience = 0;
    this.#retry = setTimeout(() => this.#connect(), wait);
  }

  /** @param {number} code */
  #drop(code) {
    clearTimeout(this.#retry);
    clearTimeout(this.#deadline);
    clearInterval(this.#pinger);
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket && socket.readyState <= WebSocket.OPEN) {
      socket.close(code);
    }
  }

  /**
   * @param {Connection} state
   * @param {number} code
   */
  #become(state, code) {
    if (state !== this.#state) {
      this.#state = state;
      this.owner.state(state, code);
    }
  }
}
