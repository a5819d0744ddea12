/** Tells the other side that somebody is writing: at most every few seconds, and when it stops. */

/** Milliseconds. */
const PAUSE = 3_000;

export class TypingSignal {
  #sent = 0;
  #end = 0;

  /** @param {(on: boolean) => void} send */
  constructor(send) {
    this.send = send;
  }

  /** A key was pressed. */
  on() {
    clearTimeout(this.#end);
    this.#end = setTimeout(() => this.off(), 2 * PAUSE);
    if (Date.now() - this.#sent > PAUSE) {
      this.#sent = Date.now();
      this.send(true);
    }
  }

  /** Nothing is being written any more. */
  off() {
    clearTimeout(this.#end);
    if (this.#sent > 0) {
      this.#sent = 0;
      this.send(false);
    }
  }
}
