/** The fields of an article in one language: what stands in them, what is wrong with it, and how the answer will look. */
import { attribute, fill, h } from '../shared/dom.js';
import { localeOf } from '../shared/i18n.js';
import { markdown } from '../shared/markdown.js';
import { refuseHuge } from './paste.js';
import { rule } from './rules.js';
import { field } from './ui.js';

/** @typedef {import('../shared/protocol').ArticleFields} Content */
/** @typedef {import('../shared/protocol').FieldError} FieldError */
/** @typedef {'question' | 'also' | 'intent' | 'tags' | 'review' | 'answer'} Name */

/** Characters that the server takes at most. */
const MOST = { phrasing: 300, answer: 20_000 };

export class ArticleFields {
  /**
   * @param {import('./app.js').App} app
   * @param {import('../shared/protocol').Language} language
   */
  constructor(app, language) {
    this.app = app;
    this.language = language;
    this.fields = this.#fields();
    Object.values(this.fields).forEach((it) => refuseHuge(app, it));
    this.preview = h('div', { class: 'preview', hidden: true });
    const { question, also, intent, tags, review } = this.fields;
    /** From top to bottom. */
    this.elements = [
      question.element,
      also.element,
      this.#answer(),
      h('div', { class: 'small-fields', lang: localeOf(app.language) }, intent.element, tags.element, review.element),
      h('datalist', { id: `${language}-intents` }, ...app.names('intent').map((name) => h('option', { value: name }, app.named('intent', name)))),
    ];
  }

  /** @returns {Content} */
  read() {
    const { question, also, intent, tags, review, answer } = this.fields;
    return normal({
      question: question.input.value,
      also: also.input.value.split('\n'),
      intent: intent.input.value,
      tags: tags.input.value.split(/[,，、]/),
      review: review.input.value,
      answer: answer.input.value,
    });
  }

  /** @param {Content | undefined} content */
  write(content) {
    const { question, also, intent, tags, review, answer } = this.fields;
    question.input.value = content?.question ?? '';
    also.input.value = (content?.also ?? []).join('\n');
    intent.input.value = content?.intent ?? '';
    tags.input.value = (content?.tags ?? []).join(this.language === 'zh' ? '，' : ', ');
    review.input.value = content?.review ?? '';
    answer.input.value = content?.answer ?? '';
    this.#render();
  }

  /** Scrolls the other ways to ask to the last one. */
  showNewest() {
    const { input } = this.fields.also;
    input.scrollTop = input.scrollHeight;
  }

  /** Says at each field what is wrong with it, and goes to the first one. @param {FieldError[]} errors */
  wrong(errors) {
    this.fine();
    const known = errors.map(({ field: name, rule: text }) => ({ name: name.replace(/[[.].*/, ''), text })).filter(({ name }) => name in this.fields);
    for (const { name, text } of known) {
      this.fields[/** @type {Name} */ (name)].wrong(rule(this.app.t, text));
    }
    Object.values(this.fields).find(({ input }) => input.hasAttribute('aria-invalid'))?.input.focus();
    return known.length > 0;
  }

  /** True where nothing is longer than the server takes; else says so at the field. */
  fits() {
    const { question, also, answer } = this.read();
    const long = (/** @type {string} */ field, /** @type {string} */ text, /** @type {number} */ most) => (text.length > most ? [{ field, rule: `has ${text.length} characters; at most ${most}` }] : []);
    const errors = [...long('question', question, MOST.phrasing), ...also.flatMap((it) => long('also', it, MOST.phrasing)).slice(0, 1), ...long('answer', answer, MOST.answer)];
    return !this.wrong(errors);
  }

  /** Nothing is wrong, as far as is known. */
  fine() {
    Object.values(this.fields).forEach((it) => it.wrong(''));
  }

  #fields() {
    const { t } = this.app;
    const id = (/** @type {Name} */ name) => `${this.language}-${name}`;
    return {
      question: field(id('question'), t('art.question'), h('input')),
      also: field(id('also'), t('art.also'), h('textarea', { rows: '5' }), t('art.also.hint')),
      intent: field(id('intent'), t('art.intent'), h('input', { autocapitalize: 'none', spellcheck: 'false', list: `${this.language}-intents` })),
      tags: field(id('tags'), t('art.tags'), h('input'), t('art.tags.hint')),
      review: field(id('review'), t('art.review'), h('input', { type: 'date' })),
      answer: field(id('answer'), t('art.answer'), h('textarea', { rows: '12' }), t('art.answer.hint')),
    };
  }

  /** Shows how the answer will look, where that is looked at. */
  #render() {
    fill(this.preview, !this.preview.hidden && markdown(this.fields.answer.input.value));
  }

  #answer() {
    const { t } = this.app;
    const { element, input } = this.fields.answer;
    const tab = (/** @type {string} */ label, /** @type {boolean} */ seen) =>
      h('button', { type: 'button', 'aria-pressed': String(!seen), onclick: () => look(seen) }, label);
    const write = tab(t('art.write'), false);
    const read = tab(t('art.preview'), true);
    const look = (/** @type {boolean} */ seen) => {
      this.preview.hidden = !seen;
      input.hidden = seen;
      this.#render();
      attribute(write, 'aria-pressed', String(!seen));
      attribute(read, 'aria-pressed', String(seen));
    };
    element.insertBefore(this.preview, input.nextSibling);
    return h('div', { class: 'answer' }, h('div', { class: 'tabs' }, write, read), element);
  }
}

/**
 * The same text in the same order of fields, without space around it, so that two can be compared.
 *
 * @param {Content | undefined} content
 * @returns {Content}
 */
export function normal(content) {
  const list = (/** @type {string[]} */ texts) => texts.map((it) => it.trim()).filter(Boolean);
  const intent = content?.intent?.trim();
  return {
    question: content?.question.trim() ?? '',
    also: list(content?.also ?? []),
    ...(intent ? { intent } : {}),
    tags: list(content?.tags ?? []),
    ...(content?.review ? { review: content.review } : {}),
    answer: content?.answer.replace(/\r\n?/g, '\n').trim() ?? '',
  };
}

/**
 * A text that somebody else wrote, to be read and not changed.
 *
 * @param {import('./app.js').App['t']} t
 * @param {import('./app.js').Key} label
 * @param {Content} content
 * @param {import('../shared/protocol').Language} language
 */
export function asRead(t, label, content, language) {
  return h(
    'details',
    {},
    h('summary', {}, t(label)),
    h(
      'div',
      { class: 'as-read', lang: localeOf(language) },
      h('p', {}, h('strong', {}, content.question)),
      content.also.length > 0 && h('ul', { class: 'hint' }, ...content.also.map((it) => h('li', {}, it))),
      h('div', { class: 'preview' }, markdown(content.answer)),
    ),
  );
}
