import { leastOverlapOfNamesakes, matchSegments } from '../../shared/engine/explain/match-segments.ts';
import { nameId } from '../../shared/engine/explain/unique-names.ts';
import type { Message } from '../../shared/model/message.ts';
import { activeSegmentationOf } from '../store/repositories/meta.ts';
import { type StoredFlow, segmentationById } from '../store/repositories/segmentations.ts';
import type { StoredSnapshot } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';
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
 * Matches the segments of a new run with those of the run in use, and those left over with segments that the runs before
 * it had; null where there is no run. Customers are the project's, so that runs may be about different months, features
 * or numbers of segments. O(customers + k³) for each run looked at.
 * @throws AppError `cancelled`
 */
export const matchRun = async (
  db: Sqlite,
  snapshot: StoredSnapshot,
  labels: Int32Array,
  k: number,
  signal: AbortSignal,
): Promise<RunMatch | null> => {
  const activeId = activeSegmentationOf(db);
  const run = activeId === null ? null : segmentationById(db, activeId);
  if (run === null) return null;
  const { segments, side: earlier } = formerSide(db, run);
  const later = sideOf(db, snapshot.id, labels, k);
  const { earlierOf, jaccard } = matchSegments({ ...labelsInCommon(earlier, later), earlierK: earlier.k, laterK: k });
  const goingOn = Array.from(earlierOf, (label) => segments.find(({ segment }) => segment.label === label) ?? null);
  const { goesOnAs, formerColors } = await returnedSegments(db, run, later, goingOn, signal);
  return {
    goesOnAs,
    vanished: segments.filter((one) => !goingOn.includes(one)),
    formerColors,
    overlap: ({ segment }, label) => jaccard[label * earlier.k + segment.label]!,
    flow: { fromId: run.id, moves: movesBetween(earlier, later) },
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
