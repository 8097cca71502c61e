import { leastOverlapOfNamesakes, matchSegments } from '../../shared/engine/explain/match-segments.ts';
import { nameId } from '../../shared/engine/explain/unique-names.ts';
import type { LabelMove } from '../../shared/model/flow.ts';
import type { Message } from '../../shared/model/message.ts';
import type { Segment } from '../../shared/model/segmentation.ts';
import { activeSegmentationOf } from '../store/repositories/meta.ts';
import { givenNamesOf, labelsOf, type StoredFlow, segmentationById } from '../store/repositories/segmentations.ts';
import { type StoredSnapshot, snapshotColumn, snapshotCustomers } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';

/** A segment of the run before, with the name that run gave it from its figures. */
interface FormerSegment {
  readonly segment: Segment;
  readonly givenName: Message;
}

/** What a new run has to do with the one before it. */
export interface RunMatch {
  /** For each label; null for a new segment. */
  readonly goesOnAs: readonly (FormerSegment | null)[];
  /** Segments of the run before that none goes on as. */
  readonly vanished: readonly FormerSegment[];
  /** How much of a segment of the run before and a new one is common to both: a Jaccard index. */
  overlap(before: Segment, label: number): number;
  readonly flow: StoredFlow;
}

/** One side: who its customers are, ascending, the label of each, and what each has spent. */
interface Side {
  readonly ids: Int32Array;
  readonly labels: Int32Array;
  readonly spent: Float64Array | null;
  /** Labels are below. */
  readonly k: number;
}

/** Calls back for each customer of either side once, with the row in each, −1 where the customer is not there. */
const walkBoth = (earlier: Int32Array, later: Int32Array, visit: (before: number, after: number) => void): void => {
  let before = 0;
  let after = 0;
  while (before < earlier.length || after < later.length) {
    const one = before < earlier.length ? earlier[before]! : Number.POSITIVE_INFINITY;
    const other = after < later.length ? later[after]! : Number.POSITIVE_INFINITY;
    visit(one <= other ? before : -1, other <= one ? after : -1);
    if (one <= other) before += 1;
    if (other <= one) after += 1;
  }
};

const none = -1;
const absent = -2;
const placeOf = (place: number): LabelMove['from'] => (place === absent ? 'absent' : place === none ? 'none' : place);

/** Who went where. What customers have spent is counted as of the later run, for those gone as of the earlier. */
const movesBetween = (earlier: Side, later: Side): LabelMove[] => {
  const width = later.k + 2;
  const customers = new Int32Array((earlier.k + 2) * width);
  const revenue = new Float64Array(customers.length);
  walkBoth(earlier.ids, later.ids, (before, after) => {
    const from = before < 0 ? absent : Math.max(none, earlier.labels[before]!);
    const to = after < 0 ? absent : Math.max(none, later.labels[after]!);
    const at = (from - absent) * width + to - absent;
    const spent = (after < 0 ? earlier.spent?.[before] : later.spent?.[after]) ?? Number.NaN;
    customers[at]! += 1;
    if (!Number.isNaN(spent)) revenue[at]! += spent;
  });
  const moves: LabelMove[] = [];
  customers.forEach((count, at) => {
    if (count === 0) return;
    const from = Math.floor(at / width) + absent;
    const to = (at % width) + absent;
    const isKnown = (to === absent ? earlier : later).spent !== null;
    moves.push({ from: placeOf(from), to: placeOf(to), customers: count, revenue: isKnown ? revenue[at]! : null });
  });
  return moves.sort((a, b) => b.customers - a.customers);
};

/** Labels of the customers that both runs know, in the same order. */
const labelsInCommon = (earlier: Side, later: Side): { earlier: Int32Array; later: Int32Array } => {
  const pairs = { earlier: new Int32Array(later.ids.length), later: new Int32Array(later.ids.length) };
  let count = 0;
  walkBoth(earlier.ids, later.ids, (before, after) => {
    if (before < 0 || after < 0) return;
    pairs.earlier[count] = earlier.labels[before]!;
    pairs.later[count] = later.labels[after]!;
    count += 1;
  });
  return { earlier: pairs.earlier.subarray(0, count), later: pairs.later.subarray(0, count) };
};

/**
 * Matches the segments of a new run with those of the run in use; null where there is none. Customers are the project's,
 * so the two may be about different months, features or numbers of segments. O(customers + k³).
 */
export const matchRun = (db: Sqlite, snapshot: StoredSnapshot, labels: Int32Array, k: number): RunMatch | null => {
  const activeId = activeSegmentationOf(db);
  const run = activeId === null ? null : segmentationById(db, activeId);
  if (run === null) return null;
  const sideOf = (snapshotId: number, of: Int32Array, count: number): Side => ({
    ids: snapshotCustomers(db, snapshotId),
    labels: of,
    spent: snapshotColumn(db, snapshotId, 'totalSpent'),
    k: count,
  });
  const earlierK = Math.max(0, ...run.segments.map(({ label }) => label + 1));
  const earlier = sideOf(run.snapshotId, labelsOf(db, run.id)!, earlierK);
  const later = sideOf(snapshot.id, labels, k);
  const { earlierOf, jaccard } = matchSegments({ ...labelsInCommon(earlier, later), earlierK, laterK: k });
  const givenNames = givenNamesOf(db, run.id);
  const former = run.segments.map((segment) => ({ segment, givenName: givenNames.get(segment.label)! }));
  const goingOn = new Set(earlierOf);
  return {
    goesOnAs: Array.from(earlierOf, (label) => former.find(({ segment }) => segment.label === label) ?? null),
    vanished: former.filter(({ segment }) => !goingOn.has(segment.label)),
    overlap: (before, label) => jaccard[label * earlierK + before.label]!,
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
      ({ segment, givenName }) =>
        nameId(givenName) === nameId(names[label]!) && match.overlap(segment, label) >= leastOverlapOfNamesakes,
    );
  const goesOnAs = match.goesOnAs.map((one, label) => one ?? namesakeOf(label) ?? null);
  return { ...match, goesOnAs, vanished: match.vanished.filter((one) => !goesOnAs.includes(one)) };
};
