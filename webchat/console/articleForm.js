/**
 * An article in one language: its fields, draft and publication. What is not saved is kept in the browser, so that neither
 * a lost session nor a reload nor another editor takes it away.
 */
import { ApiError } from '../shared/api.js';
import { attribute, fill, h } from '../shared/dom.js';
import { LANGUAGE_NAMES, localeOf } from '../shared/i18n.js';
import { markdown } from '../shared/markdown.js';
import { load, save } from '../shared/storage.js';
import { button, field } from './ui.js';

/** @typedef {import('../shared/protocol').Article} Article */
/** @typedef {import('../shared/protocol').ArticleFields} ArticleFields */
/** @typedef {'question' | 'also' | 'intent' | 'tags' | 'review' | 'answer'} Name */

const KEPT = 'deskbell.edit.';

export class ArticleForm {
  /** When it was changed last, in milliseconds. */
  touched = 0;
  /** @type {Article | undefined} as the server has it */
  #server;
  /** The fields as they were loaded, to tell a change by. */
  #clean = '';
  #busy = false;

  /**
   * @param {import('./app.js').App} app
   * @param {import('../shared/protocol').Language} language
   * @param {(quiet?: boolean) => string | undefined} id the article's name; undefined where it has none yet, which is said
   *   at its field unless quiet
   * @param {(id: string) => void} saved
   */
  constructor(app, language, id, saved) {
    this.app = app;
    this.language = language;
    this.id = id;
    this.saved = saved;
    this.fields = this.#fields();
    this.state = h('span', { class: 'tag' });
    this.preview = h('div', { class: 'preview', hidden: true });
    this.banner = h('div', { class: 'banner', hidden: true, role: 'alert' });
    this.buttons = h('div', { class: 'actions' });
    this.element = h(
      'form',
      {
        class: 'side-form',
        lang: localeOf(language),
        'aria-label': LANGUAGE_NAMES[language],
        novalidate: true,
        oninput: () => this.#typed(),
        onsubmit: (/** @type {Event} */ event) => event.preventDefault(),
      },
      h('h2', {}, LANGUAGE_NAMES[language], ' ', this.state),
      this.banner,
      this.fields.question.element,
      this.fields.also.element,
      this.#answer(),
      h('div', { class: 'small-fields', lang: localeOf(app.language) }, this.fields.intent.element, this.fields.tags.element, this.fields.review.element),
      this.buttons,
    );
  }

  /** True where something is written that the server does not have. */
  get edited() {
    return JSON.stringify(this.#read()) !== this.#clean;
  }

  /** What the editor shows, as the server takes it for a trial. */
  draft() {
    return { id: this.id(true) ?? 'unnamed', language: this.language, fields: this.#read() };
  }

  /** Nothing written yet. */
  blank() {
    this.#show(undefined);
    return Promise.resolve(false);
  }

  /** Reads it from the server; false where this language is not written yet. */
  async load() {
    try {
      this.#show(await this.app.api.get(this.#path()));
      return true;
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 404) {
        return this.blank();
      }
      throw failure;
    }
  }

  #fields() {
    const { t } = this.app;
    const id = (/** @type {Name} */ name) => `${this.language}-${name}`;
    return {
      question: field(id('question'), t('art.question'), h('input')),
      also: field(id('also'), t('art.also'), h('textarea', { rows: '5' }), t('art.also.hint')),
      intent: field(id('intent'), t('art.intent'), h('input', { autocapitalize: 'none', spellcheck: 'false' })),
      tags: field(id('tags'), t('art.tags'), h('input'), t('art.tags.hint')),
      review: field(id('review'), t('art.review'), h('input', { type: 'date' })),
      answer: field(id('answer'), t('art.answer'), h('textarea', { rows: '12' }), t('art.answer.hint')),
    };
  }

  #answer() {
    const { t } = this.app;
    const { element, input } = this.fields.answer;
    const tab = (/** @type {string} */ label, /** @type {boolean} */ seen) =>
      h('button', { type: 'button', 'aria-pressed': String(!seen), onclick: () => look(seen) }, label);
    const write = tab(t('art.write'), false);
    const read = tab(t('art.preview'), true);
    const look = (/** @type {boolean} */ seen) => {
      fill(this.preview, seen && markdown(input.value));
      this.preview.hidden = !seen;
      input.hidden = seen;
      attribute(write, 'aria-pressed', String(!seen));
      attribute(read, 'aria-pressed', String(seen));
    };
    element.insertBefore(this.preview, input.nextSibling);
    return h('div', { class: 'answer' }, h('div', { class: 'tabs' }, write, read), element);
  }

  /** @returns {ArticleFields} */
  #read() {
    const { question, also, intent, tags, review, answer } = this.fields;
    const list = (/** @type {string} */ text, /** @type {RegExp} */ by) => text.split(by).map((it) => it.trim()).filter(Boolean);
    return {
      question: question.input.value.trim(),
      also: list(also.input.value, /\n/),
      ...(intent.input.value.trim() ? { intent: intent.input.value.trim() } : {}),
      tags: list(tags.input.value, /[,，、]/),
      ...(review.input.value ? { review: review.input.value } : {}),
      answer: answer.input.value.trim(),
    };
  }

  /** @param {ArticleFields | undefined} content */
  #write(content) {
    const { question, also, intent, tags, review, answer } = this.fields;
    question.input.value = content?.question ?? '';
    also.input.value = (content?.also ?? []).join('\n');
    intent.input.value = content?.intent ?? '';
    tags.input.value = (content?.tags ?? []).join(this.language === 'zh' ? '，' : ', ');
    review.input.value = content?.review ?? '';
    answer.input.value = content?.answer ?? '';
  }

  /** @param {Article | undefined} article */
  #show(article) {
    this.#server = article;
    this.#write(article);
    this.#clean = JSON.stringify(this.#read());
    const kept = /** @type {{ version: number, fields: ArticleFields } | undefined} */ (load(this.#key()));
    if (kept && JSON.stringify(kept.fields) !== this.#clean) {
      this.#write(kept.fields);
      this.touched = Date.now();
      this.#restored(kept.version);
    } else {
      this.#quiet();
    }
    this.#stand();
  }

  /** @param {number} version that the kept words began from */
  #restored(version) {
    const { t } = this.app;
    if (this.#server && version !== this.#server.version) {
      this.#conflict(this.#server);
    } else {
      this.#tell(t('art.restored'), button(t('art.undo'), () => this.#revert(), 'quiet'));
    }
  }

  #typed() {
    this.touched = Date.now();
    save(this.#key(), this.edited ? { version: this.#server?.version ?? 0, fields: this.#read() } : undefined);
    this.#stand();
  }

  #revert() {
    save(this.#key(), undefined);
    this.#show(this.#server);
  }

  async #save() {
    const fields = this.#read();
    const id = this.id();
    if (id === undefined) {
      return undefined;
    }
    const { api } = this.app;
    const body = { ...fields, version: this.#server?.version };
    const kept = this.#key();
    const answer = this.#server ? await api.put(this.#path(), body) : await api.post('articles', { id, language: this.language, ...fields });
    save(kept, undefined);
    return { ...this.#server, ...fields, id, language: this.language, version: answer.version ?? 1, draft: true };
  }

  /**
   * Runs one change at a time and says how it went.
   *
   * @param {() => Promise<Article | undefined>} change gives the article as it is now
   * @param {import('./app.js').Key} done
   */
  async #do(change, done) {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    Object.values(this.fields).forEach((it) => it.wrong(''));
    try {
      const article = await change();
      if (article) {
        this.#show(article);
        this.app.say(this.app.t(done));
        this.saved(article.id);
      }
    } catch (failure) {
      this.#failed(failure);
    } finally {
      this.#busy = false;
      this.#stand();
    }
  }

  #publish() {
    return this.#do(async () => {
      const article = this.edited || !this.#server ? await this.#save() : this.#server;
      if (!article) {
        return undefined;
      }
      this.#server = article;
      const { version } = await this.app.api.post(`${this.#path()}/publish`, { version: article.version });
      return { ...article, version: version ?? article.version, draft: false, published: article };
    }, 'art.published');
  }

  #discard() {
    return this.#do(async () => {
      await this.app.api.delete(`${this.#path()}/draft`, { version: this.#server?.version });
      save(this.#key(), undefined);
      return this.app.api.get(this.#path());
    }, 'art.discarded');
  }

  /** @param {unknown} failure */
  #failed(failure) {
    if (failure instanceof ApiError && failure.status === 409 && failure.body['current']) {
      this.#conflict(/** @type {Article} */ (failure.body['current']));
      return;
    }
    const fields = failure instanceof ApiError ? failure.fields : [];
    const known = fields.filter(({ field: name }) => name.replace(/[[.].*/, '') in this.fields);
    for (const { field: name, rule } of known) {
      this.fields[/** @type {Name} */ (name.replace(/[[.].*/, ''))].wrong(rule);
    }
    if (known.length > 0) {
      this.app.say(this.app.t('art.invalid'), 'bad');
      this.element.querySelector(/** @type {'input'} */ ('[aria-invalid]'))?.focus();
    } else {
      this.app.sayWhy(failure);
    }
  }

  /** @param {Article} current theirs */
  #conflict(current) {
    const { t } = this.app;
    this.#tell(
      t('art.conflict'),
      h('details', {}, h('summary', {}, t('art.conflict.show')), h('p', {}, h('strong', {}, current.question)), h('div', { class: 'preview' }, markdown(current.answer))),
      button(t('art.conflict.mine'), () => void this.#mine(current)),
      button(t('art.conflict.theirs'), () => this.#theirs(current)),
    );
  }

  /** @param {Article} current */
  #mine(current) {
    this.#server = current;
    return this.#do(() => this.#save(), 'art.saved');
  }

  /** @param {Article} current */
  #theirs(current) {
    save(this.#key(), undefined);
    this.#show(current);
  }

  /** @param {...(Node | string)} content */
  #tell(...content) {
    fill(this.banner, ...content);
    this.banner.hidden = false;
  }

  #quiet() {
    fill(this.banner);
    this.banner.hidden = true;
  }

  /** Says how it stands and offers what can be done. */
  #stand() {
    const { t } = this.app;
    const server = this.#server;
    const state = this.edited ? 'edited' : !server ? 'new' : server.draft ? 'draft' : 'published';
    fill(this.state, t(`art.state.${state}`));
    this.state.className = `tag ${state}`;
    const shape = `${state} ${server?.published !== undefined} ${this.#busy}`;
    if (this.buttons.dataset['shape'] !== shape) {
      this.buttons.dataset['shape'] = shape;
      fill(
        this.buttons,
        server?.draft && server.published && button(t('art.discard'), () => void this.#discard(), 'quiet'),
        button(t('art.save'), () => void this.#do(() => this.#save(), 'art.saved')),
        button(t('art.publish'), () => void this.#publish(), 'primary'),
      );
    }
  }

  /** What is not saved of a new article goes along when it gets its name. @param {string} id */
  carry(id) {
    if (this.edited) {
      save(`${KEPT}${id}.${this.language}`, { version: 0, fields: this.#read() });
      save(`${KEPT}new.${this.language}`, undefined);
    }
  }

  #key() {
    const id = location.hash.endsWith('/new') ? 'new' : (this.#server?.id ?? this.id(true));
    return `${KEPT}${id}.${this.language}`;
  }

  #path() {
    return `articles/${encodeURIComponent(this.#server?.id ?? this.id(true) ?? '')}/${this.language}`;
  }
}
