const words = new Set([
  'na',
  'n a',
  'none',
  'no',
  'nil',
  'null',
  'nan',
  'unknown',
  'unbekannt',
  'anonymous',
  'anonym',
  'guest',
  'test',
  'tbd',
  'keine',
  'kein',
  'sans',
  'xxx',
  'customer',
  'kunde',
  'walk in',
  'walkin',
]);

/** Whether a folded value only says that there is none. */
export const isPlaceholder = (folded: string): boolean =>
  folded === '' || words.has(folded) || /^(.)\1{2,}$/.test(folded);
