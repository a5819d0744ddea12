/**
 * The shopper's side of a conversation, without a pixel: what was said, what is on its way, who answers, and the truth
 * about the connection. What the shopper does goes through the outbox, so that it is sent once, even across reloads; a
 * gap in the numbers makes the conversation be read again. Longer than other modules because it is the one place where
 * every frame of the chat socket is sent or taken.
 */
import { languageOf } from '../shared/i18n.js';
import { Outbox, newId } from '../shared/outbox.js';
import { load, save } from '../shared/storage.js';
import { Socket } from '../shared/socket.js';
import { Transcript } from '../shared/transcript.js';
import { TypingSignal } from '../shared/typing.js';
import { memoryKey, NO_CONVERSATION, outboxPrefix, recall, remember } from './memory.js';

/** @typedef {import('../shared/protocol').ChatFrame} ChatFrame */
/** @typedef {import('../shared/protocol').Failure} Failure */
/** @typedef {import('../shared/protocol').Identity} Identity */
/** @typedef {import('../shared/protocol').KeyedFrame} KeyedFrame */
/** @typedef {import('../shared/protocol').Language} Language */
/** @typedef {import('../shared/protocol').Message} Message */
/** @typedef {import('./memory.js').Memory} Memory */

/** @typedef {'messages' | 'status' | 'connection' | 'typing' | 'language'} Change */
/**
 * @typedef {object} Listener
 * @property {(what: Change) => void} changed
 * @property {(message: Message) => void} [said] somebody has just said something
 * @property {(frame: KeyedFrame) => void} [done] a frame took effect
 * @property {(frame: KeyedFrame | undefined, failure: Failure) => void} [failed] a frame, or the hello, did not
 */

/** Milliseconds. */
const TICK = 1_000;
const TYPING_LASTS = 20_000;
const FIRST_WELCOME = 10_000;
const REPLAY_DRAWN = 100;

export class Chat {
  transcript = new Transcript('shopper');
  /** @type {import('../shared/protocol').Status} */
  status = { mode: 'bot' };
  /** @type {'bot' | 'agent' | undefined} */
  typing;
  /** True while old messages are coming in. */
  replaying = false;
  /** True where the server can send mail. */
  mail = false;
  /** Up to where whoever answers has received and read. */
  theirs = { delivered: 0, read: 0 };
  /** The error code for which the server will not have this page, until it is mended. */
  refusal = '';

  /** @type {Set<Listener>} */
  #listeners = new Set();
  #signal = new TypingSignal((on) => this.socket.send({ type: 'typing', on }));
  #conversation = '';
  #newest = 0;
  #behind = 0;
  #typingEnds = 0;
  #tick = 0;
  #redraw = 0;
  #resting = false;
  #welcomed = () => {};

  /**
   * @param {string} server the origin of the Deskbell server
   * @param {Language} language where the shopper has not chosen another
   * @param {Identity} [identity]
   */
  constructor(server, language, identity) {
    /** @type {string} */
    this.key = memoryKey(server);
    this.language = languageOf(this.memory.language) ?? language;
    this.identity = identity;
    this.outbox = new Outbox(outboxPrefix(this.key), () => this.#changed('messages'));
    /** @type {Socket<ChatFrame>} */
    this.socket = new Socket(`${server.replace(/^http/, 'ws')}/chat`, {
      hello: () => this.#hello(),
      frame: (frame) => this.#take(frame),
      state: (state) => this.#connection(state),
    });
    this.#ownedBy(identity?.user);
    addEventListener('storage', (event) => event.key === this.key && this.#otherTab());
  }

  /** @param {Listener} listener */
  listen(listener) {
    this.#listeners.add(listener);
  }

  /** @returns {Memory} */
  get memory() {
    return recall(this.key);
  }

  /** Words that are being written, kept for the next page. */
  get draft() {
    return String(load(`${this.key}.draft`) ?? '');
  }

  set draft(words) {
    save(`${this.key}.draft`, words === '' ? undefined : words);
  }

  /** Messages for the shopper that were not seen yet. */
  get unread() {
    const read = this.memory.read ?? 0;
    return this.transcript.messages.filter((m) => m.seq > read && m.from !== 'shopper' && !m.erased).length;
  }

  /** The transcript with what is on its way at its end. */
  get lines() {
    return this.transcript.lines(this.#underWay());
  }

  /** The quick replies that may be pressed now. */
  get choices() {
    const message = this.transcript.messages.at(-1);
    const answered = this.#underWay().some((entry) => !entry.failure);
    const open = message?.from === 'bot' && this.status.mode === 'bot' && !answered;
    return open && message.choices ? { message, choices: message.choices } : undefined;
  }

  /** Connects where there is something to take up or to send; a conversation begins with the first word. */
  wake() {
    if (this.#resting) {
      this.#resting = false;
      this.#otherTab();
    }
    if (this.memory.resume || this.outbox.entries.length > 0) {
      void this.begin();
    }
  }

  /** Lets go of the line until woken: the page shows this conversation no more. */
  rest() {
    this.#resting = true;
    clearTimeout(this.#tick);
    this.socket.stop();
  }

  /** Connects. Two tabs that begin at once share one conversation: the second waits for the first one's token. */
  async begin() {
    if (this.memory.resume || !navigator.locks) {
      this.socket.start();
    } else if (this.socket.state === 'idle') {
      await navigator.locks.request(`${this.key}.begin`, () => this.#first());
    }
  }

  async #first() {
    if (this.socket.state === 'idle') {
      await new Promise((resolve) => {
        this.#welcomed = () => resolve(undefined);
        setTimeout(resolve, FIRST_WELCOME);
        this.socket.start();
      });
    }
  }

  /** @param {string} text */
  say(text) {
    this.#signal.off();
    this.#put({ type: 'say', id: newId(), text }, text);
  }

  /**
   * @param {Message} message
   * @param {import('../shared/protocol').Choice} choice
   */
  choose(message, choice) {
    this.#put({ type: 'choose', id: newId(), message: message.seq, value: choice.value }, choice.label);
  }

  /** Asks for a person, once. */
  person() {
    if (!this.asked) {
      this.#put({ type: 'human', id: newId() });
    }
  }

  /** True while the wish for a person is on its way. */
  get asked() {
    return this.outbox.entries.some((entry) => entry.frame.type === 'human');
  }

  /**
   * @param {number} seq
   * @param {boolean} helpful
   * @param {string} [comment] why
   */
  rate(seq, helpful, comment) {
    remember(this.key, { rated: { ...this.memory.rated, [seq]: helpful } });
    this.#put({ type: 'rate', id: newId(), message: seq, helpful, ...(comment ? { comment } : {}) });
  }

  /**
   * Judges the whole conversation.
   *
   * @param {number} score 1 to 5
   * @param {string} comment
   */
  judge(score, comment) {
    remember(this.key, { judged: true });
    this.#put({ type: 'rate', id: newId(), score, ...(comment ? { comment } : {}) });
  }

  /** True where the shopper has judged the whole conversation. */
  get judged() {
    return this.memory.judged === true;
  }

  /**
   * @param {string} email
   * @param {string} text
   */
  leave(email, text) {
    this.#put({ type: 'leave', id: newId(), email, text }, text);
  }

  /**
   * Has the conversation sent.
   *
   * @param {string} email
   */
  post(email) {
    this.#put({ type: 'transcript', id: newId(), email });
  }

  end() {
    this.#put({ type: 'close', id: newId() });
  }

  /** Erases the conversation. */
  forget() {
    this.outbox.clear();
    this.#put({ type: 'forget', id: newId() });
  }

  /** Lets go of the conversation; what it did not take any more begins another. */
  renew() {
    this.socket.stop();
    const late = this.outbox.entries.filter((entry) => entry.failure?.code === 'conversation_closed');
    this.outbox.clear();
    remember(this.key, NO_CONVERSATION);
    this.#empty();
    for (const entry of late) {
      this.#put(entry.frame, entry.shown);
    }
  }

  /**
   * Another person at the same screen: what is visible of the last one goes. Signing in takes an anonymous conversation
   * along, and who is signed in already stays so.
   *
   * @param {Identity | undefined} identity
   */
  identify(identity) {
    if (this.refusal === '' && JSON.stringify(identity) === JSON.stringify(this.identity)) {
      return;
    }
    const awake = this.socket.state !== 'idle' || this.refusal !== '';
    this.identity = identity;
    this.refusal = '';
    if (this.#ownedBy(identity?.user)) {
      this.socket.stop();
      this.#empty();
    } else if (awake) {
      this.socket.restart();
    }
  }

  /** @param {Language} language */
  speak(language) {
    this.language = language;
    remember(this.key, { language });
    this.socket.send({ type: 'locale', locale: language });
    this.#changed('language');
  }

  /** The shopper is writing. */
  writing() {
    if (this.status.mode === 'human') {
      this.#signal.on();
    }
  }

  /** Everything here has been in front of the shopper's eyes. */
  seen() {
    const { last } = this.transcript;
    if (last > (this.memory.read ?? 0)) {
      remember(this.key, { read: last });
      this.socket.send({ type: 'read', seq: last });
      this.#changed('status');
    }
  }

  /** Sends again what failed. @param {string} id */
  retry(id) {
    const entry = this.outbox.settle(id);
    if (entry) {
      const fresh = entry.failure?.code === 'id_reused' ? newId() : id;
      this.outbox.put({ frame: { ...entry.frame, id: fresh }, at: entry.at, shown: entry.shown });
      this.#pump(false);
      this.#changed('messages');
    }
  }

  /** @param {string} id */
  discard(id) {
    this.outbox.settle(id);
    this.#changed('messages');
  }

  #underWay() {
    return this.outbox.entries.filter((entry) => entry.shown !== undefined);
  }

  /**
   * @param {KeyedFrame} frame
   * @param {string} [shown]
   */
  #put(frame, shown) {
    this.outbox.add(frame, shown);
    this.#pump(false);
    void this.begin();
    this.#changed('messages');
  }

  /** Sends what is due, and comes back every second while anything waits. @param {boolean} fresh */
  #pump(fresh) {
    for (const entry of this.outbox.due(Date.now(), fresh)) {
      if (this.socket.send(entry.frame)) {
        entry.sent = Date.now();
      }
    }
    if (this.typing && Date.now() > this.#typingEnds) {
      this.typing = undefined;
      this.#changed('typing');
    }
    clearTimeout(this.#tick);
    if (this.typing || this.outbox.entries.some((entry) => !entry.failure)) {
      this.#tick = setTimeout(() => {
        this.#pump(false);
        this.#changed('messages');
      }, TICK);
    }
  }

  #hello() {
    const { resume } = this.memory;
    return {
      type: 'hello',
      ...(resume ? { resume, after: this.transcript.last } : {}),
      locale: this.language,
      page: location.href.slice(0, 2000),
      ...(this.identity ? { identity: this.identity } : {}),
    };
  }

  /** Without a line nobody is known to be writing. @param {import('../shared/socket.js').Connection} state */
  #connection(state) {
    if (state !== 'online' && this.typing) {
      this.typing = undefined;
      this.#changed('typing');
    }
    this.#changed('connection');
  }

  /** @param {ChatFrame} frame */
  #take(frame) {
    switch (frame.type) {
      case 'welcome':
        return this.#welcome(frame);
      case 'message':
        return this.#message(frame);
      case 'ack':
        return this.#acknowledged(frame.id, frame.seq);
      case 'status':
        this.status = frame;
        this.#nobodyTypes(frame.mode);
        return this.#changed('status');
      case 'typing':
        this.typing = frame.on ? frame.from : undefined;
        this.#typingEnds = Date.now() + TYPING_LASTS;
        this.#pump(false);
        if (frame.from === 'bot') {
          this.#reached({ delivered: this.transcript.last, read: 0 });
        }
        return this.#changed('typing');
      case 'receipt':
        remember(this.key, { read: Math.max(frame.read, this.memory.read ?? 0) });
        this.#reached(frame.desk);
        return this.#changed('status');
      case 'pong':
        return this.#pong(frame.seq);
      case 'error':
        return this.#error(frame);
    }
  }

  /** @param {import('../shared/protocol').Seen | undefined} seen by whoever answers */
  #reached(seen) {
    if (seen) {
      const { delivered, read } = this.theirs;
      this.theirs = { delivered: Math.max(delivered, seen.delivered), read: Math.max(read, seen.read) };
      this.#changed('messages');
    }
  }

  /** @param {Extract<ChatFrame, { type: 'welcome' }>} frame */
  #welcome(frame) {
    if (this.#conversation !== '' && frame.conversation !== this.#conversation) {
      this.#empty();
    }
    this.#conversation = frame.conversation;
    this.#newest = frame.seq;
    this.#behind = 0;
    this.mail = frame.mail === true;
    this.replaying = this.transcript.last < frame.seq;
    this.status = { ...this.status, mode: frame.mode };
    remember(this.key, { resume: frame.resume, user: this.identity?.user });
    this.#welcomed();
    this.socket.ready();
    if (!frame.locale.startsWith(this.language)) {
      this.socket.send({ type: 'locale', locale: this.language });
    }
    this.#pump(true);
    this.#changed('messages');
  }

  /** @param {Message} message */
  #message(message) {
    if (!this.transcript.take(message, this.#underWay())) {
      this.socket.restart();
      return;
    }
    if (message.from === this.typing) {
      this.typing = undefined;
      this.#changed('typing');
    }
    const old = this.replaying;
    this.replaying &&= this.transcript.last < this.#newest;
    if (old || message.erased) {
      this.#redrawSoon();
    } else {
      this.#changed('messages');
      this.#tell((listener) => listener.said?.(message));
    }
  }

  /** Many messages at once are drawn together. */
  #redrawSoon() {
    this.#redraw ||= setTimeout(
      () => {
        this.#redraw = 0;
        this.#changed('messages');
      },
      this.replaying ? REPLAY_DRAWN : 0,
    );
  }

  /**
   * @param {string} id
   * @param {number} [seq]
   */
  #acknowledged(id, seq) {
    const entry = this.outbox.settle(id);
    if (!entry) {
      return;
    }
    if (seq !== undefined && entry.shown !== undefined) {
      this.transcript.accepted(entry, seq);
    }
    if (entry.frame.type === 'forget') {
      this.renew();
    } else if (entry.frame.type === 'leave') {
      remember(this.key, { left: true });
    } else if (entry.frame.type === 'close') {
      this.status = { ...this.status, mode: 'closed' };
      this.#nobodyTypes('closed');
    }
    this.#tell((listener) => listener.done?.(entry.frame));
    this.#changed('messages');
  }

  /** @param {import('../shared/protocol').Mode} mode */
  #nobodyTypes(mode) {
    if (this.typing && (mode === 'closed' || mode === 'waiting')) {
      this.typing = undefined;
      this.#changed('typing');
    }
  }

  /**
   * Behind twice in a row: an event was lost, not just slow.
   *
   * @param {number} seq
   */
  #pong(seq) {
    this.#behind = seq > this.transcript.last ? this.#behind + 1 : 0;
    if (this.#behind > 1) {
      this.socket.restart();
    }
  }

  /** @param {Extract<ChatFrame, { type: 'error' }>} frame */
  #error(frame) {
    const entry = frame.id === undefined ? undefined : this.outbox.get(frame.id);
    if (!entry) {
      this.#helloRefused(frame);
    } else if (frame.retryAfterSeconds !== undefined) {
      entry.notBefore = Date.now() + frame.retryAfterSeconds * 1000;
      entry.sent = undefined;
    } else if (entry.shown !== undefined && entry.frame.type !== 'choose') {
      this.outbox.put({ ...entry, failure: { code: frame.code, message: frame.message } });
    } else {
      this.outbox.settle(entry.frame.id);
    }
    if (entry && frame.code === 'conversation_closed') {
      this.status = { ...this.status, mode: 'closed' };
    }
    this.#tell((listener) => listener.failed?.(entry?.frame, frame));
    this.#changed('messages');
  }

  /** @param {Failure} failure */
  #helloRefused(failure) {
    if (failure.code === 'unknown_resume') {
      remember(this.key, NO_CONVERSATION);
      this.#empty();
      this.socket.restart();
    } else if (failure.code === 'conversation_closed') {
      this.renew();
    } else if (failure.code.startsWith('identity_')) {
      this.refusal = failure.code;
      this.socket.stop();
    } else if (failure.retryAfterSeconds !== undefined) {
      this.socket.pause(failure.retryAfterSeconds);
    }
  }

  /** Another tab began, ended or erased the conversation, read on, or switched the language. */
  #otherTab() {
    if (this.#resting) {
      return;
    }
    const { resume, language } = this.memory;
    if (resume && this.#conversation === '') {
      this.socket.start();
    } else if (!resume && this.#conversation !== '') {
      this.socket.stop();
      this.#empty();
    }
    if (language && language !== this.language) {
      this.language = language;
      this.#changed('language');
    }
    this.#changed('status');
  }

  /**
   * Forgets what belongs to somebody else; true where it did.
   *
   * @param {string | undefined} user
   */
  #ownedBy(user) {
    const { user: before } = this.memory;
    const foreign = before !== undefined && before !== user;
    if (foreign) {
      this.outbox.clear();
      this.draft = '';
      remember(this.key, { ...NO_CONVERSATION, user: undefined });
    }
    return foreign;
  }

  #empty() {
    this.transcript = new Transcript('shopper');
    this.status = { mode: 'bot' };
    this.typing = undefined;
    this.theirs = { delivered: 0, read: 0 };
    this.replaying = false;
    this.#conversation = '';
    this.#changed('messages');
  }

  /** @param {Change} what */
  #changed(what) {
    this.#tell((listener) => listener.changed(what));
  }

  /** @param {(listener: Listener) => void} news */
  #tell(news) {
    for (const listener of this.#listeners) {
      news(listener);
    }
  }
}
