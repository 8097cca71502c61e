import { findHoles } from '../../../shared/engine/quality/find-holes.ts';
import { message } from '../../../shared/model/message.ts';
import { epochDay, isoDay } from '../aggregate-orders.ts';
import type { RowFinding, SearchSetting } from './row-finding.ts';

const daysBetween = (days: Set<number>): Int32Array => Int32Array.from(days).sort();

/** Stretches without a row, and a last day long ago. */
export const freshness = (days: Set<number>, { today, source }: SearchSetting): RowFinding[] => {
  const gaps = findHoles(daysBetween(days));
  if (gaps === null) return [];
  const found: RowFinding[] = [];
  const nothing = { at: null, rows: 0, found: [], micros: 0 };
  const [hole] = gaps.holes;
  if (hole !== undefined) {
    const values = { from: isoDay(hole.from), to: isoDay(hole.to), holes: gaps.holes.length };
    found.push({ ...nothing, kind: 'gap', severity: 'low', message: message('quality.gap', values) });
  }
  const age = today === null ? 0 : epochDay(today) - gaps.lastDay;
  if (age > Math.max(45, 5 * gaps.usual))
    found.push({
      ...nothing,
      kind: 'stale',
      severity: 'medium',
      scored: source.rows,
      message: message('quality.stale', { last: isoDay(gaps.lastDay), days: age }),
    });
  return found;
};
