/**
 * One conversation as an agent has it open: read once, then live over the desk's socket, read on where a number is missing.
 * Replies wait in an outbox until they are acknowledged.
 */
import { ApiError } from '../shared/api.js';
import { newId } from '../shared/outbox.js';
import { Rerun } from '../shared/rerun.js';
import { Transcript } from '../shared/transcript.js';

/** @typedef {import('../shared/protocol').DeskFrame} DeskFrame */
/** @typedef {import('../shared/protocol').Mode} Mode */
/** @typedef {import('../shared/protocol').Note} Note */
/** @typedef {import('../shared/protocol').Rating} Rating */

/** Milliseconds that a change of hands waits for replies under way at most. */
const PATIENCE = 3_000;

export class Talk {
  transcript = new Transcript('agent');
  /** @type {import('../shared/protocol').Conversation | undefined} */
  head;
  typing = false;
  gone = false;
  delivered = 0;
  read = 0;
  /** Called whenever something has changed, so also when a reply has arrived. */
  #arrived = () => {};
  #reading = new Rerun(() => this.#read());
  /** True once the server was asked, on the line of the moment, to tell what happens. */
  #watched = false;
  #told = { received: 0, read: 0 };

  /**
   * @param {import('./app.js').App} app
   * @param {import('./line.js').Line} line
   * @param {string} id
   * @param {() => void} changed
   */
  constructor(app, line, id, changed) {
    this.app = app;
    this.line = line;
    this.id = id;
    this.changed = () => {
      changed();
      this.#arrived();
    };
  }

  /** True where the person who is signed in answers it. */
  get mine() {
    return this.head?.mode === 'human' && this.head.agent === this.app.user?.name;
  }

  /** Everything said, with the notes where they were written, and at the end what the shopper thought of it. @returns {(import('../shared/transcript.js').Line & { note?: Note, rating?: Rating })[]} */
  get lines() {
    const notes = [...(this.head?.notes ?? [])];
    const lines = this.transcript.lines(this.#underWay()).flatMap((line) => {
      const at = line.message?.at ?? '';
      // what is under way comes after all that is there
      const before = line.entry ? -1 : notes.findIndex((note) => at === '' || Date.parse(note.at) >= Date.parse(at));
      return [...notes.splice(0, before < 0 ? notes.length : before).map(noted), line];
    });
    const whole = this.rating(undefined);
    return [...lines, ...notes.map(noted), ...(whole ? [{ key: 'rating', rating: whole }] : [])];
  }

  /** What the shopper thought of an answer, or of the whole. @param {number | undefined} seq */
  rating(seq) {
    return this.head?.ratings?.find(({ message }) => message === seq);
  }

  /** True where the shopper has had everything deleted. */
  get erased() {
    return this.transcript.messages.some((message) => message.erased);
  }

  /** The line is a new one, on which nothing is told yet. */
  welcome() {
    this.#watched = false;
    return this.catchUp();
  }

  /** Reads what is new, then listens; where something changes while that is read, reads again. */
  catchUp() {
    return this.#reading.ask();
  }

  async #read() {
    try {
      // a long conversation comes in pages
      while (await this.#page());
      this.#watched ||= this.line.watch(this.id, this.transcript.last);
    } catch (failure) {
      // an address that is none leads nowhere either
      this.gone = failure instanceof ApiError && (failure.status === 404 || failure.status === 400);
      if (!this.gone) {
        this.app.sayWhy(failure);
      }
    } finally {
      this.changed();
    }
  }

  /** Reads the next messages; true where there are more. */
  async #page() {
    /** @type {import('../shared/protocol').Conversation} */
    const head = await this.app.api.get(`conversations/${encodeURIComponent(this.id)}?after=${this.transcript.last}`);
    this.head = { ...head, ...latest(this.head, head) };
    this.#seen(head);
    for (const message of head.messages) {
      this.transcript.take(message, this.#underWay());
    }
    return head.messages.length > 0 && this.transcript.last < (head.seq ?? 0);
  }

  /** The shopper has received and read so far; what was heard before counts where it is more. @param {{ delivered?: number, read?: number }} how */
  #seen({ delivered = 0, read = 0 }) {
    this.delivered = Math.max(this.delivered, delivered);
    this.read = Math.max(this.read, read);
  }

  /** Tells how far it is here, or, where its agent looks at it, how far it is read. @param {boolean} looked */
  tell(looked) {
    const { last } = this.transcript;
    const mode = this.head?.mode;
    const type = looked && this.mine ? 'read' : 'received';
    if ((mode === 'waiting' || mode === 'human') && last > this.#told[type] && this.line.has(type, this.id, last)) {
      this.#told = { received: last, read: type === 'read' ? last : this.#told.read };
    }
  }

  close() {
    this.line.unwatch(this.id);
  }

  /** @param {DeskFrame} frame about this conversation */
  take(frame) {
    switch (frame.type) {
      case 'message':
        if (!this.transcript.take(frame, this.#underWay())) {
          void this.catchUp();
        }
        this.typing &&= frame.from !== 'shopper';
        if (frame.erased) {
          // what is known of the shopper is gone as well
          void this.catchUp();
        }
        break;
      case 'mode':
        if (this.head) {
          this.head = { ...this.head, ...latest(this.head, frame) };
        }
        if (this.#reading.running) {
          // what is being read may be older
          void this.catchUp();
        }
        break;
      case 'typing':
        if (frame.from === 'shopper') {
          this.typing = frame.on;
        }
        break;
      case 'watching':
        // something may have happened between reading and listening
        void this.catchUp();
        break;
      case 'changed':
        void this.catchUp();
        break;
      case 'receipt':
        this.#seen(frame);
        break;
      default:
        break;
    }
    this.changed();
  }

  /**
   * @param {import('../shared/outbox.js').Entry} entry
   * @param {number} seq
   */
  accepted(entry, seq) {
    this.transcript.accepted(entry, seq);
    this.changed();
  }

  /** @param {string} text */
  reply(text) {
    const epoch = this.head?.epoch ?? 0;
    this.line.put({ type: 'reply', id: newId(), conversation: this.id, epoch, text }, text);
    this.changed();
  }

  /**
   * Asks the server for a change of hands, and shows how it stands afterwards, whether it worked or not.
   *
   * @param {string} path
   * @param {'talk.taken' | 'talk.changed'} late what a conflict means
   * @param {object} [more] of the request
   * @returns {Promise<string>} the code of what failed, empty for nothing
   */
  async change(path, late, more = {}) {
    const { app } = this;
    await this.#replied();
    const epoch = this.head?.epoch;
    /** @type {unknown} */
    let why;
    let failed = '';
    try {
      await app.api.post(path, path.startsWith('tickets') ? {} : { ...more, epoch });
    } catch (failure) {
      why = failure;
      failed = failure instanceof ApiError ? failure.code : 'unknown';
    }
    await this.catchUp();
    if (why instanceof ApiError && why.status === 409) {
      app.say(this.#conflict(failed, late), 'bad');
    } else if (why && (this.head?.epoch === epoch || this.mine !== (late === 'talk.taken'))) {
      app.sayWhy(why);
    } else {
      // an answer that was lost on the way was a yes, where the conversation has changed hands as asked
      failed = '';
    }
    return failed;
  }

  /**
   * Waits a while for what was written just before, which a change of hands would turn away: it goes another way, and may overtake.
   *
   * @returns {Promise<void>}
   */
  #replied() {
    return new Promise((resolve) => {
      const late = setTimeout(resolve, PATIENCE);
      this.#arrived = () => {
        if (this.#underWay().every((entry) => entry.failure || entry.seq !== undefined)) {
          this.#arrived = () => {};
          clearTimeout(late);
          resolve();
        }
      };
      this.#arrived();
    });
  }

  /**
   * Why a change of hands was refused, now that it is known how things stand.
   *
   * @param {string} code
   * @param {'talk.taken' | 'talk.changed'} late
   */
  #conflict(code, late) {
    const { t } = this.app;
    const { mode, agent } = this.head ?? {};
    if (code === 'full' || code === 'absent') {
      return t(`talk.${code}`);
    }
    if (mode === 'closed') {
      return t('talk.over');
    }
    return late === 'talk.taken' && mode === 'human' && agent ? t(late, { agent }) : t('talk.changed');
  }

  #underWay() {
    return this.line.outbox.entries.filter(
      (entry) => entry.frame.type === 'reply' && entry.frame.conversation === this.id,
    );
  }
}

/**
 * In whose hands a conversation is, by the later of two epochs: what was asked for before a change of hands may arrive after it.
 *
 * @param {{ mode: Mode, epoch: number, agent?: string | undefined } | undefined} known
 * @param {{ mode: Mode, epoch: number, agent?: string | undefined }} told
 */
function latest(known, told) {
  const { mode, epoch, agent } = known && known.epoch > told.epoch ? known : told;
  return { mode, epoch, agent };
}

/** @param {Note} note */
function noted(note) {
  return { key: `note-${note.number}`, note };
}
