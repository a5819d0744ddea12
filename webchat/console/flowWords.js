/** What an editor understands of a flow's steps: the words that are said or asked, and words of their own for what has only a name. */

/** @typedef {import('./app.js').App} App */
/** @typedef {import('../shared/protocol').FlowDrawing} Drawing */
/** @typedef {Drawing['boxes'][number]} Box */
/** @typedef {Drawing['lines'][number]} Line */

const KINDS = /** @type {const} */ (['question', 'say', 'confirm', 'call', 'run', 'branch', 'note', 'forget', 'person', 'end']);
const GENERAL = /** @type {const} */ (['yes', 'no', 'none', 'past', 'today', 'future']);
const ELSE = ['else', 'otherwise'];
/** @type {Record<string, 'no' | 'yes' | 'known'>} */
const LEFT = { yes: 'no', no: 'yes', none: 'known' };
/** What is filled in is an ellipsis: its names are the flow's; one may be cut off. */
const BLANK = /\s*\{\w*(?:\}|…|$)\s*/g;
const BOUND = /^(above|below|at least|at most) (?:today(?<days>[+-]\d+)?|(?<currency>[A-Z]{3}) (?<amount>[\d.]+)|(?<number>-?[\d.]+))$/;

/**
 * What a step does, such as "Asks"; empty for the start.
 *
 * @param {App} app
 * @param {Box} box
 */
export function doing({ t }, { shape }) {
  const kind = KINDS.find((it) => it === shape);
  return kind ? t(`flow.box.${kind}`) : '';
}

/**
 * What it does it with: words in the reader's language.
 *
 * @param {App} app
 * @param {Drawing} drawing
 * @param {Box} box
 */
export function about(app, { title }, { shape, label, names }) {
  const [name = ''] = names;
  const facts = () => names.map((it) => app.named('fact', it)).join(app.language === 'zh' ? '、' : ', ');
  switch (shape) {
    case 'start':
      return title[app.language];
    case 'call':
      return app.named('call', name);
    case 'run':
      return app.named('flow', name);
    case 'person':
      return app.named('reason', name);
    case 'end':
      return app.named('end', name);
    case 'forget':
      return names.length === 0 ? app.t('flow.box.everything') : facts();
    case 'branch':
    case 'note':
      return facts();
    default:
      return label === name ? facts() : said(label, app.language);
  }
}

/** The same in one line. @param {App} app @param {Drawing} drawing @param {Box} box */
export function inWords(app, drawing, box) {
  const [does, what] = [doing(app, box), about(app, drawing, box)];
  return does ? app.t('flow.box.line', { does, what }) : what;
}

/**
 * What leads along an arrow; empty where there is only one way to go.
 *
 * @param {App} app
 * @param {Drawing} drawing
 * @param {Line} line
 */
export function way(app, { boxes, lines }, { ways, from }) {
  const box = boxes.find(({ step }) => step === from);
  const others = lines.filter((line) => line.from === from).flatMap((line) => line.ways).filter((it) => !ELSE.includes(it));
  return ways.map((it) => (ELSE.includes(it) ? app.t(`flow.way.${otherwise(box, others)}`) : one(app, it, box))).join(app.language === 'zh' ? '、' : ', ');
}

/**
 * What is left where there is only one other way.
 *
 * @param {Box | undefined} from
 * @param {string[]} others
 */
function otherwise(from, [other, ...more]) {
  const left = from?.shape === 'branch' && more.length === 0 ? LEFT[other ?? ''] : undefined;
  return left ?? 'else';
}

/**
 * @param {App} app
 * @param {string} name
 * @param {Box | undefined} from
 */
function one(app, name, from) {
  if (from?.shape === 'call') {
    return app.named('outcome', name);
  }
  if (from?.shape === 'run') {
    return app.named('end', name);
  }
  const fact = from?.names[0] ?? '';
  const known = app.valued(fact, name);
  const general = GENERAL.find((it) => it === name);
  return known !== name ? known : general ? app.t(`flow.way.${general}`) : (bound(app, name) ?? name.replace(/_/g, ' '));
}

/**
 * A limit of a number, an amount or a day.
 *
 * @param {App} app
 * @param {string} name as in `above GBP 500`, `below today-4`
 */
function bound(app, name) {
  const found = BOUND.exec(name);
  if (!found) {
    return undefined;
  }
  const side = /** @type {'above' | 'below' | 'at-least' | 'at-most'} */ (found[1]?.replace(' ', '-'));
  const { days, currency, amount, number } = found.groups ?? {};
  if (number !== undefined) {
    return app.t(`flow.way.${side}`, { value: number });
  }
  if (currency) {
    return app.t(`flow.way.${side}`, { value: new Intl.NumberFormat(app.language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(Number(amount)) });
  }
  const value = days === undefined ? app.t('flow.way.today') : app.t(days.startsWith('-') ? 'flow.way.ago' : 'flow.way.ahead', { n: days.slice(1) });
  return app.t(side === 'below' || side === 'at-most' ? 'flow.way.earlier' : 'flow.way.later', { value });
}

/**
 * @param {string} label
 * @param {'en' | 'zh'} language
 */
function said(label, language) {
  const blank = language === 'zh' ? '…' : ' … ';
  return label.replace(BLANK, blank).replace(/ … ([.,:;?!])/g, ' …$1').replace(/……+/g, '…').replace(/…[.。]$/, '…').trim();
}
