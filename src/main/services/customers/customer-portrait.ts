import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { PortraitFact } from '../../../shared/model/customer.ts';
import { type Spread, spreadOf } from '../../../shared/picture/spread.ts';
import { labelsOf } from '../../store/repositories/segmentations.ts';
import type { Answer } from '../answer.ts';
import type { ReaderServices } from '../services.ts';
import type { FindShown, ShownCustomers } from '../shown-customers.ts';

/** Facts of several runs; each takes a few kilobytes. */
const mostSpreads = 400;

const sharesBeside = (
  values: Float64Array,
  value: number,
  isAmong: (row: number) => boolean,
): { below: number; above: number } => {
  let [below, above, known] = [0, 0, 0];
  for (let row = 0; row < values.length; row += 1) {
    const other = values[row]!;
    if (Number.isNaN(other) || !isAmong(row)) continue;
    known += 1;
    if (other < value) below += 1;
    else if (other > value) above += 1;
  }
  return { below: known === 0 ? 0 : below / known, above: known === 0 ? 0 : above / known };
};

/**
 * A customer's facts among those of its segment and of everybody. How a fact is spread is kept, so that the next
 * customer's are told at once.
 */
export const createPortraits = (answer: Answer, shownOf: FindShown): Pick<ReaderServices['customers'], 'portrait'> => {
  const spreads = new Map<string, Spread>();
  const spreadIn = ({ table, segmentation }: ShownCustomers, labels: Int32Array, at: number, path: string): Spread => {
    const { features, id } = table.snapshot;
    const key = `${path} ${id} ${segmentation?.id ?? 0} ${features[at]!.key}`;
    const known = spreads.get(key);
    if (known !== undefined) return known;
    const k = Math.max(0, ...(segmentation?.segments.map(({ label }) => label + 1) ?? []));
    const made = spreadOf(table.columns[at]!, labels, k);
    spreads.set(key, made);
    const oldest = spreads.keys().next().value;
    if (spreads.size > mostSpreads && oldest !== undefined) spreads.delete(oldest);
    return made;
  };

  return {
    portrait: async ({ row, segmentationId }, signal) => {
      const facts: PortraitFact[] = [];
      for (;;) {
        if (signal?.aborted) throw new AppError('cancelled');
        // One fact an answer: others have their turn in between.
        const fact = await answer((db): PortraitFact | null => {
          const shown = shownOf(db, segmentationId);
          const { table, segmentation } = shown ?? { table: null, segmentation: null };
          if (shown === null || table === null || row < 0 || row >= table.ids.length)
            throw new AppError('notFound', { what: 'customer', id: row });
          const at = facts.length;
          const feature = table.snapshot.features[at];
          if (feature === undefined) return null;
          const labels =
            (segmentation === null ? null : labelsOf(db, segmentation.id)) ?? new Int32Array(table.ids.length).fill(-1);
          const spread = spreadIn(shown, labels, at, db.path);
          const label = labels[row]!;
          const value = table.columns[at]![row]!;
          const beside = Number.isNaN(value)
            ? null
            : sharesBeside(table.columns[at]!, value, label < 0 ? () => true : (other) => labels[other] === label);
          const { axis, low, high, everybody, parts } = spread;
          const copy = ({ count, quantiles, yes, density }: Spread['everybody']) => ({
            count,
            quantiles: quantiles === null ? null : ([...quantiles] as [number, number, number, number, number]),
            yes,
            density: [...density],
          });
          const own = parts[label];
          return {
            feature: feature.key,
            value: Number.isNaN(value) ? null : value,
            axis,
            low,
            high,
            everybody: copy(everybody),
            segment: own === undefined ? null : copy(own),
            below: beside?.below ?? null,
            above: beside?.above ?? null,
          };
        });
        if (fact === null) return facts;
        facts.push(fact);
        await setImmediate();
      }
    },
  };
};
