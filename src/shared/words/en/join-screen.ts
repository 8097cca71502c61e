import type { WordList } from '../phrase.ts';

/** The screen of what belongs together. */
export const joinScreen = {
  'joins.title': (v, f) =>
    Number(v.on) === 0
      ? `Nothing joins your ${f.count(Number(v.tables), 'table', 'tables')} yet`
      : `${f.count(Number(v.on), 'connection', 'connections')} between your ${f.count(Number(v.tables), 'table', 'tables')}`,
  'joins.subtitle': () => 'By values that stand in both. Switch off what is wrong; everything can be undone.',
  'joins.subtitle.before': () => 'As of before your last change; looking again …',
  'joins.job': () => 'Looking for what belongs together',
  'joins.alone.title': () => 'There is only one table',
  'joins.alone': () =>
    'Add a second file, for example your returns, products or customers, and we look for what belongs together.',
  'joins.none.title': () => 'We see nothing that stands in both tables',
  'joins.none': () =>
    'Connections are found by a value that stands in both, such as an order number. Choose two columns yourself, or add a file that has such a column.',
  'joins.cancelled.title': () => 'You stopped us looking',
  'joins.cancelled': () => 'Nothing was changed.',
  'joins.list': () => 'Connections',
  'joins.line': (v) =>
    v.leftColumn === v.rightColumn
      ? `“${v.left}” and “${v.right}” by “${v.leftColumn}”`
      : `“${v.left}” by “${v.leftColumn}” and “${v.right}” by “${v.rightColumn}”`,
  'joins.found': (v, f) =>
    Number(v.unmatched) === 0
      ? `${v.name}: all ${f.count(Number(v.matched), 'row', 'rows')} found`
      : `${v.name}: ${f.number(Number(v.matched))} found, ${f.number(Number(v.unmatched))} not`,
  'joins.blank': (v, f) => `${f.number(Number(v.blank))} empty`,
  'joins.doubtful': () => 'doubtful',
  'joins.own': () => 'yours',
  'joins.switch': (v) => `Join “${v.left}” and “${v.right}” by “${v.column}”`,
  'joins.use': () => 'What it is good for',
  'joins.use.customer': () => 'It says which customer a row is about.',
  'joins.use.returns': () => 'It says which orders came back, for the share of returns.',
  'joins.use.lookup': () => 'It says more about each row, such as its category or place.',
  'joins.use.facts': () => 'It says more about each customer.',
  'joins.use.events': () => 'It says which customer came by or opened an e-mail.',
  'joins.use.none': () => 'No customer fact uses it yet.',
  'joins.how': () => 'How they fit',
  'joins.cardinality.oneToOne': (v) => `Each value stands once in “${v.left}” and once in “${v.right}”.`,
  'joins.cardinality.oneToMany': (v) =>
    `Each value stands once in “${v.left}” and may stand several times in “${v.right}”.`,
  'joins.cardinality.manyToOne': (v) =>
    `Each value may stand several times in “${v.left}” and stands once in “${v.right}”.`,
  'joins.cardinality.manyToMany': (v) => `Values stand several times in both “${v.left}” and “${v.right}”.`,
  'joins.why': () => 'Why we think so',
  'joins.remove': () => 'Remove it',
  'joins.removed': () => 'The connection is gone.',
  'joins.switchedOn': () => 'Connected.',
  'joins.switchedOff': () => 'Not connected any more.',
  'joins.rows': () => 'Rows that find nothing',
  'joins.rows.side': (v, f) => `${v.name} (${f.number(Number(v.unmatched))})`,
  'joins.rows.none': (v) => `Every row of “${v.name}” that has a value finds something.`,
  'joins.rows.listed': (v, f) => `the first ${f.number(Number(v.listed))} of ${f.number(Number(v.total))}`,
  'joins.rows.marked': () => 'This value stands nowhere in the other table',
  'joins.rows.row': () => 'Row',
  'joins.rows.file': () => 'File',
  'joins.rows.empty': () => 'empty',
  'joins.add': () => 'Add a connection',
  'joins.add.title': () => 'Which columns hold the same thing?',
  'joins.add.left': () => 'One table',
  'joins.add.right': () => 'The other table',
  'joins.add.column': () => 'Its column',
  'joins.add.choose': () => 'Choose',
  'joins.add.counting': () => 'Counting …',
  'joins.add.stopped': () => 'Not counted.',
  'joins.add.again': () => 'Count again',
  'joins.add.do': () => 'Connect them',
  'joins.added': () => 'Connected.',
} satisfies WordList;
