/** Something that is done by one at a time: whoever asks for it meanwhile has it done once more afterwards, and waits for that. */
export class Rerun {
  #again = false;
  /** @type {Promise<void> | undefined} */
  #running;

  /** @param {() => Promise<void>} task says itself what fails */
  constructor(task) {
    this.task = task;
  }

  get running() {
    return this.#running !== undefined;
  }

  /** Done once the task has begun after this call, and ended. */
  ask() {
    this.#again = this.running;
    return (this.#running ??= this.#run());
  }

  async #run() {
    try {
      do {
        this.#again = false;
        await this.task();
      } while (this.#again);
    } finally {
      this.#running = undefined;
    }
  }
}
