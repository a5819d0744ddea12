/** Pastes that can only be a mistake: browsers take many seconds to lay out some millions of characters. */
import { localeOf } from '../shared/i18n.js';

/** Characters from which on a paste is one: as many as the longest text that the server takes. */
const MISTAKE = 200_000;

/**
 * Leaves what is written in a field as it is where far too much is pasted over it, and says so there.
 *
 * @param {import('./app.js').App} app
 * @param {{ input: HTMLElement, element: HTMLElement, wrong: (text: string) => void }} field
 */
export function refuseHuge(app, { input, element, wrong }) {
  input.addEventListener('paste', (event) => {
    const { length } = event.clipboardData?.getData('text/plain') ?? '';
    if (length > MISTAKE) {
      event.preventDefault();
      wrong(app.t('art.paste', { n: new Intl.NumberFormat(localeOf(app.language)).format(length) }));
      element.querySelector('.error')?.scrollIntoView({ block: 'nearest' });
    }
  });
}
