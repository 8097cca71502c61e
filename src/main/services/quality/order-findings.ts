import { message } from '../../../shared/model/message.ts';
import type { Severity } from '../../../shared/model/quality.ts';
import { asideBit } from '../../../shared/model/source.ts';
import { epochDay } from '../aggregate-orders.ts';
import { breathe } from '../session.ts';
import { byShare } from './candidate.ts';
import { freshness } from './freshness.ts';
import { createRowList, type RowFinding, roleAt, type SearchSetting } from './row-finding.ts';
import { own, rowsInSteps } from './source-rows-in-steps.ts';

/** Order lines and orders: repeats, orders of several customers or days, and days without any. One pass. */
export const orderFindings = async (setting: SearchSetting): Promise<RowFinding[]> => {
  const { db, source, mask, job, onProgress } = setting;
  const hasOrder = roleAt(source, 'order') >= 0;
  const repeats = createRowList();
  let countedRepeats = 0;
  const shared = createRowList();
  const long = createRowList();
  const size = hasOrder ? source.lastOrder + 1 : 0;
  const ownerOf = new Int32Array(size);
  const dayOf = new Int32Array(size);
  const told = new Uint8Array(size);
  const days = new Set<number>();
  const epochs = new Map<string, number>();
  for (const { rows, done } of rowsInSteps(db, source, [])) {
    for (const row of rows) {
      const number = row[own.row] as number;
      const aside = row[own.aside] as number;
      if ((aside & asideBit.duplicate) !== 0)
        repeats.add(number, (aside & mask) === 0 ? (row[own.amount] as number | null) : null);
      if ((aside & asideBit.duplicate) !== 0 && (aside & mask) === 0) countedRepeats += 1;
      const text = row[own.day] as string | null;
      let day: number | null = null;
      if (text !== null) {
        day = epochs.get(text) ?? epochDay(text);
        epochs.set(text, day);
        days.add(day);
      }
      const order = row[own.order] as number | null;
      if (!hasOrder || order === null || order >= size || (aside & asideBit.noCustomer) !== 0) continue;
      const customer = row[own.customer] as number | null;
      if (customer !== null) {
        if (ownerOf[order] === 0) ownerOf[order] = customer;
        else if (ownerOf[order] !== customer && (told[order]! & 1) === 0) {
          told[order]! |= 1;
          shared.add(number);
        }
      }
      if (day !== null) {
        // Day 0 is 1970; shifted so that 0 means none yet.
        const shifted = day + 1_000_000;
        if (dayOf[order] === 0) dayOf[order] = shifted;
        // Past midnight it is still the same order.
        else if (Math.abs(dayOf[order]! - shifted) > 1 && (told[order]! & 2) === 0) {
          told[order]! |= 2;
          long.add(number);
        }
      }
    }
    onProgress(done);
    await breathe(job);
  }
  const order = roleAt(source, 'order');
  const found: RowFinding[] = [];
  const share = (rows: number) => rows / Math.max(1, source.rows);
  const add = (
    kind: 'sharedOrder' | 'longOrder' | 'duplicates',
    list: ReturnType<typeof createRowList>,
    severity: Severity,
  ) => {
    const { rows, found: which, micros } = list.get();
    if (rows === 0) return;
    const key = kind === 'duplicates' ? 'quality.duplicates.lines' : `quality.${kind}`;
    found.push({
      kind,
      at: kind === 'duplicates' ? null : order,
      severity,
      rows,
      found: which,
      micros,
      message: message(key, { rows }),
      ...(kind === 'duplicates' ? { countedRows: countedRepeats } : {}),
    });
  };
  add('duplicates', repeats, 'low');
  add('sharedOrder', shared, byShare(0.01)(share(shared.get().rows)));
  add('longOrder', long, 'low');
  return [...found, ...freshness(days, setting)];
};
