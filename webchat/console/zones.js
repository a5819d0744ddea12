/** Time zones to choose from, by continent. */
import { h } from '../shared/dom.js';

/**
 * Options for a select.
 *
 * @param {string} locale
 * @param {string} current stands among them in any case
 */
export function zones(locale, current) {
  const all = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])].sort();
  /** @type {Record<string, string[]>} */
  const regions = {};
  for (const zone of all) {
    (regions[zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'UTC'] ??= []).push(zone);
  }
  return Object.entries(regions).map(([region, names]) => h('optgroup', { label: region }, ...names.map((zone) => h('option', { value: zone }, named(zone, locale)))));
}

/**
 * The city, and what the reader calls its time.
 *
 * @param {string} zone
 * @param {string} locale
 */
function named(zone, locale) {
  const city = zone.slice(zone.indexOf('/') + 1).replace(/_/g, ' ').replace(/\//g, ', ');
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts();
  const time = parts.find(({ type }) => type === 'timeZoneName')?.value;
  return time && time !== city ? `${city} · ${time}` : city;
}
