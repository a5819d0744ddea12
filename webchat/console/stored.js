/** An article in one language as the server has it, and what the server can do with it. */
import { ApiError } from '../shared/api.js';

/** @typedef {import('../shared/protocol').Article} Article */
/** @typedef {import('../shared/protocol').ArticleFields} Content */
/** @typedef {import('../shared/protocol').ArticleStanding} Standing */

export class Stored {
  /** @type {Article | undefined} */
  article;
  /** @type {Standing | undefined} also of an article that is not there any more */
  standing;

  /**
   * @param {import('../shared/api.js').Api} api
   * @param {import('../shared/protocol').Language} language
   * @param {() => string | undefined} id the article's name; undefined where it has none yet
   */
  constructor(api, language, id) {
    this.api = api;
    this.language = language;
    this.id = id;
  }

  get path() {
    return `articles/${encodeURIComponent(this.id() ?? '')}/${this.language}`;
  }

  /** What a change has to name. */
  get version() {
    return this.standing?.version ?? 0;
  }

  /** Reads how it stands. */
  async read() {
    try {
      this.stands(await this.api.get(this.path));
    } catch (failure) {
      if (!(failure instanceof ApiError) || failure.status !== 404) {
        throw failure;
      }
      this.article = undefined;
      this.standing = /** @type {Standing | undefined} */ (failure.body['current']);
    }
  }

  /** It was seen to stand so. @param {Article} article */
  stands(article) {
    this.article = article;
    this.standing = article;
  }

  /** Saves a draft. @param {Content} content */
  async save(content) {
    if (this.article) {
      await this.api.put(this.path, { ...content, version: this.version });
    } else {
      await this.api.post('articles', { id: this.id(), language: this.language, ...content });
    }
    await this.read();
  }

  /** Puts the draft in force. */
  async publish() {
    await this.#change('post', '/publish');
  }

  /** Throws the draft away. */
  async discard() {
    await this.#change('delete', '/draft');
  }

  /** Leaves the edit as it is although the file has changed. */
  async keep() {
    await this.#change('post', '/keep');
  }

  /** Takes the article out. */
  async remove() {
    await this.#change('delete', '');
  }

  /** Puts the file's text in force again. */
  async revert() {
    await this.#change('post', '/revert');
  }

  /**
   * @param {'post' | 'delete'} method
   * @param {string} path below the article's
   */
  async #change(method, path) {
    await this.api[method](this.path + path, { version: this.version });
    await this.read();
  }
}
