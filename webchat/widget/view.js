/**
 * Keeps the panel within what is seen of the page while an on-screen keyboard covers a part of it: browsers shrink only
 * the visual viewport then, and may have moved it down the page. Whoever pinches to read closer keeps the whole panel.
 */

/** From this magnification on the shopper has pinched. */
const PINCHED = 1.05;

/** Pixels that only a keyboard takes away; a browser's own bars are lower. */
const KEYBOARD = 120;

/**
 * Begins to follow; gives what ends it.
 *
 * @param {HTMLElement} panel
 */
export function follow(panel) {
  const view = window.visualViewport;
  const ended = new AbortController();
  let width = 0;
  let tallest = 0;
  const fit = () => {
    if (!view || view.scale > PINCHED) {
      return;
    }
    tallest = Math.max(width === view.width ? tallest : 0, view.height, innerHeight);
    width = view.width;
    panel.classList.toggle('typed', view.height < tallest - KEYBOARD);
    panel.style.setProperty('--seen', `${Math.round(view.height)}px`);
    panel.style.setProperty('--top', `${Math.round(view.offsetTop)}px`);
  };
  view?.addEventListener('resize', fit, ended);
  view?.addEventListener('scroll', fit, ended);
  fit();
  return () => ended.abort();
}
