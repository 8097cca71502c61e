import { type Message, message } from '../../../shared/model/message.ts';
import { orderOfFormat } from '../typing/date-evidence.ts';
import { serialFormat } from '../typing/date-format.ts';
import { wayOfFormat } from '../typing/number-way.ts';
import { createCellReader } from '../typing/read-cell.ts';
import { dateOrder } from '../typing/scan-date.ts';
import { isCommaWay } from '../typing/scan-number.ts';
import type { TablePlan } from './plan-table.ts';

/** The first column whose cells prove which mark stands before decimals. */
const decimalMark = ({ survey, columns }: TablePlan): Message[] => {
  for (const [at, column] of columns.entries()) {
    if (column.type !== 'decimal' && column.type !== 'integer') continue;
    const isComma = isCommaWay(wayOfFormat(column.format));
    const written = survey.columns[at]!.numbers.proof[isComma ? 'comma' : 'dot'];
    const { value } = createCellReader(column)(written);
    if (written === '' || typeof value !== 'number') continue;
    return [
      message('source.read.decimals', {
        mark: isComma ? ',' : '.',
        column: column.name,
        written: written.trim(),
        value,
      }),
    ];
  }
  return [];
};

/** Which number of a date is the day, by the first column that proves it, else by what was taken. */
const dayOrMonth = ({ survey, columns }: TablePlan): Message[] => {
  let taken: Message | null = null;
  for (const [at, { name, type, format }] of columns.entries()) {
    if ((type !== 'date' && type !== 'timestamp') || format === null || format === serialFormat) continue;
    const order = orderOfFormat(format);
    const { dates } = survey.columns[at]!;
    if (order === dateOrder.yearFirst) continue;
    const isDayFirst = order === dateOrder.dayFirst;
    const proof = dates.proof[isDayFirst ? 'dayFirst' : 'monthFirst'].trim();
    if (proof !== '')
      return [message('source.read.days', { first: isDayFirst ? 'day' : 'month', column: name, written: proof })];
    if (dates.doubtful > 0)
      taken ??= message('source.read.daysTaken', {
        first: isDayFirst ? 'day' : 'month',
        column: name,
        written: dates.example.trim(),
      });
  }
  return taken === null ? [] : [taken];
};

/** How a table was read, and what in it says so. */
export const evidenceOf = (plan: TablePlan): Message[] => [
  ...(plan.survey.table.evidence ?? []),
  ...decimalMark(plan),
  ...dayOrMonth(plan),
];
