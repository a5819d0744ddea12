/** What every room of the console shares: who is signed in, the REST interface, words, and notices. */
import { Api, ApiError } from '../shared/api.js';
import { fill, h } from '../shared/dom.js';
import { firstLanguage, languageOf, localeOf, sentences } from '../shared/i18n.js';
import { load, save } from '../shared/storage.js';

/** @typedef {keyof typeof import('./texts_en.js').texts} Key */
/** @typedef {import('../shared/protocol').Language} Language */
/** @typedef {import('../shared/protocol').SignedIn} SignedIn */

/** @typedef {'desk' | 'articles' | 'people'} Right */

/** A part of the page that can be taken down again. @typedef {{ element: HTMLElement, close?: () => void, route?: (rest: string[]) => void }} Room */

const LANGUAGE = 'deskbell.console.language';
/** Milliseconds that a notice stays. */
const NOTICE = 6_000;

export class App {
  /** @type {(key: Key, values?: Record<string, string | number>) => string} */
  t = (key) => key;
  /** @type {SignedIn | undefined} */
  user;
  #timer = 0;

  /** @param {() => Promise<void>} signedOut asks for a sign-in */
  constructor(signedOut) {
    this.api = new Api(signedOut);
    /** @type {Language} */
    this.language = languageOf(String(load(LANGUAGE))) ?? firstLanguage(...navigator.languages);
    this.notices = h('div', { class: 'notices', role: 'status' });
  }

  /** Loads the words of a language, and remembers it. @param {Language} language */
  async speak(language) {
    const { texts } = language === 'zh' ? await import('./texts_zh.js') : await import('./texts_en.js');
    this.language = language;
    this.t = sentences(texts);
    document.documentElement.lang = localeOf(language);
    save(LANGUAGE, language);
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
