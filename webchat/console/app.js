/** What every room of the console shares: who is signed in, the REST interface, words, and notices. */
import { Api, ApiError } from '../shared/api.js';
import { fill, h } from '../shared/dom.js';
import { duration, firstLanguage, languageOf, localeOf, sentences } from '../shared/i18n.js';
import { load, save } from '../shared/storage.js';

/** @typedef {keyof typeof import('./texts_en.js').texts} Key */
/** @typedef {import('../shared/protocol').Language} Language */
/** @typedef {import('../shared/protocol').SignedIn} SignedIn */

/** @typedef {'desk' | 'articles' | 'people'} Right */

/** What has a name in the server's words. @typedef {'intent' | 'flow' | 'end' | 'call' | 'outcome' | 'choice' | 'reason' | 'fact'} Kind */

/** A part of the page that can be taken down again, or, where it stays, left for a while; `route` tells that it is shown, and what of it; `unsaved` is true while something would be lost. @typedef {{ element: HTMLElement, close?: () => void, leave?: () => void, route?: (rest: string[]) => void, unsaved?: () => boolean }} Room */

const LANGUAGE = 'deskbell.console.language';
/** Milliseconds that a notice stays. */
const NOTICE = 6_000;

export class App {
  /** @type {(key: Key, values?: Record<string, string | number>) => string} */
  t = (key) => key;
  /** @type {SignedIn | undefined} */
  user;
  /** Questions on their way from one room into the article kept at a place. @type {{ place: string, phrasings: { text: string, language: Language }[] } | undefined} */
  handed;
  /** @type {Record<string, string>} */
  #names = {};
  #timer = 0;

  /** @param {() => Promise<void>} signedOut asks for a sign-in */
  constructor(signedOut) {
    this.api = new Api(signedOut);
    /** @type {Language} */
    this.language = languageOf(String(load(LANGUAGE))) ?? firstLanguage(...navigator.languages);
    this.notices = h('div', { class: 'notices', role: 'status' });
  }

  /** Somebody is signed in. @param {SignedIn} user */
  welcome(user) {
    this.user = user;
    this.api.csrf = user.csrf;
  }

  /** Loads the words of a language, and remembers it. @param {Language} language */
  async speak(language) {
    const [{ texts }, { names }] = await (language === 'zh'
      ? Promise.all([import('./texts_zh.js'), import('./names_zh.js')])
      : Promise.all([import('./texts_en.js'), import('./names_en.js')]));
    this.language = language;
    this.t = sentences(texts);
    this.#names = names;
    document.documentElement.lang = localeOf(language);
    save(LANGUAGE, language);
  }

  /**
   * What the reader calls an intent, a flow, a reason and so on; one that an operator has added is shown as it is named.
   *
   * @param {Kind} kind
   * @param {string} name
   */
  named(kind, name) {
    return this.#names[`${kind}.${name}`] ?? name.replace(/[_-]/g, ' ');
  }

  /**
   * What the reader calls a value of a fact: an intent, a flow, or a choice that a flow offers; what the shopper wrote stays as it is.
   *
   * @param {string} fact
   * @param {string} value
   */
  valued(fact, value) {
    return fact === 'intent' || fact === 'flow' ? this.named(fact, value) : (this.#names[`value.${fact}.${value}`] ?? value);
  }

  /** Those names of a kind that the console has words for. @param {Kind} kind */
  names(kind) {
    return Object.keys(this.#names)
      .filter((key) => key.startsWith(`${kind}.`))
      .map((key) => key.slice(kind.length + 1));
  }

  /** Looks the session up and asks for a sign-in where it has ended; false where the server does not answer. */
  async renew() {
    try {
      this.api.csrf = (await this.api.get('session')).csrf;
      return true;
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 401 && this.user) {
        await this.api.signedOut();
        return true;
      }
      return false;
    }
  }

  /** @param {Right} right */
  may(right) {
    const role = this.user?.role;
    return role === 'admin' || role === { desk: 'agent', articles: 'editor', people: 'admin' }[right];
  }

  /**
   * Says something for a while.
   *
   * @param {string} text
   * @param {'good' | 'bad'} [tone]
   */
  say(text, tone = 'good') {
    clearTimeout(this.#timer);
    fill(this.notices, h('p', { class: tone }, text));
    this.#timer = setTimeout(() => fill(this.notices), NOTICE);
  }

  /** What a failure means for whoever caused it. @param {unknown} failure */
  why(failure) {
    const { t } = this;
    if (!(failure instanceof ApiError)) {
      throw failure;
    }
    switch (failure.status) {
      case 0:
        return t(failure.code === 'timeout' ? 'fail.timeout' : 'fail.offline');
      case 403:
        return t('fail.refused');
      case 404:
        return t('fail.gone');
      case 413:
        return t('fail.large');
      case 423:
        return t('in.locked', { time: duration(this.language, Number(failure.body['retryAfterSeconds'] ?? 60)) });
      case 429:
      case 503:
        return t('fail.busy');
      default:
        return t('fail.other', { why: failure.message || failure.code });
    }
  }

  /** @param {unknown} failure */
  sayWhy(failure) {
    this.say(this.why(failure), 'bad');
  }
}
