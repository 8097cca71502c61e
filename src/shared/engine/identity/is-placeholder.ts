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
  'gast',
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
  'cash',
]);

/** Whether a folded value only says that there is none. */
export const isPlaceholder = (folded: string): boolean => folded === '' || words.has(folded) || /^(.)\1*$/.test(folded);
