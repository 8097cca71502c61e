/** What a cell looks like, roughly; only good enough to tell headings from values. */
export type ValueShape = 'empty' | 'number' | 'date' | 'text';

const missingWords = new Set(['', '-', '–', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', '?']);
const numberPattern =
  /^[-+(]?\s*[€$£¥]?\s*[-+]?(\d[\d.,'’\u00a0\u202f ]*|[.,]\d+)(e[-+]?\d+)?\s*([%€$£¥]|[A-Z]{3}|kr|zł)?\)?$/i;
const datePattern =
  /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-/ .][a-zäéû]{3,9}\.?[-/ ,.]+\d{2,4}|[a-z]{3,9}\.? \d{1,2},? \d{4})([ T,]+\d{1,2}[:.h].*)?$/i;
const timePattern = /^\d{1,2}:\d{2}(:\d{2})?( ?[ap]m)?$/i;

export const shapeOf = (cell: string): ValueShape => {
  const text = cell.trim();
  if (missingWords.has(text.toLowerCase())) return 'empty';
  // Dates first: 01.02.2023 would also pass for a number with dots.
  if (datePattern.test(text) || timePattern.test(text)) return 'date';
  return numberPattern.test(text) ? 'number' : 'text';
};
