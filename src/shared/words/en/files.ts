import type { WordList } from '../phrase.ts';

/** What files are called, after the project, and what stands above their columns. */
export const files = {
  'file.segments': () => 'segments',
  'file.customers': () => 'customers',
  'file.mailingList': () => 'mailing list',
  'file.exact': () => 'original',
  'file.features': () => 'features',
  'file.predictions': () => 'predictions',
  'file.flow': () => 'customers who moved',
  'file.report': () => 'report',
  'file.sample': () => 'Sample shop',

  'file.sheet.segments': () => 'Segments',
  'file.sheet.features': () => 'Features',
  'file.sheet.customers': () => 'Customers',

  'file.column.customer': () => 'customer',
  'file.column.name': () => 'name',
  'file.column.email': () => 'email',
  'file.column.segment': () => 'segment',
  'file.column.segmentId': () => 'segment_id',
  'file.flow.customer': () => 'Customer',
  'file.flow.name': () => 'Name',
  'file.flow.fact': (v) => `${v.fact} (${v.day})`,
  'file.flow.before': (v) => `${v.fact} (before)`,
  'file.flow.after': (v) => `${v.fact} (after)`,
} satisfies WordList;
