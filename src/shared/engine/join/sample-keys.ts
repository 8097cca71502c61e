import { type Progress, throwIfCancelled } from '../progress.ts';
import { hashText } from './hash-text.ts';
import type { JoinColumn, KeySample } from './join-tables.ts';
import { keyIn } from './key-forms.ts';

const rowsPerLook = 4096;

/** Takes a column's values in as they come; see `sampleKeys`. */
export interface KeySampler {
  add(value: string | null): void;
  finish(): KeySample;
}

/** A sampler for a column that nobody holds as a whole. O(1) a value; memory by `valuesAtMost`. */
export const createKeySampler = (valuesAtMost: number): KeySampler => {
  let places = new Map<string, number>();
  let kept: string[] = [];
  let hashes: number[] = [];
  let counts: number[] = [];
  let [rows, missing, share] = [0, 0, 1];
  const halve = (): void => {
    share /= 2;
    const still = kept.map((_, i) => i).filter((i) => hashes[i]! < share);
    kept = still.map((i) => kept[i]!);
    hashes = still.map((i) => hashes[i]!);
    counts = still.map((i) => counts[i]!);
    places = new Map(kept.map((value, i) => [value, i]));
  };
  return {
    add: (value) => {
      rows += 1;
      if (value === null || value === '') {
        missing += 1;
        return;
      }
      const place = places.get(value);
      if (place !== undefined) {
        counts[place]! += 1;
        return;
      }
      const hash = hashText(keyIn('bare', value));
      if (hash >= share) return;
      places.set(value, kept.length);
      kept.push(value);
      hashes.push(hash);
      counts.push(1);
      while (kept.length > valuesAtMost) halve();
    },
    finish: () => ({
      rows,
      missing,
      share,
      values: kept,
      hashes: Float64Array.from(hashes),
      counts: Float64Array.from(counts),
    }),
  };
};

/**
 * Reads a column through once (adaptive sampling: M. Wegman; Flajolet 1990): whenever more than `valuesAtMost` different
 * values are kept, those with a hash above half the bound are let go. Exact up to that many. O(rows).
 * @throws AppError `cancelled`
 */
export const sampleKeys = (
  { values }: Pick<JoinColumn, 'values'>,
  valuesAtMost: number,
  progress: Progress,
): KeySample => {
  const sampler = createKeySampler(valuesAtMost);
  let rows = 0;
  for (const value of values) {
    if (rows % rowsPerLook === 0) throwIfCancelled(progress);
    rows += 1;
    sampler.add(value);
  }
  return sampler.finish();
};
