/** What is wrong with a field, in the reader's words. The server names the rule in English; one not known here is shown so. */

/** @typedef {import('./app.js').App['t']} Words */

/** @type {{ line: RegExp, say: (t: Words, ...found: string[]) => string }[]} */
const RULES = [
  { line: /^is (blank|missing)( below the front matter)?$/, say: (t) => t('rule.blank') },
  { line: /^has (\d+) characters; at most (\d+)$/, say: (t, n = '', max = '') => t('rule.long', { n, max }) },
  { line: /^has (\d+) phrasings; at most (\d+)$/, say: (t, n = '', max = '') => t('rule.many', { n, max }) },
  { line: /no such intent is known$/, say: (t) => t('rule.intent') },
  { line: /^is ""; 1 to 100 letters/, say: (t) => t('rule.blank') },
  { line: /1 to 100 letters, digits, hyphens, dots or underscores$/, say: (t) => t('rule.file') },
  { line: /a (day|date) such as/, say: (t) => t('rule.day') },
  { line: /letters, digits, spaces, dots/, say: (t) => t('rule.name') },
  { line: /^must be letters, digits and single hyphens$/, say: (t) => t('rule.shortcut') },
  { line: /^must be lower-case letters, digits and single hyphens$/, say: (t) => t('rule.id') },
  { line: /^is blank, and so is zh/, say: (t) => t('rule.either') },
  { line: /^has only one word/, say: (t) => t('rule.alone') },
  { line: /^has an empty entry/, say: (t) => t('rule.comma') },
  { line: /^has more than one "=>"/, say: (t) => t('rule.arrow') },
  { line: /^has no column (\w+)$/, say: (t, name = '') => t('rule.column', { name }) },
  { line: /^has two columns (\w+)$/, say: (t, name = '') => t('rule.columns', { name }) },
  { line: /^is not like en\/delivery-cost\.md$/, say: (t) => t('rule.path') },
  { line: /^has (\d+) cells; the first row names (\d+)$/, say: (t, n = '', max = '') => t('rule.cells', { n, max }) },
  { line: /^is no table: line (\d+)/, say: (t, n = '') => t('rule.table', { n }) },
  // numbered as spreadsheets do, where the names of the columns are row 1
  { line: /^is (\S+), as in row (\d+)$/, say: (t, name = '', n = '') => t('rule.again', { name, n: Number(n) + 1 }) },
  { line: /^is .*; known: en, zh$/, say: (t) => t('rule.language') },
  { line: /^matter must start with a line/, say: (t) => t('rule.head.start') },
  { line: /^matter is not closed by a line/, say: (t) => t('rule.head.end') },
  { line: /^matter (is not YAML|must be "key: value" lines)/, say: (t) => t('rule.head') },
  { line: /^"(.*)" is unknown; known: (.*)$/, say: (t, name = '', known = '') => t('rule.key', { name, known }) },
  { line: /^has \{(.+?)\}; known: (.*)$/, say: (t, name = '', known = '') => t('rule.placeholder', { name: `{${name}}`, known }) },
  { line: /^is not your password$/, say: (t) => t('rule.password') },
  { line: /^answers (\d+)$/, say: (t, n = '') => t('hooks.problem.answers', { n }) },
  { line: /^leads to a private address/, say: (t) => t('hooks.problem.private') },
  { line: /^is not encrypted/, say: (t) => t('hooks.problem.clear') },
  { line: /^has a host that no name server knows$/, say: (t) => t('hooks.problem.unknown') },
  { line: /^refuses the connection$/, say: (t) => t('hooks.problem.refused') },
  { line: /^has no certificate that holds$/, say: (t) => t('hooks.problem.certificate') },
  { line: /^does not answer in time$/, say: (t) => t('hooks.problem.late') },
  { line: /^cannot be reached: /, say: (t) => t('hooks.problem.lost') },
  { line: /too short; at least (\d+) characters/, say: (t, min = '') => t('rule.short', { min }) },
];

/**
 * @param {Words} t
 * @param {string} text
 */
export function rule(t, text) {
  for (const known of RULES) {
    const found = known.line.exec(text);
    if (found) {
      return known.say(t, ...found.slice(1));
    }
  }
  return text;
}
