/**
 * Endings of the files that can be read, for dialogs and folders; what a file is follows from its contents. Any of them
 * may be packed as `.gz`.
 */
export const readableEndings = [
  'csv',
  'tsv',
  'tab',
  'txt',
  'xlsx',
  'xlsm',
  'xlsb',
  'xls',
  'ods',
  'parquet',
  'json',
  'jsonl',
  'ndjson',
  'sqlite',
  'sqlite3',
  'db',
  'zip',
] as const;

const readableName = new RegExp(`\\.(${readableEndings.join('|')})(\\.gz)?$`, 'i');

export const hasReadableEnding = (name: string): boolean => readableName.test(name);
