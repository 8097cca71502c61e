import type { taking as english } from '../en/taking.ts';
import type { Translated } from '../phrase.ts';

/** Taking pictures and tables along: onto the clipboard and into files. */
export const taking: Translated<typeof english> = {
  'taking.picture': () => 'Kopieren oder speichern',
  'taking.picture.of': (v) => `Kopieren oder speichern: ${v.title}`,
  'taking.picture.copy': () => 'Bild kopieren',
  'taking.picture.copied': () => 'Das Bild ist in der Zwischenablage.',
  'taking.picture.png': () => 'PNG, für Folien',
  'taking.picture.svg': () => 'SVG, zum Drucken',
  'taking.ground': () => 'Hintergrund des Bilds',
  'taking.ground.light': () => 'Weiß',
  'taking.ground.dark': () => 'Dunkel',
  'taking.figures': () => 'Die Zahlen dahinter',
  'taking.table': () => 'Tabelle kopieren oder speichern',
  'taking.table.of': (v) => `Tabelle kopieren oder speichern: ${v.title}`,
  'taking.table.copy': () => 'Tabelle kopieren',
  'taking.table.copied': (v) => `Die Tabelle ist in der Zwischenablage: ${v.rows}.`,
  'taking.csv': () => 'CSV',
  'taking.xlsx': () => 'Excel',
  'taking.xlsx.sheets': (v, f) =>
    `Excel, auf ${f.number(Number(v.sheets))} Blättern: eines fasst ${f.number(Number(v.most))} Zeilen`,
  'taking.xlsx.large': (v, f) => `Excel, bis ${f.number(Number(v.most))} Zeilen`,
  'taking.gathering': (v) => `Wird zusammengestellt: ${v.title}`,
  'taking.refused': () =>
    'Die Zwischenablage war nicht erreichbar. Speichern Sie stattdessen eine Datei, oder erlauben Sie dieser Seite das Kopieren.',
  'taking.find': (v) => `${v.what}: ${v.title}`,
  'taking.find.group': () => 'Auf diesem Bildschirm',
};
