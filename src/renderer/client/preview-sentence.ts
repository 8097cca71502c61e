import type { SheetPreview } from '../../shared/model/source.ts';
import { factsOf } from './mapping.ts';
import { format, t } from './words.ts';

const isOrders = (sheet: SheetPreview): boolean => sheet.kind === 'orderLines' || sheet.kind === 'orders';

const valuesOf = (sheet: SheetPreview) => ({
  ...sheet.totals,
  facts: factsOf(sheet.columns),
  rows: sheet.rows,
});

/** “4,338 customers, 18,532 orders, 1 Dec 2022 to 9 Dec 2023. Right?” */
export const previewQuestion = (sheets: readonly SheetPreview[]): string => {
  const orders = sheets.filter(isOrders);
  const [only] = orders.length === 1 ? orders : sheets;
  if (only && (sheets.length === 1 || orders.length === 1)) {
    if (isOrders(only)) return t('import.right.orders', valuesOf(only));
    if (only.kind === 'customers') return t('import.right.customers', valuesOf(only));
  }
  return t('import.right.many', { sheets: sheets.length, rows: sheets.reduce((sum, sheet) => sum + sheet.rows, 0) });
};

/** What one of several tables holds. */
export const sheetSentence = (sheet: SheetPreview): string =>
  t(
    isOrders(sheet)
      ? 'import.sheet.orders'
      : sheet.kind === 'customers'
        ? 'import.sheet.customers'
        : 'import.sheet.other',
    valuesOf(sheet),
  );

/** Each file once, with its sheets behind it. */
export const filesText = (sheets: readonly Pick<SheetPreview, 'file' | 'sheet'>[]): string =>
  format.list(
    [...new Set(sheets.map(({ file }) => file))].map((file) => {
      const names = sheets.flatMap((one) => (one.file === file && one.sheet !== null ? [one.sheet] : []));
      return names.length === 0 ? file : t('import.from.sheets', { file, sheets: names.join(', ') });
    }),
  );

export const sheetName = ({ file, sheet }: Pick<SheetPreview, 'file' | 'sheet'>): string =>
  sheet === null ? file : `${file} · ${sheet}`;
