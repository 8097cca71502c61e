import { type Message, message } from '../../model/message.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part } from '../progress.ts';
import { type PartitionTest, partitionTest } from './partition-test.ts';
import { type ValleyTest, valleyTest } from './valley-test.ts';
import { workingSample } from './working-sample.ts';

type StructureVerdict = 'none' | 'weak' | 'clear';

export interface StructureInput {
  /** Prepared: finite numbers, in the scale in which distances are taken. */
  readonly matrix: Matrix;
  readonly seed: number;
}

export interface Structure {
  readonly verdict: StructureVerdict;
  /** The lesser of the two tests' p-values, the valleys' over 0.95 and the parts' over 0.05 (weighted Bonferroni). */
  readonly pValue: number;
  readonly valley: ValleyTest;
  /** Null where the valleys said enough. */
  readonly partition: PartitionTest | null;
  /** Different rows that were looked at, and columns that vary. */
  readonly rows: number;
  readonly columns: number;
  readonly reason: Message;
}

const rowsAtMost = 4_000;
/** Structure from here on down, and clear structure. */
const structureLevel = 0.05;
const clearLevel = 0.02;
/** Valleys are the surer sign, and the other test has power to spare. */
const valleyWeight = 0.95;
/** Between two normal lumps of one size about 3.5 standard deviations apart. */
const clearSeparation = 0.1;

/**
 * Is there any structure at all, before any number of parts is spoken of? Two tests, each against “one lump”:
 * `clear`: valleys divide the rows (`valleyTest`, p ≤ 0.02 and a separation of at least 0.1). `weak`: shallower
 * valleys, or parts that overlap but part better than rows without structure would (`partitionTest`; p ≤ 0.05).
 * `none`: neither. Looks at 4,000 rows at most, drawn with the seed. Same input, same result.
 * @throws AppError `cancelled`
 */
export const structureOf = ({ matrix, seed }: StructureInput, progress: Progress): Structure => {
  const sample = workingSample(matrix, rowsAtMost, seed);
  const valley = valleyTest(sample, seed, part(progress, 0, 0.5));
  const byValley = Math.min(1, valley.pValue / valleyWeight);
  const isClear = byValley <= clearLevel && valley.separation >= clearSeparation;
  const partition = isClear ? null : partitionTest(sample, seed, part(progress, 0.5, 1));
  const pValue = Math.min(byValley, (partition?.pValue ?? 1) / (1 - valleyWeight));
  const verdict = isClear ? 'clear' : pValue <= structureLevel ? 'weak' : 'none';
  progress.report(1);
  const { rows, columns } = sample;
  return { verdict, pValue, valley, partition, rows, columns, reason: message(`structure.${verdict}`) };
};
