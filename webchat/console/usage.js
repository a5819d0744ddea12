/** How the knowledge base and the flows are used: a view of articles and one of flows. */
import { attribute, fill, h } from '../shared/dom.js';
import { ArticleUse } from './articleUse.js';
import { FlowUseView } from './flowUse.js';

/** @typedef {import('./app.js').Room} Room */

/** @type {Record<string, { label: import('./app.js').Key, open: (app: import('./app.js').App) => Room }>} */
const VIEWS = {
  articles: { label: 'use.articles', open: (app) => new ArticleUse(app) },
  flows: { label: 'use.flows', open: (app) => new FlowUseView(app) },
};
const FIRST = 'articles';

export class UsageRoom {
  /** Each stays as it was left. @type {Map<string, Room>} */
  #views = new Map();

  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { t } = app;
    this.tabs = h('nav', { class: 'views', 'aria-label': t('use.views') }, ...Object.entries(VIEWS).map(([name, { label }]) => h('a', { href: `#/usage/${name}`, 'data-view': name }, t(label))));
    this.body = h('div');
    this.element = h('div', { class: 'usage' }, h('header', {}, h('h1', {}, t('use.title')), this.tabs), this.body);
  }

  /** @param {string[]} rest the view, and what of it */
  route([name = FIRST, ...rest]) {
    const chosen = name in VIEWS ? name : FIRST;
    const view = this.#views.get(chosen) ?? /** @type {Room} */ (VIEWS[chosen]?.open(this.app));
    this.#views.set(chosen, view);
    if (view.element.parentNode !== this.body) {
      fill(this.body, view.element);
    }
    for (const link of this.tabs.children) {
      attribute(link, 'aria-current', link.getAttribute('data-view') === chosen ? 'page' : null);
    }
    view.route?.(rest);
  }
}
