/** An article in one language: what is written, how it stands on the server, and everything that can be done with it. */
import { ApiError } from '../shared/api.js';
import { fill, h } from '../shared/dom.js';
import { LANGUAGE_NAMES, localeOf } from '../shared/i18n.js';
import { ArticleActs } from './articleActs.js';
import { ArticleFields, asRead, normal } from './articleFields.js';
import { differences, history } from './articleHistory.js';
import { Banner, theirsOf } from './clash.js';
import { Kept } from './kept.js';
import { Stored } from './stored.js';
import { button, confirmed } from './ui.js';
import { whatIf } from './whatif.js';

/** @typedef {import('../shared/protocol').Article} Article */
/** @typedef {import('../shared/protocol').ArticleFields} Content */
/** @typedef {import('./app.js').Key} Key */

export class ArticleForm {
  /** When it was changed last, in milliseconds. */
  touched = 0;
  /** What the server has, to tell a change by. */
  #clean = '';
  #busy = false;

  /**
   * @param {import('./app.js').App} app
   * @param {import('../shared/protocol').Language} language
   * @param {string} place the article's name, or where one without a name is kept
   * @param {(quiet?: boolean) => string | undefined} id the article's name; undefined where it has none yet, which is said
   *   at its field unless quiet
   * @param {(id: string) => void} saved
   * @param {() => void} [taken] says that a new article's name is another one's
   */
  constructor(app, language, place, id, saved, taken) {
    this.app = app;
    this.language = language;
    this.place = place;
    this.id = id;
    this.saved = saved;
    this.taken = taken;
    this.kept = new Kept(language);
    this.stored = new Stored(app.api, language, () => id(true));
    this.fields = new ArticleFields(app, language);
    this.state = h('span', { class: 'tag' });
    this.banner = new Banner(localeOf(app.language));
    this.acts = new ArticleActs(app.t, localeOf(app.language));
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
      h('div', { class: 'side-head' }, h('h2', {}, LANGUAGE_NAMES[language], ' ', this.state), this.acts.rare),
      this.banner.element,
      ...this.fields.elements,
      this.acts.usual,
    );
  }

  /** True where something is written that the server does not have. */
  get edited() {
    return JSON.stringify(this.fields.read()) !== this.#clean;
  }

  /** True where something is written that shoppers do not get. */
  get pending() {
    return this.edited || this.stored.article?.draft === true;
  }

  /** What the editor shows, as the server takes it for a trial. */
  draft() {
    return { id: this.id(true) ?? 'unnamed', language: this.language, fields: this.fields.read() };
  }

  /** Nothing written yet. */
  blank() {
    this.#show();
    return Promise.resolve(false);
  }

  /** Reads it from the server; false where this language was never written. */
  async load() {
    await this.stored.read();
    this.#show();
    return this.stored.standing !== undefined;
  }

  /** Says that the other language was changed after this one. @param {import('../shared/protocol').Article | undefined} other */
  compare(other) {
    const { article } = this.stored;
    const behind = article && other?.ledAt !== undefined && (article.publishedAt ?? '') < other.ledAt;
    if (behind && this.banner.silent) {
      const { t } = this.app;
      const day = new Intl.DateTimeFormat(localeOf(this.app.language), { dateStyle: 'medium' }).format(new Date(other.ledAt ?? ''));
      const still = () =>
        this.#do(async () => {
          await this.stored.save(this.fields.read());
          await this.stored.publish();
        }, 'art.behind.done');
      this.banner.tell(t('art.behind.text', { language: LANGUAGE_NAMES[other.language], day }), button(t('art.behind.still'), () => void still()));
    }
  }

  /** Adds ways to ask, in view; the first one is the question where there is none. Gives how many were new. @param {string[]} questions */
  add(questions) {
    const fields = this.fields.read();
    const known = new Set([fields.question, ...fields.also].map((it) => it.toLowerCase()));
    const fresh = questions.filter((it) => !known.has(it.toLowerCase()));
    if (fresh.length > 0) {
      const question = fields.question || fresh[0] || '';
      this.fields.write({ ...fields, question, also: [...fields.also, ...fresh.filter((it) => it !== question)] });
      this.fields.showNewest();
      this.#typed();
    }
    return fresh.length;
  }

  /** What is not saved of a new article goes along when it gets its name. @param {string} id */
  carry(id) {
    if (this.edited) {
      this.kept.keep(id, this.stored.version, this.fields.read());
      this.kept.drop(this.place);
    }
  }

  /** Shows how it stands on the server, and what was written over it. */
  #show() {
    const { article, version } = this.stored;
    this.fields.write(article);
    this.#stands();
    const kept = this.kept.load(this.place);
    if (kept && JSON.stringify(kept.fields) !== this.#clean) {
      this.fields.write(kept.fields);
      this.touched = Date.now();
      if (article && kept.version !== version) {
        this.#conflict(article);
      } else {
        this.banner.tell(this.app.t('art.restored'), button(this.app.t('art.undo'), () => this.#undo(), 'quiet'));
      }
    }
    this.#draw();
  }

  /** Takes note of how it stands on the server; the fields stay as they are. */
  #stands() {
    const { t } = this.app;
    const { article, standing } = this.stored;
    const file = article?.merge;
    this.#clean = JSON.stringify(normal(article));
    if (file) {
      this.banner.tell(
        t('art.merge'),
        asRead(t, 'art.merge.show', file, this.language),
        button(t('art.merge.keep'), () => void this.#do(() => this.stored.keep(), 'art.merge.kept')),
        button(t('art.merge.take'), () => this.#use(file)),
      );
    } else if (standing?.deleted) {
      this.banner.tell(t(standing.shipped ? 'art.gone.shipped' : 'art.gone.own'));
    } else {
      this.banner.tell();
    }
  }

  #typed() {
    this.touched = Date.now();
    this.#keepUnsaved();
    this.#draw();
  }

  #keepUnsaved() {
    if (this.edited) {
      this.kept.keep(this.place, this.stored.version, this.fields.read());
    } else {
      this.kept.drop(this.place);
    }
  }

  #undo() {
    this.kept.drop(this.place);
    this.#show();
  }

  /** Puts another text into the fields, to be looked at and saved. @param {Content} content */
  #use(content) {
    this.fields.write(content);
    this.#typed();
    this.app.say(this.app.t('art.used'));
  }

  /**
   * Makes one change at a time and says how it went. What was typed meanwhile stays.
   *
   * @param {() => Promise<void>} change
   * @param {Key} done
   */
  async #do(change, done) {
    const id = this.id();
    if (this.#busy || id === undefined || !this.#fits()) {
      return;
    }
    this.#busy = true;
    this.fields.fine();
    this.#draw();
    try {
      await change();
      this.#stands();
      this.#keepUnsaved();
      this.app.say(this.app.t(done));
      this.saved(id);
    } catch (failure) {
      await this.#failed(failure);
    } finally {
      this.#free();
    }
  }

  #fits() {
    const fits = this.fields.fits();
    if (!fits) {
      this.app.say(this.app.t('art.invalid'), 'bad');
    }
    return fits;
  }

  async #publish() {
    if (this.edited || !this.stored.article) {
      await this.stored.save(this.fields.read());
    }
    await this.stored.publish();
  }

  /** Shows which answers would change; nothing is saved. */
  async #whatIf() {
    if (!this.#fits()) {
      return;
    }
    this.#busy = true;
    this.fields.fine();
    this.#draw();
    try {
      await whatIf(this.app, { draft: this.draft() }, () => this.#free());
    } catch (failure) {
      await this.#failed(failure);
    } finally {
      this.#free();
    }
  }

  #free() {
    this.#busy = false;
    this.#draw();
  }

  /**
   * Goes back to what the server has, once the editor has agreed where that takes something from shoppers.
   *
   * @param {'discard' | 'remove' | 'revert'} what
   */
  async #back(what) {
    const { t } = this.app;
    if (what === 'discard' || (await confirmed(t(`art.${what}.title`), t(`art.${what}.text`), t('talk.cancel'), t(`art.${what}`)))) {
      await this.#do(async () => {
        await this.stored[what]();
        this.fields.write(this.stored.article);
      }, `art.${what}.done`);
    }
  }

  async #history() {
    try {
      const content = await history(this.app, this.stored.path, this.language);
      if (content) {
        this.#use(content);
      }
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  /** @param {unknown} failure */
  async #failed(failure) {
    /** @type {Article | null | undefined} */
    const theirs = theirsOf(failure);
    if (theirs && this.taken) {
      this.taken();
    } else if (theirs && this.edited) {
      this.#conflict(theirs);
    } else if (theirs) {
      this.#overtaken(theirs);
    } else if (theirs === null || (failure instanceof ApiError && failure.status === 404)) {
      await this.#gone();
    } else if (failure instanceof ApiError && this.fields.wrong(failure.fields)) {
      this.app.say(this.app.t('art.invalid'), 'bad');
    } else {
      this.app.sayWhy(failure);
    }
  }

  /** Somebody else changed what was only read here: this is how it stands now. @param {Article} current theirs */
  #overtaken(current) {
    this.stored.stands(current);
    this.#show();
    if (this.banner.silent) {
      this.banner.tell(this.app.t('art.overtaken'));
    } else {
      this.app.say(this.app.t('art.overtaken'), 'bad');
    }
  }

  /** Somebody else deleted it: what was written here stays, and brings it back where it is saved. */
  async #gone() {
    const { edited } = this;
    try {
      await this.stored.read();
    } catch (failure) {
      this.app.sayWhy(failure);
      return;
    }
    if (edited) {
      this.#stands();
      this.#keepUnsaved();
      this.banner.tell(this.app.t('art.conflict.gone'));
    } else {
      this.#show();
      this.app.say(this.app.t('art.overtaken'), 'bad');
    }
  }

  /** Somebody else saved over what is being written: neither is lost. @param {Article} current theirs */
  #conflict(current) {
    const { t } = this.app;
    const mine = () => {
      this.stored.stands(current);
      return this.#do(() => this.stored.save(this.fields.read()), 'art.saved');
    };
    const theirs = () => {
      this.stored.stands(current);
      this.#undo();
    };
    this.banner.clash(t, t('art.conflict'), this.#seen(current), () => void mine(), theirs);
  }

  /** Theirs to be read, and what of it is other than what is written here at that moment. @param {Article} current */
  #seen(current) {
    const { t } = this.app;
    const compared = h('div');
    const compare = () => {
      const differing = differences(this.app, current, this.fields.read(), this.language);
      fill(compared, ...(differing.length > 0 ? differing : [t('clash.same')]));
    };
    const difference = h('details', { ontoggle: compare }, h('summary', {}, t('art.conflict.difference')), compared);
    return h('div', { class: 'theirs' }, asRead(t, 'art.conflict.show', current, this.language), difference);
  }

  /** Says how it stands and offers what can be done. */
  #draw() {
    const { t } = this.app;
    const { article, standing } = this.stored;
    const state = this.edited ? 'edited' : standing?.deleted ? 'deleted' : !article ? 'new' : article.draft ? 'draft' : 'published';
    fill(this.state, t(`art.state.${state}`));
    this.state.className = `tag ${state}`;
    this.acts.offer(
      [
        standing && { label: 'art.history', act: () => void this.#history() },
        article && { label: 'art.remove', act: () => void this.#back('remove'), kind: 'quiet danger' },
        // last what goes once it is pressed: nothing else comes under the pointer then
        standing?.edited && { label: 'art.revert', act: () => void this.#back('revert') },
        article?.draft && article.published && { label: 'art.discard', act: () => void this.#back('discard') },
      ],
      [
        state !== 'published' && state !== 'deleted' && { label: 'if.ask', act: () => void this.#whatIf() },
        { label: 'art.save', act: () => void this.#do(() => this.stored.save(this.fields.read()), 'art.saved'), kind: 'plain' },
        { label: 'art.publish', act: () => void this.#do(() => this.#publish(), 'art.published'), kind: 'primary' },
      ],
    );
    this.acts.wait(this.#busy);
  }
}
