import { leastOverlapOfNamesakes, matchSegments } from '../../shared/engine/explain/match-segments.ts';
import { nameId } from '../../shared/engine/explain/unique-names.ts';
import type { Message } from '../../shared/model/message.ts';
import type { SegmentEdit } from '../../shared/model/segmentation.ts';
import { excludedCustomers } from '../store/repositories/exclusions.ts';
import { mergedIdentities } from '../store/repositories/identity.ts';
import { activeSegmentationOf } from '../store/repositories/meta.ts';
import { type StoredFlow, type StoredSegmentation, segmentationById } from '../store/repositories/segmentations.ts';
import type { StoredSnapshot } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { FormerDivision } from './recipes/former-centers.ts';
import { type FormerSegment, formerSide, returnedSegments } from './returned-segments.ts';
import { movesBetween } from './run-moves.ts';
import { labelsInCommon, sideOf } from './run-side.ts';

/** What a new run has to do with those before it. */
export interface RunMatch {
  /** For each label; null for a new segment. */
  readonly goesOnAs: readonly (FormerSegment | null)[];
  /** Segments of the run before that none goes on as. */
  readonly vanished: readonly FormerSegment[];
  /** Colours of segments that are gone for longer. */
  readonly formerColors: readonly number[];
  /** How much of a segment of the run before and a new one is common to both: a Jaccard index. */
  overlap(before: FormerSegment, label: number): number;
  readonly flow: StoredFlow;
}

/**
 * What a run has to do with the one in use: nothing that is known (`free`); it has that one's segments by their middles,
 * label by label (`same`), or by the names that its method gives its parts (`named`); it is to have the same ones, and `pair` finds them for labels with too few customers in common.
 */
export type Lineage =
  | { readonly kind: 'free' }
  | { readonly kind: 'same'; readonly division: FormerDivision }
  /** Made by hand out of the one in use, whose input is `from`: what goes on is sure. */
  | { readonly kind: 'edited'; readonly edit: SegmentEdit; readonly from: string }
  | { readonly kind: 'named'; readonly names: readonly Message[] }
  | {
      readonly kind: 'alike';
      pair(
        run: StoredSegmentation,
        left: readonly FormerSegment[],
        open: readonly number[],
      ): ReadonlyMap<number, FormerSegment>;
    };

/** A label that surely goes on as a segment of the run in use, and whether it is called as before, too. */
export interface SureLabel {
  readonly segmentId: number;
  readonly keepsName: boolean;
}
export type SureLabels = ReadonlyMap<number, SureLabel>;

/** Labels without those that are spoken for. */
const openOnly = (labels: Int32Array, isSure: (label: number) => boolean): Int32Array =>
  labels.map((label) => (isSure(label) ? -1 : label));

/**
 * Matches the segments of a new run with those of the run in use, and those left over with segments that the runs before
 * it had; null where there is no run. Customers are the project's, so that runs may be about different months, features
 * or numbers of segments. O(customers + k³) for each run looked at.
 * @param lineage how far the new run is known to be the one in use brought up to date
 * @param sure by label, what goes on whatever the figures say
 * @throws AppError `cancelled`
 */
export const matchRun = async (
  db: Sqlite,
  snapshot: StoredSnapshot,
  labels: Int32Array,
  k: number,
  signal: AbortSignal,
  lineage: Lineage = { kind: 'free' },
  sure: SureLabels = new Map(),
): Promise<RunMatch | null> => {
  const activeId = activeSegmentationOf(db);
  const run = activeId === null ? null : segmentationById(db, activeId);
  if (run === null) return null;
  const { segments, side: earlier } = formerSide(db, run);
  const later = sideOf(db, snapshot.id, labels, k);
  const common = labelsInCommon(earlier, later);
  const goingOnSurely = new Set(Array.from(sure.values(), ({ segmentId }) => segmentId));
  const spokenFor = new Set(segments.flatMap(({ segment: { id, label } }) => (goingOnSurely.has(id) ? [label] : [])));
  const { earlierOf, jaccard } = matchSegments({
    earlier: openOnly(common.earlier, (label) => spokenFor.has(label)),
    later: openOnly(common.later, (label) => sure.has(label)),
    earlierK: earlier.k,
    laterK: k,
  });
  const foundAs = (label: number): FormerSegment | undefined => {
    const known = sure.get(label);
    if (known !== undefined) return segments.find(({ segment }) => segment.id === known.segmentId);
    if (lineage.kind === 'edited') return undefined;
    if (lineage.kind === 'same') return segments.find(({ segment }) => segment.label === label);
    if (lineage.kind !== 'named') return segments.find(({ segment }) => segment.label === earlierOf[label]);
    const name = lineage.names[label];
    return name === undefined
      ? undefined
      : segments.find(({ segment, givenName }) => !goingOnSurely.has(segment.id) && nameId(givenName) === nameId(name));
  };
  const found = Array.from(Array(k).keys(), (label) => foundAs(label) ?? null);
  const left = segments.filter((one) => !found.includes(one));
  const open = found.flatMap((one, label) => (one === null ? [label] : []));
  const paired = lineage.kind === 'alike' ? lineage.pair(run, left, open) : new Map<number, FormerSegment>();
  const goingOn = found.map((one, label) => one ?? paired.get(label) ?? null);
  const { goesOnAs, formerColors } = await returnedSegments(db, run, later, goingOn, signal);
  const merged = mergedIdentities(db);
  const excluded = excludedCustomers(db);
  return {
    goesOnAs,
    vanished: segments.filter((one) => !goingOn.includes(one)),
    formerColors,
    overlap: ({ segment }, label) => jaccard[label * earlier.k + segment.label]!,
    flow: { fromId: run.id, moves: movesBetween(earlier, later, { has: (id) => merged.has(id) || excluded.has(id) }) },
  };
};

/**
 * Lets new segments go on as vanished ones of which the same is said and who have enough in common: two that a person
 * would call the same, in two colours, would only puzzle.
 * @param names what each label is called from its figures
 */
export const matchNamesakes = (match: RunMatch, names: readonly Message[]): RunMatch => {
  const namesakeOf = (label: number) =>
    match.vanished.find(
      (one) => nameId(one.givenName) === nameId(names[label]!) && match.overlap(one, label) >= leastOverlapOfNamesakes,
    );
  const goesOnAs = match.goesOnAs.map((one, label) => one ?? namesakeOf(label) ?? null);
  return { ...match, goesOnAs, vanished: match.vanished.filter((one) => !goesOnAs.includes(one)) };
};
