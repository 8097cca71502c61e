import { AppError } from '../../errors.ts';
import { type Message, message } from '../../model/message.ts';
import { type Progress, part, silent, throwIfCancelled } from '../progress.ts';
import { applyDecisions } from './apply-decisions.ts';
import { blockingPasses } from './blocking-passes.ts';
import { type Blocks, makeBlocks } from './blocks.ts';
import { type CandidatePairs, comparePairs } from './candidate-pairs.ts';
import { comparePair } from './compare-pair.ts';
import { comparisonFields, levelCounts, patternLevels } from './comparison-fields.ts';
import { exactCounts } from './exact-counts.ts';
import { createExactKeys, exactVerdicts } from './exact-keys.ts';
import { fitMatchModel } from './fit-match-model.ts';
import { leaveOutImpersonal } from './impersonal-values.ts';
import { joinByEvidence } from './join-by-evidence.ts';
import { joinByKeys } from './join-by-keys.ts';
import type { MatchModel } from './match-model.ts';
import { isPhoneCountry } from './normalise-phone.ts';
import { type PreparedRecords, prepareRecords } from './prepared-records.ts';
import { compareRandomPairs } from './random-pairs.ts';
import { createRecordSets, type RecordSets } from './record-sets.ts';
import type { IdentityRecords, KeyField, PersonDecision } from './records.ts';
import { createScorer, type PairScorer, probabilityOf } from './score-pairs.ts';

export interface LinkOptions {
  readonly seed: number;
  /** Fields of which equal values mean one customer, whatever else says. */
  readonly keys?: readonly KeyField[];
  /** Whether records without a name are one customer where their mailbox is the same (`exactVerdictOf`). */
  readonly exactKeys?: boolean;
  /** Two letters (ISO 3166) of the country that phone numbers without a country's code belong to. */
  readonly phoneCountry?: string;
  /** What a person said of pairs of records; always respected. */
  readonly decisions?: readonly PersonDecision[];
  /** Probability from which a pair is one customer without asking. */
  readonly sureFrom?: number;
  /** Probability from which a pair is asked about. */
  readonly doubtfulFrom?: number;
  /** Most pairs to compare; the largest blocks are left out where there would be more. */
  readonly pairsAtMost?: number;
  /** Most records that evidence alone may make one customer. */
  readonly recordsAtMost?: number;
  /** Pairs drawn at random for how often strangers agree. */
  readonly randomPairs?: number;
  /** A model learnt before, to be used as it is. */
  readonly model?: MatchModel;
}

/** What was made of a pair, by its place in this list. */
export const pairVerdicts = ['sure', 'doubtful', 'held'] as const;

/** Pairs that are sure or doubtful, by the records they stand for; entry i of each array belongs to pair i. */
interface LinkedPairs {
  readonly count: number;
  /** The record with the lower number. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Probability that the pair is one customer, and its log odds in bits. */
  readonly probability: Float64Array;
  readonly weight: Float64Array;
  /** How the fields compare (`patternLevels`), and what the frequency of the name adds: for `explainPair`. */
  readonly pattern: Uint16Array;
  readonly nameBits: Float64Array;
  /** A place in `pairVerdicts`: `held` is sure by itself but was not joined. */
  readonly verdict: Uint8Array;
  /** A place in `holdReasons`. */
  readonly held: Uint8Array;
}

/** What one pass of blocking gave. */
interface PassReport {
  readonly pass: string;
  readonly pairs: number;
  readonly skippedBlocks: number;
  readonly skippedRecords: number;
}

export interface Linkage {
  /** The customer of each record: 0 for the first record's, and so on as they first come. */
  readonly groups: Int32Array;
  readonly groupCount: number;
  readonly pairs: LinkedPairs;
  readonly model: MatchModel;
  /** Pairs that were compared. */
  readonly compared: number;
  readonly passes: readonly PassReport[];
  /** What was left out, for people. */
  readonly notes: readonly Message[];
  /** Places of decisions that later ones had overruled. */
  readonly overruled: readonly number[];
}

const checkOptions = (records: IdentityRecords, options: LinkOptions): void => {
  const refuse = (problem: string): AppError => new AppError('badInput', { method: 'linkRecords', problem });
  const { count, ...columns } = records;
  for (const [name, column] of Object.entries(columns))
    if (column !== undefined && column.length !== count) throw refuse(`${name} has not ${count} entries`);
  for (const { a, b } of options.decisions ?? [])
    if (!(a >= 0 && a < count && b >= 0 && b < count) || a === b) throw refuse(`no two records are ${a} and ${b}`);
  if (options.phoneCountry !== undefined && !isPhoneCountry(options.phoneCountry))
    throw refuse(`no calling code is known of ${options.phoneCountry}`);
};

const learn = (
  records: PreparedRecords,
  blocks: readonly Blocks[],
  candidates: CandidatePairs,
  random: Float64Array,
  progress: Progress,
): MatchModel =>
  fitMatchModel(
    {
      levelCounts,
      levels: patternLevels,
      sessions: blocks.map(({ pass }, i) => ({
        counts: candidates.byPass[i]!,
        isUsed: comparisonFields.map(({ name }) => pass.uses.includes(name)),
      })),
      found: candidates.found,
      random,
      pairs: Math.max(1, (records.count * (records.count - 1)) / 2),
      exact: exactCounts(records),
    },
    {},
    progress,
  );

const pairsPerLook = 16_384;

/** The pairs that are likely enough, with all that is known of them. O(pairs). */
const keepLikely = (
  { count, a, b, pattern }: CandidatePairs,
  scorer: PairScorer,
  least: number,
  exactOf: (pattern: number, a: number, b: number) => number,
  progress: Progress,
): Omit<LinkedPairs, 'verdict' | 'held'> => {
  const kept: number[] = [];
  const bits: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < count; i += 1) {
    if (i % pairsPerLook === 0) throwIfCancelled(progress);
    const nameBits = scorer.nameBits(pattern[i]!, a[i]!, b[i]!);
    const weight = scorer.weight(pattern[i]!, nameBits);
    if (probabilityOf(weight) < least && exactOf(pattern[i]!, a[i]!, b[i]!) === 0) continue;
    kept.push(i);
    bits.push(nameBits);
    weights.push(weight);
  }
  const likely = {
    count: kept.length,
    a: new Int32Array(kept.length),
    b: new Int32Array(kept.length),
    pattern: new Uint16Array(kept.length),
    probability: new Float64Array(kept.length),
    weight: Float64Array.from(weights),
    nameBits: Float64Array.from(bits),
  };
  for (let k = 0; k < kept.length; k += 1) {
    if (k % pairsPerLook === 0) throwIfCancelled(progress);
    const i = kept[k]!;
    likely.a[k] = a[i]!;
    likely.b[k] = b[i]!;
    likely.pattern[k] = pattern[i]!;
    likely.probability[k] = probabilityOf(weights[k]!);
  }
  return likely;
};

/** Sets as numbers from 0 in the order in which their first records come. */
const numberGroups = (sets: RecordSets, count: number): { groups: Int32Array; groupCount: number } => {
  const groups = new Int32Array(count);
  const numbers = new Int32Array(count).fill(-1);
  let groupCount = 0;
  for (let i = 0; i < count; i += 1) {
    const root = sets.rootOf(i);
    if (numbers[root]! < 0) {
      numbers[root] = groupCount;
      groupCount += 1;
    }
    groups[i] = numbers[root]!;
  }
  return { groups, groupCount };
};

/**
 * Which records are one customer: what a person decided, then equal keys, then Fellegi-Sunter (`fitMatchModel`) over the
 * pairs that share a block, joined without chaining (`joinByEvidence`). The same records, options and seed give the same
 * bytes. O(records × passes + compared pairs); memory about 150 bytes a record and 10 a compared pair.
 * @throws AppError `badInput` where columns differ in length or a decision names no two records, `cancelled`
 */
export const linkRecords = (records: IdentityRecords, options: LinkOptions, progress: Progress = silent): Linkage => {
  checkOptions(records, options);
  const { seed, keys = [], phoneCountry = 'US', decisions = [], sureFrom = 0.98, doubtfulFrom = 0.5 } = options;
  const { pairsAtMost = 12_000_000, recordsAtMost = 30, randomPairs = 500_000 } = options;
  const prepared = prepareRecords(records, phoneCountry, part(progress, 0, 0.25));
  const sets = createRecordSets(prepared.count);
  const overruled = applyDecisions(sets, decisions);
  const notes = joinByKeys(prepared, keys, sets, progress);
  notes.push(...leaveOutImpersonal(prepared, progress));
  const blocks = makeBlocks(blockingPasses(prepared, keys), prepared.count, pairsAtMost, part(progress, 0.25, 0.35));
  const candidates = comparePairs(prepared, blocks, part(progress, 0.35, 0.75));
  const random = options.model ? null : compareRandomPairs(prepared, randomPairs, seed, part(progress, 0.75, 0.85));
  const model = options.model ?? learn(prepared, blocks, candidates, random!, part(progress, 0.85, 0.9));
  const scorer = createScorer(model, prepared.names);
  const exactOf = options.exactKeys === true ? createExactKeys(prepared) : () => 0;
  const likely = keepLikely(candidates, scorer, doubtfulFrom, exactOf, part(progress, 0.9, 0.93));
  const verdict = new Uint8Array(likely.count).fill(1);
  const held = new Uint8Array(likely.count);
  throwIfCancelled(progress);
  const sure = Int32Array.from({ length: likely.count }, (_, i) => i).filter(
    (i) =>
      (likely.probability[i]! >= sureFrom && !scorer.isContradicted(likely.pattern[i]!)) ||
      exactVerdicts[exactOf(likely.pattern[i]!, likely.a[i]!, likely.b[i]!)] === 'sure',
  );
  const isContradicted = (a: number, b: number): boolean => scorer.isContradicted(comparePair(prepared, a, b));
  const reasons = joinByEvidence(sets, likely, sure, recordsAtMost, isContradicted, part(progress, 0.93, 0.99));
  sure.forEach((pair, i) => {
    verdict[pair] = reasons[i] === 0 ? 0 : 2;
    held[pair] = reasons[i]!;
  });
  const skipped = blocks.reduce((sum, { skippedRecords }) => sum + skippedRecords, 0);
  if (skipped > 0) notes.push(message('identity.note.skipped', { records: skipped }));
  progress.report(1);
  return {
    ...numberGroups(sets, prepared.count),
    pairs: { ...likely, verdict, held },
    model,
    compared: candidates.count,
    passes: blocks.map(({ pass, pairs, skippedBlocks, skippedRecords }) => ({
      pass: pass.name,
      pairs,
      skippedBlocks,
      skippedRecords,
    })),
    notes,
    overruled,
  };
};
