import type { files as english } from '../en/files.ts';
import type { Translated } from '../phrase.ts';

/** What files are called, after the project, and what stands above their columns. */
export const files: Translated<typeof english> = {
  'file.segments': () => 'Segmente',
  'file.customers': () => 'Kunden',
  'file.mailingList': () => 'Verteiler',
  'file.exact': () => 'Original',
  'file.features': () => 'Merkmale',
  'file.predictions': () => 'Vorhersagen',
  'file.flow': () => 'gewechselte Kunden',
  'file.report': () => 'Bericht',
  'file.sample': () => 'Beispielladen',

  'file.sheet.segments': () => 'Segmente',
  'file.sheet.features': () => 'Merkmale',
  'file.sheet.customers': () => 'Kunden',

  'file.column.customer': () => 'Kunde',
  'file.column.name': () => 'Name',
  'file.column.email': () => 'E-Mail',
  'file.column.segment': () => 'Segment',
  'file.column.segmentId': () => 'Segmentnummer',
  'file.flow.customer': () => 'Kunde',
  'file.flow.name': () => 'Name',
  'file.flow.fact': (v) => `${v.fact} (${v.day})`,
  'file.flow.before': (v) => `${v.fact} (vorher)`,
  'file.flow.after': (v) => `${v.fact} (nachher)`,
};
