/** The sites whose pages may open the chat, and the line that brings it there. */
import { fill, h } from '../shared/dom.js';
import { Banner, others, theirsOf } from './clash.js';
import { placed } from './editing.js';
import { button, confirmed, field } from './ui.js';

/** @typedef {{ origins: string[], set: boolean, version: number }} Sites */

/** Characters of a site at most. */
const MOST = 200;

export class SitesPart {
  /** As they are shown. @type {Sites} */
  #now = { origins: [], set: false, version: 0 };

  /**
   * @param {import('./app.js').App} app
   * @param {() => void} saved
   */
  constructor(app, saved) {
    this.app = app;
    this.saved = saved;
    const { t } = app;
    this.address = field('site-address', t('sites.address'), h('input', { type: 'url', autocomplete: 'off', spellcheck: 'false', placeholder: 'https://', required: true }), t('sites.address.hint'));
    this.list = h('ul', { class: 'set-list' });
    this.state = h('p', { class: 'hint' });
    this.banner = new Banner();
    this.back = button(t('set.usual'), () => void this.#giveBack(), 'quiet');
    const line = `<script type="module" src="${location.origin}/widget/widget.js"></script>`;
    const copy = button(t('people.copy'), () => void navigator.clipboard.writeText(line).then(() => fill(copy, t('people.copied'))));
    this.element = h(
      'div',
      { class: 'sites' },
      h('p', { class: 'hint' }, t('sites.hint')),
      this.list,
      h('form', { class: 'adding two', novalidate: true, onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void this.#add()) }, this.address.element, h('button', { type: 'submit', class: 'primary' }, t('set.add'))),
      this.banner.element,
      // without TLS browsers give no clipboard: the line can be copied by hand
      h('div', { class: 'snippet' }, h('p', {}, t('sites.snippet')), h('code', { tabindex: '0' }, line), 'clipboard' in navigator && copy),
      h('div', { class: 'saving' }, this.state, this.back),
    );
  }

  async load() {
    try {
      this.#draw(await this.app.api.get('setup/origins'));
    } catch (failure) {
      this.app.sayWhy(failure);
    }
  }

  /** @param {Sites} sites */
  #draw(sites) {
    const { t } = this.app;
    const { origins, set } = sites;
    this.#now = sites;
    this.banner.tell();
    fill(
      this.list,
      h('li', {}, h('div', {}, h('strong', {}, location.origin), h('span', { class: 'row-text' }, t('sites.own')))),
      ...origins.map((origin) => h('li', {}, h('div', {}, h('strong', {}, origin)), h('div', { class: 'actions' }, h('button', { type: 'button', class: 'quiet danger', 'aria-label': `${t('people.remove')}: ${origin}`, onclick: () => void this.#remove(origin) }, t('people.remove'))))),
      origins.length === 0 && h('li', { class: 'hint' }, t('sites.none')),
    );
    fill(this.state, !set && t('set.by-settings'));
    this.back.hidden = !set;
  }

  async #add() {
    const { t } = this.app;
    const origin = originOf(this.address.input.value);
    const wrong = origin === '' ? t(this.address.input.value.includes('*') ? 'sites.wildcard' : 'sites.wrong') : origin === location.origin ? t('sites.is-own') : this.#now.origins.includes(origin) ? t('sites.there') : '';
    this.address.wrong(wrong);
    if (wrong) {
      this.address.input.focus();
      return;
    }
    await this.#change(({ origins, version }) => this.app.api.put('setup/origins', { origins: [...new Set([...origins, origin])], version }), t('sites.added', { origin }), () => (this.address.input.value = ''));
  }

  /** @param {string} origin */
  async #remove(origin) {
    const { t } = this.app;
    if (await confirmed(t('set.remove.title', { name: origin }), t('sites.remove.text'), t('talk.cancel'), t('people.remove'))) {
      await this.#change(({ origins, version }) => this.app.api.put('setup/origins', { origins: origins.filter((other) => other !== origin), version }), t('set.saved'));
    }
  }

  async #giveBack() {
    const { t } = this.app;
    if (await confirmed(t('set.usual.title'), t('sites.usual.text'), t('talk.cancel'), t('set.usual'))) {
      await this.#change(({ version }) => this.app.api.delete('setup/origins', { version }), t('set.saved'));
    }
  }

  /**
   * Changes what is shown, and nothing else: where somebody else changed the list meanwhile, theirs is shown first.
   *
   * @param {(now: Sites) => Promise<unknown>} change
   * @param {string} done
   * @param {() => void} [then]
   */
  async #change(change, done, then = () => {}) {
    try {
      await change(this.#now);
      then();
      this.app.say(done);
      await this.load();
      this.saved();
    } catch (failure) {
      /** @type {Sites | null | undefined} */
      const theirs = theirsOf(failure);
      if (theirs) {
        this.#late(theirs, () => void this.#change(change, done, then));
      } else {
        placed(this.app, {}, failure, (text) => this.address.wrong(text));
      }
    }
  }

  /**
   * @param {Sites} theirs
   * @param {() => void} again
   */
  #late(theirs, again) {
    const { t } = this.app;
    const before = this.#now.origins;
    const seen = others(t, [
      { name: t('sites.came'), theirs: theirs.origins.filter((it) => !before.includes(it)).join(' '), mine: '' },
      { name: t('sites.went'), theirs: before.filter((it) => !theirs.origins.includes(it)).join(' '), mine: '' },
    ]);
    this.#draw(theirs);
    this.banner.clash(t, t('sites.conflict'), seen, again, () => this.banner.tell());
  }
}

/**
 * The origin of a page's address, as browsers name it; empty where it is none.
 *
 * @param {string} text
 */
function originOf(text) {
  const address = text.trim();
  if (!/^https?:\/\//i.test(address) || address.includes('*') || !URL.canParse(address)) {
    return '';
  }
  const { origin } = new URL(address);
  return origin.length > MOST || origin.includes('%') ? '' : origin;
}
