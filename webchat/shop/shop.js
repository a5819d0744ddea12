/** The example shop's page, in the language of `?lang=`, else the browser's, with the widget in place. */
import { settleAccent } from '../shared/contrast.js';
import { fill, h } from '../shared/dom.js';
import { LANGUAGES, LANGUAGE_NAMES, firstLanguage, languageOf, localeOf, sentences } from '../shared/i18n.js';
import { PRODUCTS } from './products.js';

/** @typedef {keyof typeof import('./texts_en.js').texts} Key */

const asked = languageOf(new URLSearchParams(location.search).get('lang'));
const language = asked ?? firstLanguage(...navigator.languages);
const { texts } = language === 'zh' ? await import('./texts_zh.js') : await import('./texts_en.js');
const t = sentences(texts);
const currency = { en: 'GBP', zh: 'CNY' }[language];
const money = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency, maximumFractionDigits: 0 });

const chat = h('deskbell-chat', { name: t('shop.name'), locale: language });

/** @param {string} question */
function ask(question) {
  void chat.send(question);
}

function header() {
  return h(
    'header',
    { class: 'top' },
    h('a', { class: 'brand', href: `/?lang=${language}` }, h('img', { src: '/shop/pictures/logo.svg', alt: '', width: '32', height: '32' }), t('shop.name')),
    h(
      'nav',
      {},
      h('a', { href: '#products' }, t('nav.products')),
      h('a', { href: '#service' }, t('nav.service')),
      h('a', { href: '#shops' }, t('nav.shops')),
    ),
    h(
      'nav',
      { class: 'languages', 'aria-label': t('page.language') },
      ...LANGUAGES.map((it) =>
        h('a', { href: `/?lang=${it}`, hreflang: it, lang: localeOf(it), 'aria-current': it === language && 'true' }, LANGUAGE_NAMES[it]),
      ),
    ),
  );
}

function hero() {
  return h(
    'section',
    { class: 'hero' },
    h('img', { src: '/shop/pictures/lane.svg', alt: '' }),
    h(
      'div',
      { class: 'hero-words' },
      h('h1', {}, t('hero.title')),
      h('p', {}, t('hero.text')),
      h(
        'p',
        { class: 'hero-actions' },
        h('a', { class: 'button', href: '#products' }, t('hero.action')),
        h('button', { type: 'button', class: 'button quiet', onclick: () => chat.open() }, t('hero.ask')),
      ),
    ),
  );
}

/** @param {import('./products.js').Product} product */
function product({ code, picture, name, line, price }) {
  const question = t('products.question', { name: name[language] });
  return h(
    'li',
    { class: 'product' },
    h('img', { src: `/shop/pictures/${picture}.svg`, alt: '', width: '400', height: '400', loading: 'lazy' }),
    h('h3', {}, name[language]),
    h('p', { class: 'line' }, line[language]),
    h(
      'div',
      { class: 'buy' },
      h('span', { class: 'price' }, money.format(price[language])),
      h('button', { type: 'button', title: code, 'aria-label': `${t('products.ask')}: ${name[language]}`, onclick: () => ask(question) }, t('products.ask')),
    ),
  );
}

/** @param {'delivery' | 'returns' | 'order' | 'people'} topic */
function service(topic) {
  const question = t(`service.${topic}.ask`);
  return h(
    'li',
    {},
    h('h3', {}, t(`service.${topic}`)),
    h('p', {}, t(`service.${topic}.text`)),
    h('button', { type: 'button', class: 'ask', onclick: () => ask(question) }, question),
  );
}

function shops() {
  const places = /** @type {const} */ (['shops.1', 'shops.2', 'shops.3']);
  return h(
    'section',
    { id: 'shops', class: 'shops' },
    h('h2', {}, t('shops.title')),
    h('ul', {}, ...places.map((place) => h('li', {}, h('strong', {}, t(place)), ' ', t(`${place}.street`)))),
    h('p', {}, t('shops.text')),
  );
}

document.documentElement.lang = localeOf(language);
document.title = t('page.title');
fill(
  document.body,
  h('a', { class: 'skip', href: '#products' }, t('page.skip')),
  header(),
  h(
    'main',
    {},
    hero(),
    h('section', { id: 'products' }, h('h2', {}, t('products.title')), h('ul', { class: 'products' }, ...PRODUCTS.map(product))),
    h(
      'section',
      { id: 'service' },
      h('h2', {}, t('service.title')),
      h('ul', { class: 'service' }, ...(/** @type {const} */ (['delivery', 'returns', 'order', 'people'])).map(service)),
    ),
    shops(),
  ),
  h('footer', {}, h('p', {}, t('foot.mail'), h('br'), t('foot.phone')), h('p', { class: 'demo' }, t('foot.demo'))),
  chat,
);
settleAccent(document.documentElement, document.body);
await import('../widget/widget.js');
