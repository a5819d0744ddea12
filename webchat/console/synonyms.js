/** Words that mean the same to the search, one text a language. */
import { ApiError } from '../shared/api.js';
import { h } from '../shared/dom.js';
import { LANGUAGE_NAMES, localeOf, ownFirst } from '../shared/i18n.js';
import { button, field } from './ui.js';
import { whatIf } from './whatif.js';

export class SynonymRoom {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.element = h(
      'div',
      { class: 'synonyms' },
      h('h1', {}, t('syn.title')),
      h('p', { class: 'hint' }, t('syn.text')),
      h('div', { class: 'sides' }, ...ownFirst(app.language).map((language) => this.#side(language))),
    );
  }

  /** @param {import('../shared/protocol').Language} language */
  #side(language) {
    const { app } = this;
    const { t, api } = app;
    const text = field(`synonyms-${language}`, LANGUAGE_NAMES[language], h('textarea', { rows: '20', lang: localeOf(language), spellcheck: 'false' }));
    let version = 0;
    const path = `synonyms/${language}`;
    const load = async () => {
      const found = await api.get(path);
      text.input.value = found.text;
      version = found.version;
    };
    const save = async () => {
      text.wrong('');
      try {
        version = (await api.put(path, { text: text.input.value, version })).version;
        app.say(t('syn.saved'));
      } catch (failure) {
        if (failure instanceof ApiError && failure.status === 409) {
          version = Number(/** @type {{ version?: number }} */ (failure.body['current'] ?? {}).version ?? version);
          app.say(t('syn.conflict'), 'bad');
        } else {
          text.wrong(failure instanceof ApiError && failure.fields[0] ? failure.fields[0].rule : app.why(failure));
        }
      }
    };
    const tried = async () => {
      text.wrong('');
      try {
        await whatIf(app, { synonyms: { language, text: text.input.value } });
      } catch (failure) {
        text.wrong(failure instanceof ApiError && failure.fields[0] ? failure.fields[0].rule : app.why(failure));
      }
    };
    load().catch((failure) => app.sayWhy(failure));
    return h('form', { class: 'side-form', onsubmit: (/** @type {Event} */ event) => event.preventDefault() }, text.element, h('div', { class: 'actions' }, button(t('if.ask'), () => void tried()), button(t('syn.save'), () => void save(), 'primary')));
  }
}
