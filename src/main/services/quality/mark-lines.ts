import type { TradedLine } from '../../../shared/engine/quality/match-returns.ts';
import { asideBit } from '../../../shared/model/source.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { type MarkedSheet, productKey, textOf } from './marked-sheet.ts';
import { own, rowsInSteps } from './source-rows-in-steps.ts';

const unsold = asideBit.cancelled | asideBit.notAboveZero | asideBit.unreadable;

/** Second pass: lines of products that are none, of one-off buyers and of test customers; purchases that came back. */
export const markLines = async (
  db: Sqlite,
  sheet: MarkedSheet,
  known: {
    readonly none: ReadonlySet<string>;
    readonly wholesale: ReadonlySet<number>;
    readonly testers: ReadonlySet<number>;
    readonly pairs: ReadonlySet<string>;
    readonly traded: Map<string, (TradedLine & { sheet: MarkedSheet })[]>;
  },
  job: Pick<JobContext, 'signal'>,
  onProgress: (done: number) => void,
): Promise<void> => {
  const { source, bits, first, columns } = sheet;
  const { code, description } = columns.product;
  const wanted = [...new Set([code, description, columns.quantity].filter((at) => at >= 0))];
  const at = (column: number): number => (column < 0 ? -1 : wanted.indexOf(column));
  const [codeAt, descriptionAt, quantityAt] = [at(code), at(description), at(columns.quantity)];
  for (const { rows, done } of rowsInSteps(db, source, wanted)) {
    for (const row of rows) {
      const customer = row[own.customer] as number | null;
      const codeText = textOf(row, codeAt);
      let found = 0;
      if (known.none.has(productKey(codeText, textOf(row, descriptionAt)))) found |= asideBit.nonProduct;
      if (customer !== null && known.wholesale.has(customer)) found |= asideBit.wholesale;
      if (customer !== null && known.testers.has(customer)) found |= asideBit.test;
      const number = row[own.row] as number;
      if (customer !== null && codeText !== null && known.pairs.size > 0) {
        const key = `${customer}\u0000${codeText}`;
        const quantity = quantityAt < 0 ? row[own.amount] : row[own.first + quantityAt];
        const day = row[own.day];
        const aside = row[own.aside] as number;
        if (
          known.pairs.has(key) &&
          typeof quantity === 'number' &&
          typeof day === 'string' &&
          (quantity < 0 || (aside & unsold) === 0)
        ) {
          const lines = known.traded.get(key) ?? [];
          lines.push({ row: number, day: Math.round(Date.parse(day.slice(0, 10)) / 86_400_000), quantity, sheet });
          known.traded.set(key, lines);
        }
      }
      if (found !== 0) bits[number - first]! |= found;
    }
    onProgress(done);
    await breathe(job);
  }
};
