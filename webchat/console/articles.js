/** The knowledge room: the list, an article in both languages side by side, and "ask as a shopper" always in view. */
import { ApiError } from '../shared/api.js';
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { ownFirst } from '../shared/i18n.js';
import { ArticleForm } from './articleForm.js';
import { ArticleList } from './articleList.js';
import { AskBox } from './ask.js';
import { KeptName, UNNAMED } from './kept.js';
import { refuseHuge } from './paste.js';
import { ICONS, button, empty, field } from './ui.js';

/** The address of an article that does not exist yet. */
const NEW = 'new';
const NAME = /^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/;

export class ArticleRoom {
  /** @type {string | undefined} */
  #id;
  #proposed = '';
  /** @type {ArticleForm[]} */
  #forms = [];
  #left = false;
  /** True where the article was chosen in the list. */
  #chosen = false;

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    this.list = new ArticleList(app);
    this.ask = new AskBox(app, (language) => this.#unsaved(language));
    this.editor = h('section', { class: 'editor', 'aria-label': app.t('art.title') });
    this.element = h('div', { class: 'knowledge' }, this.list.element, this.editor, this.ask.element);
    void this.list.load();
  }

  /** @param {string[]} rest the article's name; `new` with a name to begin with, if any */
  route([id, proposed = '']) {
    this.#chosen = this.list.element.contains(document.activeElement) && document.activeElement?.matches('a') === true;
    this.list.choose(id);
    attribute(this.element, 'data-open', id ? 'true' : null);
    const back = this.#left;
    this.#left = false;
    if (back) {
      void this.list.load();
    }
    if (back || id !== this.#id || proposed !== this.#proposed || !this.editor.firstChild) {
      this.#id = id;
      this.#proposed = proposed;
      void this.#open(id, proposed);
    }
  }

  /** Whoever comes back gets everything as it is by then; what was looked for and asked stays. */
  leave() {
    this.#left = true;
  }

  /** What is not in force in the language of a question; where nothing is, what was changed last. @param {string} language */
  #unsaved(language) {
    const pending = this.#forms.filter((form) => form.pending).sort((a, b) => b.touched - a.touched);
    return (pending.find((form) => form.language === language) ?? pending[0])?.draft();
  }

  /**
   * @param {string | undefined} id
   * @param {string} proposed
   */
  async #open(id, proposed) {
    const { t } = this.app;
    this.#forms = [];
    if (!id) {
      fill(this.editor, empty('article', t('art.pick.title'), t('art.pick.text')));
      return;
    }
    const unnamed = proposed ? `${UNNAMED}.${proposed}` : UNNAMED;
    const name = id === NEW ? this.#naming(proposed, unnamed) : undefined;
    const place = name ? unnamed : id;
    const own = ownFirst(this.app.language).map((language) => new ArticleForm(this.app, language, place, (quiet) => (name ? name.value(quiet) : id), (saved) => (name?.done(), this.#saved(saved)), name?.taken));
    try {
      const found = await Promise.all(own.map((form) => (id === NEW ? form.blank() : form.load())));
      if (this.#id !== id || this.#proposed !== proposed) {
        return;
      }
      this.#forms = own;
      this.#compare();
      const missing = id !== NEW && !found.includes(true);
      fill(
        this.editor,
        this.#head(id),
        missing && h('p', { class: 'hint', role: 'status' }, t('art.gone'), ' ', t('art.gone.write')),
        name?.element,
        h('div', { class: 'sides' }, ...own.map((form) => form.element)),
      );
      this.#enter();
      this.#take(place);
    } catch (failure) {
      if (this.#id === id && this.#proposed === proposed) {
        this.#unopened(id, failure, () => void this.#open(id, proposed));
      }
    }
  }

  /** Whoever has chosen it in the list goes on in it, and not through a hundred others. */
  #enter() {
    const { activeElement } = document;
    // where there is room for one of both, the list is gone by now, and the focus with it
    if (this.#chosen && (activeElement === document.body || this.list.element.contains(activeElement))) {
      this.editor.querySelector('h1')?.focus();
    }
  }

  /** @param {string} id */
  #head(id) {
    const { t } = this.app;
    return h('header', {}, h('a', { class: 'icon-button back', href: '#/articles', 'aria-label': t('app.back') }, drawing(ICONS.back)), h('h1', { tabindex: '-1' }, id === NEW ? t('art.new') : id));
  }

  /**
   * Says why an article is not shown: a name that none can have, or a server that does not give it now.
   *
   * @param {string} id
   * @param {unknown} failure
   * @param {() => void} again
   */
  #unopened(id, failure, again) {
    const { t } = this.app;
    const unfit = failure instanceof ApiError && failure.status === 400;
    const why = unfit ? empty('article', t('art.gone'), t('art.gone.unfit')) : empty('article', t('art.unread'), this.app.why(failure), button(t('talk.retry'), again));
    fill(this.editor, this.#head(id), h('div', { role: 'status' }, why));
  }

  #compare() {
    this.#forms.forEach((form) => form.compare(this.#forms.find((other) => other !== form)?.stored.article));
  }

  /**
   * Adds what shoppers asked, where the room of open questions has handed it over, says how much that was, and asks it of an
   * article that is there: that shows whether it is enough, or what stands in its way.
   *
   * @param {string} place
   */
  #take(place) {
    const { handed } = this.app;
    if (handed?.place === place) {
      this.app.handed = undefined;
      const n = this.#forms.reduce((sum, form) => sum + form.add(handed.phrasings.filter((it) => it.language === form.language).map((it) => it.text)), 0);
      this.app.say(this.app.t(n > 0 ? 'art.added' : 'art.added.none', { n }));
      const [first] = handed.phrasings;
      if (first && this.#id !== NEW) {
        this.ask.about(first);
      }
    }
  }

  /**
   * @param {string} proposed
   * @param {string} place where a name that was written is kept
   */
  #naming(proposed, place) {
    const { t } = this.app;
    const kept = new KeptName(place);
    const named = field('article-id', t('art.id'), h('input', { autocapitalize: 'none', spellcheck: 'false', autocomplete: 'off', oninput: () => kept.keep(named.input.value) }), t('art.id.hint'));
    refuseHuge(this.app, named);
    named.input.value = kept.load() ?? proposed;
    const wrong = (/** @type {import('./app.js').Key} */ why) => {
      named.wrong(t(why));
      named.input.focus();
    };
    return {
      /** Nothing is kept any more. */
      done: () => kept.keep(''),
      /** Says that there is an article of this name. */
      taken: () => wrong('art.id.taken'),
      element: h('div', { class: 'naming' }, named.element),
      /** The name, or undefined after saying what is wrong with it. */
      value: (quiet = false) => {
        const value = named.input.value.trim();
        const right = NAME.test(value) && value !== NEW;
        if (quiet) {
          return right ? value : undefined;
        }
        named.wrong('');
        if (!right) {
          wrong('art.id.wrong');
        }
        return right ? value : undefined;
      },
    };
  }

  /** @param {string} id */
  #saved(id) {
    void this.list.load();
    this.ask.again();
    this.#compare();
    if (this.#id === NEW) {
      this.#forms.forEach((form) => form.carry(id));
      // whoever has gone elsewhere meanwhile is not called back
      if (!this.#left) {
        location.hash = `#/articles/${id}`;
      }
    }
  }
}
