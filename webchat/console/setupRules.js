/** How the desk works: within how long people answer, how many conversations one has at once, and who gives them out. */
import { h } from '../shared/dom.js';
import { Banner, others, theirsOf } from './clash.js';
import { complete, placed } from './editing.js';
import { field } from './ui.js';

/** @typedef {import('../shared/protocol').DeskPolicy} DeskPolicy */

const MINUTE = 60;

export class RulesPart {
  /** As the form was filled in; nothing before that. @type {DeskPolicy | undefined} */
  #drawn;
  #clean = '';

  /**
   * @param {import('./app.js').App} app
   * @param {() => void} saved
   */
  constructor(app, saved) {
    this.app = app;
    this.saved = saved;
    const { t } = app;
    const number = (/** @type {string} */ max) => h('input', { type: 'number', min: '1', max, required: true, inputmode: 'numeric' });
    this.fields = {
      firstResponse: field('set-first', t('set.first'), number('10080')),
      resolution: field('set-whole', t('set.whole'), number('10080')),
      capacity: field('set-capacity', t('set.capacity'), number('99')),
    };
    this.assigns = h('input', { type: 'checkbox' });
    this.banner = new Banner();
    this.element = h(
      'form',
      { class: 'rules', novalidate: true, onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), void this.#save()) },
      ...Object.values(this.fields).map(({ element }) => element),
      h('label', { class: 'check' }, this.assigns, t('set.assigns')),
      h('button', { type: 'submit', class: 'primary' }, t('set.save')),
      this.banner.element,
    );
    // what it is is not known yet
    this.element.inert = true;
  }

  /** True where something is entered that is not saved. */
  unsaved() {
    return this.#drawn !== undefined && JSON.stringify(this.#entered) !== this.#clean;
  }

  /** Shows how it is now, unless something is entered that is not saved. @param {DeskPolicy} policy */
  draw(policy) {
    if (!this.unsaved()) {
      this.#fill(policy);
    }
  }

  /** @param {DeskPolicy} policy */
  #fill(policy) {
    const { firstResponse, resolution, capacity } = this.fields;
    this.#drawn = policy;
    this.element.inert = false;
    firstResponse.input.value = minutes(policy.firstResponse);
    resolution.input.value = minutes(policy.resolution);
    capacity.input.value = String(policy.capacity);
    this.assigns.checked = policy.assigns;
    this.#clean = JSON.stringify(this.#entered);
    this.banner.tell();
  }

  get #entered() {
    const { firstResponse, resolution, capacity } = this.fields;
    return { firstResponse: Number(firstResponse.input.value) * MINUTE, resolution: Number(resolution.input.value) * MINUTE, capacity: Number(capacity.input.value), assigns: this.assigns.checked };
  }

  async #save() {
    const { app, fields } = this;
    if (!this.#drawn || !complete(app, fields)) {
      return;
    }
    try {
      await app.api.put('setup/policy', { ...this.#entered, version: this.#drawn.version });
      this.#clean = JSON.stringify(this.#entered);
      this.banner.tell();
      this.saved();
    } catch (failure) {
      const theirs = theirsOf(failure);
      if (theirs) {
        this.#late(theirs);
      } else {
        placed(app, fields, failure, (text) => app.say(text, 'bad'));
      }
    }
  }

  /** Somebody else was faster: what was entered stays, and replaces theirs only where it is saved again. @param {DeskPolicy} theirs */
  #late(theirs) {
    const { t } = this.app;
    const { firstResponse, resolution, capacity } = this.fields;
    const yesOrNo = (/** @type {boolean} */ on) => t(on ? 'set.yes' : 'set.no');
    this.#drawn = theirs;
    const seen = others(t, [
      { name: t('set.first'), theirs: minutes(theirs.firstResponse), mine: firstResponse.input.value },
      { name: t('set.whole'), theirs: minutes(theirs.resolution), mine: resolution.input.value },
      { name: t('set.capacity'), theirs: String(theirs.capacity), mine: capacity.input.value },
      { name: t('set.assigns'), theirs: yesOrNo(theirs.assigns), mine: yesOrNo(this.assigns.checked) },
    ]);
    this.banner.clash(t, t('clash.text'), seen, () => void this.#save(), () => this.#fill(theirs));
  }
}

/** @param {number} seconds */
function minutes(seconds) {
  return String(Math.max(1, Math.round(seconds / MINUTE)));
}
