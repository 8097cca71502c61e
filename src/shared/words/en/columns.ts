import type { Format } from '../format.ts';
import type { Values, WordList } from '../phrase.ts';

const rowsOf = (v: Values, f: Format): string => f.count(Number(v.rows), 'row', 'rows');
/** What filters let through of them. */
const shownOf = (v: Values, f: Format): string =>
  v.shown === null ? '' : `, ${f.number(Number(v.shown))} of them shown`;

/** What stands in the columns of a table: in the list beside it, and on a column’s own page. */
export const columns = {
  'column.filled.all': () => 'No cell is empty.',
  'column.filled.most': (v, f) =>
    `“${v.column}” lacks most: ${f.share(Number(v.share))} of its cells are empty${Number(v.others) === 0 ? '' : `, and ${f.count(Number(v.others), 'other column has', 'other columns have')} gaps, too`}.`,
  'column.filled.picture': () => 'How much of each column is filled',
  'column.filled.one': (v, f) => `${v.column}: ${f.share(Number(v.share))} filled`,

  'column.counting': () => 'Counting',
  'column.open': (v) => `All about ${v.column}`,
  'column.back': () => 'All columns',
  'column.bars': (v) => `${v.column}: show rows by their bar`,
  'column.values': (v) => `${v.column}: show rows by value`,
  'column.bar': (v, f) => `${v.from === v.to ? v.from : `${v.from} to ${v.to}`}: ${rowsOf(v, f)}${shownOf(v, f)}`,
  'column.value': (v, f) => `${v.text}: ${rowsOf(v, f)}${shownOf(v, f)}`,
  'column.range': (v) => (v.least === v.most ? String(v.least) : `${v.least} to ${v.most}`),
  'column.different': (v, f) => `${v.about === true ? 'about ' : ''}${f.number(Number(v.count))} different`,
  'column.allDifferent': () => 'all different',
  'column.empty': (v, f) => `${f.number(Number(v.count))} empty (${f.share(Number(v.share))})`,
  'column.odd': (v, f) => `${f.number(Number(v.count))} not as expected`,
  'column.nothing': () => 'Nothing stands in it.',

  'column.title.range': (v) =>
    v.quarter === v.threeQuarters
      ? `At least half of the rows have ${v.middle}`
      : `Half of the rows lie between ${v.quarter} and ${v.threeQuarters}; the middle is ${v.middle}`,
  'column.axis': (v) => String(v.column),
  'column.axis.log': (v) => `${v.column}; steps multiply`,
  'column.beyond': (v, f) =>
    `${f.count(Number(v.rows), 'row lies', 'rows lie')} beyond the picture and ${Number(v.rows) === 1 ? 'counts' : 'count'} in the outermost bars.`,
  'column.box': () => 'The box holds the middle half, the line in it the middle row.',
  'column.from': () => 'From',
  'column.to': () => 'To',
  'column.rows': () => 'Rows',
  'column.shown': () => 'Shown',
  'column.figures': () => 'In figures',
  'column.figure.filled': () => 'Filled rows',
  'column.figure.empty': () => 'Empty',
  'column.figure.odd': () => 'Not as expected',
  'column.figure.different': () => 'Different values',
  'column.figure.mean': () => 'Mean',
  'column.figure.about': (v, f) => `about ${f.number(Number(v.count))}`,
  'column.frequent': () => 'Most frequent',
  'column.frequent.none': () => 'No value is more frequent than the others.',
  'column.oddOnes': () => 'Not as expected',
  'column.oddOnes.text': () => 'These are kept as they were written and counted nowhere.',
  'column.showEmpty': () => 'Show the empty rows',
  'column.showOdd': () => 'Show these rows',
  'column.asAll': () => 'Show all rows again',
} satisfies WordList;
