/** "Ask as a shopper": what the bot would answer, which articles it found and why, also with what is not saved yet. */
import { fill, h } from '../shared/dom.js';
import { LANGUAGES, LANGUAGE_NAMES, localeOf } from '../shared/i18n.js';
import { markdown } from '../shared/markdown.js';
import { because, matched, percent } from './reasons.js';

/** @typedef {import('../shared/protocol').Asked} Asked */

/** Characters that a shopper can send. */
const MOST = 2_000;

export class AskBox {
  #asked = 0;
  /** What was asked last. @type {{ text: string, language: string } | undefined} */
  #question;

  /**
   * @param {import('./app.js').App} app
   * @param {(language: string) => object | undefined} unsaved the change in the editor, where there is one: in this language, if it is
   */
  constructor(app, unsaved) {
    this.app = app;
    this.unsaved = unsaved;
    const { t } = app;
    this.text = h('input', { 'aria-label': t('ask.label'), placeholder: t('ask.hint'), autocomplete: 'off', maxlength: MOST });
    this.language = h('select', { 'aria-label': t('known.language') }, ...LANGUAGES.map((it) => h('option', { value: it }, LANGUAGE_NAMES[it])));
    this.language.value = app.language;
    this.draft = h('input', { type: 'checkbox', checked: true });
    this.result = h('div', { class: 'asked', 'aria-live': 'polite' }, h('p', { class: 'hint' }, t('ask.intro')));
    this.element = h(
      'section',
      { class: 'ask', 'aria-label': t('ask.title') },
      h('h2', {}, t('ask.title')),
      h(
        'form',
        {
          onsubmit: (/** @type {Event} */ event) => {
            event.preventDefault();
            void this.#ask();
          },
        },
        h('div', { class: 'ask-row' }, this.text, h('button', { type: 'submit', class: 'primary' }, t('ask.submit'))),
        h('div', { class: 'ask-row' }, this.language, h('label', { class: 'check' }, this.draft, t('ask.unsaved'))),
      ),
      this.result,
    );
  }

  async #ask() {
    const text = this.text.value.trim();
    if (text === '') {
      fill(this.result, h('p', { class: 'error' }, this.app.t('ask.missing')));
      this.text.focus();
      return;
    }
    await this.#put({ text, language: this.language.value });
  }

  /** Asks this. @param {{ text: string, language: import('../shared/protocol').Language }} question */
  about({ text, language }) {
    this.text.value = text;
    this.language.value = language;
    void this.#put({ text, language });
  }

  /** Asks the same once more, where something was asked: what is known has changed. */
  again() {
    if (this.#question) {
      void this.#put(this.#question);
    }
  }

  /** @param {{ text: string, language: string }} question */
  async #put(question) {
    const turn = ++this.#asked;
    this.#question = question;
    const draft = this.draft.checked ? this.unsaved(question.language) : undefined;
    try {
      const [now, then] = await Promise.all([this.app.api.post('ask', question), draft && this.app.api.post('ask', { ...question, draft })]);
      if (turn === this.#asked) {
        fill(this.result, ...(then ? this.#compared(now, then) : this.#answered(now)));
      }
    } catch (failure) {
      fill(this.result, h('p', { class: 'error' }, this.app.why(failure)));
    }
  }

  /**
   * With the change first, then without.
   *
   * @param {Asked} now
   * @param {Asked} then
   */
  #compared(now, then) {
    const { t } = this.app;
    const same = outcome(now) === outcome(then);
    return [
      h('p', { class: same ? 'tag' : 'tag draft' }, t(same ? 'ask.same' : 'ask.differs')),
      ...this.#answered(then),
      h('details', { class: 'before', open: !same }, h('summary', {}, t('ask.before')), h('div', { class: 'asked' }, ...this.#answered(now))),
    ];
  }

  /** @param {Asked} asked */
  #answered({ understood, passages, answer, trace }) {
    const { t } = this.app;
    const language = this.language.value === 'zh' ? 'zh' : 'en';
    const [intent] = understood.intents;
    const opinions = trace.filter((line) => line.startsWith('opinion: '));
    return [
      h('h3', {}, t('ask.answer')),
      h('div', { class: 'replies', lang: localeOf(language) }, ...answer.replies.map((reply) => h('div', { class: 'bubble' }, markdown(reply.text), ...(reply.choices ?? []).map((choice) => h('span', { class: 'tag' }, choice.label))))),
      h('h3', {}, t('ask.passages')),
      passages.length === 0 ? h('p', { class: 'hint' }, t('ask.nothing')) : h('ol', { class: 'passages' }, ...passages.map((it) => this.#passage(it, language))),
      intent && h('h3', {}, t('ask.understood')),
      intent && h('ul', { class: 'bars' }, ...understood.intents.slice(0, 3).map((it) => h('li', {}, h('span', { title: it.intent }, this.app.named('intent', it.intent)), this.#bar(it.confidence)))),
      understood.entities.length > 0 && h('h3', {}, t('ask.entities')),
      understood.entities.length > 0 && h('p', {}, ...understood.entities.map((it) => h('span', { class: 'tag' }, t('ask.entity', { name: this.app.named('fact', it.type), value: it.value })))),
      opinions.length > 0 && h('ul', { class: 'hint' }, ...opinions.map((line) => h('li', {}, because(this.app, line)))),
      trace.length > 0 && h('details', {}, h('summary', {}, t('ask.trace')), h('ol', {}, ...trace.map((step) => h('li', {}, because(this.app, step))))),
    ];
  }

  /**
   * @param {Asked['passages'][number]} passage
   * @param {'en' | 'zh'} language
   */
  #passage({ id, question, confidence, reasons }, language) {
    return h(
      'li',
      {},
      h('a', { href: `#/articles/${encodeURIComponent(id)}`, lang: localeOf(language) }, question),
      this.#bar(confidence),
      h('p', { class: 'hint' }, reasons.map((line) => matched(this.app, line)).join(this.app.language === 'zh' ? '；' : '; ')),
    );
  }

  /** @param {number} confidence 0 to 1 */
  #bar(confidence) {
    const sure = percent(confidence);
    return h('span', { class: 'confidence' }, h('meter', { min: '0', max: '1', value: confidence, 'aria-label': this.app.t('ask.confidence', { n: sure }) }), h('span', { class: 'percent' }, sure));
  }
}

/** What of an answer a shopper and an editor would tell apart. @param {Asked} asked */
function outcome({ answer, passages }) {
  return JSON.stringify([answer.replies, passages.map(({ id, confidence }) => [id, percent(confidence)])]);
}
