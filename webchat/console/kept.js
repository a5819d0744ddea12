/** What is written but not saved, kept in the browser: a lost session, a reload or another editor take nothing away. */
import { load, save } from '../shared/storage.js';

/** @typedef {import('../shared/protocol').ArticleFields} ArticleFields */

const PREFIX = 'deskbell.edit.';

/** The place of an article that has no name yet. */
export const UNNAMED = 'new';

export class Kept {
  /** @param {import('../shared/protocol').Language} language */
  constructor(language) {
    this.language = language;
  }

  /**
   * @param {string} id
   * @returns {{ version: number, fields: ArticleFields } | undefined} with the version that the words began from
   */
  load(id) {
    return /** @type {{ version: number, fields: ArticleFields } | undefined} */ (load(this.#key(id)));
  }

  /**
   * @param {string} id
   * @param {number} version
   * @param {ArticleFields} fields
   */
  keep(id, version, fields) {
    save(this.#key(id), { version, fields });
  }

  /** @param {string} id */
  drop(id) {
    save(this.#key(id), undefined);
  }

  /** @param {string} id */
  #key(id) {
    return `${PREFIX}${id}.${this.language}`;
  }
}

/** The name that an article is to get. */
export class KeptName {
  /** @param {string} place of the article */
  constructor(place) {
    this.key = `${PREFIX}${place}.name`;
  }

  load() {
    return /** @type {string | undefined} */ (load(this.key));
  }

  /** @param {string} name empty for none */
  keep(name) {
    save(this.key, name || undefined);
  }
}
