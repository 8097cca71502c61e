import { type Progress, throwIfCancelled } from '../progress.ts';
import { hashText } from './hash-text.ts';
import type { JoinColumn } from './join-tables.ts';
import { keyIn } from './key-forms.ts';

/**
 * The different values of a column, or of a large one those whose hash is below a bound: the same values in every column,
 * so that what two samples have in common says what the columns have.
 */
export interface KeySample {
  readonly rows: number;
  /** Rows without a value. */
  readonly missing: number;
  /** Share of the different values that is kept; 1 where it is all of them. */
  readonly share: number;
  readonly values: readonly string[];
  /** Of each value: its hash in [0, 1) in the barest form, and its rows. */
  readonly hashes: Float64Array;
  readonly counts: Float64Array;
}

const rowsPerLook = 4096;

/**
 * Reads a column through once (adaptive sampling: M. Wegman; Flajolet 1990): whenever more than `valuesAtMost` different
 * values are kept, those with a hash above half the bound are let go. Exact up to that many. O(rows).
 * @throws AppError `cancelled`
 */
export const sampleKeys = ({ values }: JoinColumn, valuesAtMost: number, progress: Progress): KeySample => {
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
  for (const value of values) {
    if (rows % rowsPerLook === 0) throwIfCancelled(progress);
    rows += 1;
    if (value === null || value === '') {
      missing += 1;
      continue;
    }
    const place = places.get(value);
    if (place !== undefined) {
      counts[place]! += 1;
      continue;
    }
    const hash = hashText(keyIn('bare', value));
    if (hash >= share) continue;
    places.set(value, kept.length);
    kept.push(value);
    hashes.push(hash);
    counts.push(1);
    while (kept.length > valuesAtMost) halve();
  }
  return { rows, missing, share, values: kept, hashes: Float64Array.from(hashes), counts: Float64Array.from(counts) };
};
