import type { WordList } from '../phrase.ts';

/** Taking pictures and tables along: onto the clipboard and into files. */
export const taking = {
  'taking.picture': () => 'Copy or save',
  'taking.picture.of': (v) => `Copy or save: ${v.title}`,
  'taking.picture.copy': () => 'Copy picture',
  'taking.picture.copied': () => 'The picture is on the clipboard.',
  'taking.picture.png': () => 'PNG, for slides',
  'taking.picture.svg': () => 'SVG, for print',
  'taking.ground': () => 'Ground of the picture',
  'taking.ground.light': () => 'White',
  'taking.ground.dark': () => 'Dark',
  'taking.figures': () => 'The figures behind it',
  'taking.table': () => 'Copy or save the table',
  'taking.table.of': (v) => `Copy or save the table: ${v.title}`,
  'taking.table.copy': () => 'Copy table',
  'taking.table.copied': (v) => `The table is on the clipboard: ${v.rows}.`,
  'taking.csv': () => 'CSV',
  'taking.xlsx': () => 'Excel',
  'taking.xlsx.sheets': (v, f) =>
    `Excel, on ${f.number(Number(v.sheets))} sheets: one takes ${f.number(Number(v.most))} rows`,
  'taking.xlsx.large': (v, f) => `Excel, up to ${f.number(Number(v.most))} rows`,
  'taking.gathering': (v) => `Gathering ${v.title}`,
  'taking.refused': () => 'The clipboard could not be reached. Save a file instead, or allow copying for this page.',
  'taking.find': (v) => `${v.what}: ${v.title}`,
  'taking.find.group': () => 'On this screen',
} satisfies WordList;
