import type { ColumnRole, ColumnType } from '../../../shared/model/column.ts';
import type { ColumnEvidence } from '../typing/column-evidence.ts';
import { readAs, readAsText, type TypeHints, type TypeReading } from '../typing/decide-type.ts';

const naming: readonly ColumnRole[] = ['customer', 'order', 'product', 'name', 'email', 'phone'];
const measuring: readonly ColumnRole[] = ['quantity', 'price', 'amount'];
/** Spreadsheet programs and pandas write 17850 as `17850.0`. */
const isWhole = ({ numbers: { cells, decimals, endInZero } }: ColumnEvidence): boolean =>
  decimals.dot[1] === cells && endInZero.dot === cells;
const isNumber = (type: ColumnType): boolean => type === 'integer' || type === 'decimal';

/**
 * The type a column has in its role. What names something stays text unless all of it are whole numbers, so that
 * `C536379` among digits is no mistake; a day is read as a day and money as a number, whatever they were taken for.
 */
export const settleType = (
  evidence: ColumnEvidence,
  role: ColumnRole,
  reading: TypeReading,
  hints: TypeHints,
): TypeReading => {
  const { type } = reading;
  if (role === 'date') return type === 'date' || type === 'timestamp' ? reading : readAs(evidence, 'date', hints);
  if (measuring.includes(role)) return isNumber(type) ? reading : readAs(evidence, 'integer', hints);
  if (!naming.includes(role)) return reading;
  // What has decimals is no number of somebody, whatever it looks like: `1523.1700` is another than `1523.17`.
  if (type === 'decimal' && !isWhole(evidence)) return readAs(evidence, 'text', hints);
  if (isNumber(type) && reading.odd === 0 && (role === 'customer' || reading.format === null)) return reading;
  return role === 'product' ? readAsText(evidence, hints) : readAs(evidence, 'text', hints);
};
