import { type Progress, silent, throwIfCancelled } from '../progress.ts';
import type { KeySample } from './join-tables.ts';
import { type KeyForm, keyForms, keyIn } from './key-forms.ts';

/** One side of a comparison; where the values are a sample, counts are scaled up to the whole. */
export interface MatchedSide {
  readonly rows: number;
  readonly missing: number;
  /** Different values. */
  readonly keys: number;
  /** Values that more than one row has. */
  readonly repeatedKeys: number;
  readonly rowsPerKeyAtMost: number;
  /** Rows with a value that the other side has, and those with one that it has not. */
  readonly matchedRows: number;
  readonly unmatchedRows: number;
  readonly unmatchedKeys: number;
}

export interface KeyMatch {
  readonly form: KeyForm;
  /** Different values that both sides have. */
  readonly keys: number;
  readonly sides: readonly [MatchedSide, MatchedSide];
  /** False where the counts are estimated from a sample. */
  readonly isExact: boolean;
}

/** A freer form has to find so much more than the one before. */
const worthwhile = 1.02;

const valuesPerLook = 4096;

const rowsByKey = (
  { values, hashes, counts }: KeySample,
  form: KeyForm,
  share: number,
  progress: Progress,
): Map<string, number> => {
  const rows = new Map<string, number>();
  for (let i = 0; i < values.length; i += 1) {
    if (i % valuesPerLook === 0) throwIfCancelled(progress);
    if (hashes[i]! >= share) continue;
    const key = keyIn(form, values[i]!);
    rows.set(key, (rows.get(key) ?? 0) + counts[i]!);
  }
  return rows;
};

const sideOf = (
  sample: KeySample,
  own: Map<string, number>,
  other: Map<string, number>,
  share: number,
): MatchedSide => {
  let [repeated, most, matched, unmatchedKeys] = [0, 0, 0, 0];
  for (const [key, rows] of own) {
    if (rows > 1) repeated += 1;
    if (rows > most) most = rows;
    if (other.has(key)) matched += rows;
    else unmatchedKeys += 1;
  }
  const filled = sample.rows - sample.missing;
  const scaled = (n: number): number => Math.round(n / share);
  const matchedRows = Math.min(filled, scaled(matched));
  return {
    rows: sample.rows,
    missing: sample.missing,
    keys: scaled(own.size),
    repeatedKeys: scaled(repeated),
    rowsPerKeyAtMost: most,
    matchedRows,
    unmatchedRows: filled - matchedRows,
    unmatchedKeys: scaled(unmatchedKeys),
  };
};

/**
 * What two columns have in common, in the form that changes the values least of those that find (almost) the most.
 * O(values × forms).
 * @throws AppError `cancelled`
 */
export const matchKeys = (a: KeySample, b: KeySample, progress: Progress = silent): KeyMatch => {
  const share = Math.min(a.share, b.share);
  const tried = keyForms.map((form) => {
    const [inA, inB] = [rowsByKey(a, form, share, progress), rowsByKey(b, form, share, progress)];
    const [small, large] = inA.size <= inB.size ? [inA, inB] : [inB, inA];
    let keys = 0;
    for (const key of small.keys()) if (large.has(key)) keys += 1;
    return { form, inA, inB, keys };
  });
  let best = tried[0]!;
  for (const one of tried) if (one.keys > best.keys * worthwhile) best = one;
  return {
    form: best.form,
    keys: Math.round(best.keys / share),
    sides: [sideOf(a, best.inA, best.inB, share), sideOf(b, best.inB, best.inA, share)],
    isExact: share === 1,
  };
};
