import { matchSegments } from '../../shared/engine/explain/match-segments.ts';
import type { Message } from '../../shared/model/message.ts';
import type { Segment } from '../../shared/model/segmentation.ts';
import {
  flowOf,
  givenNamesOf,
  labelsOf,
  type StoredSegmentation,
  segmentationById,
} from '../store/repositories/segmentations.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { labelsInCommon, type RunSide, sideOf } from './run-side.ts';
import { breathe } from './session.ts';

/** A segment of an earlier run, with the name that run gave it from its figures. */
export interface FormerSegment {
  readonly segment: Segment;
  readonly givenName: Message;
}

/** An earlier run as one side of a comparison. */
export const formerSide = (
  db: Sqlite,
  run: StoredSegmentation,
): { readonly segments: readonly FormerSegment[]; readonly side: RunSide } => {
  const givenNames = givenNamesOf(db, run.id);
  const k = Math.max(0, ...run.segments.map(({ label }) => label + 1));
  return {
    segments: run.segments.map((segment) => ({ segment, givenName: givenNames.get(segment.label)! })),
    side: sideOf(db, run.snapshotId, labelsOf(db, run.id)!, k),
  };
};

/** A segment that was not found in so many runs is forgotten. */
const runsBack = 12;

/** Runs that the run in use was made after, the last one first. */
export function* runsBefore(db: Sqlite, run: StoredSegmentation): Generator<StoredSegmentation> {
  let flow = flowOf(db, run.id);
  for (let back = 0; back < runsBack && flow !== null; back += 1) {
    const before = segmentationById(db, flow.fromId);
    if (before === null) return;
    yield before;
    flow = flowOf(db, before.id);
  }
}

const isOwn = ({ name }: Segment): boolean => name.key === 'segment.custom';

/** Two that nobody could tell apart on one screen: it took the colour, or a person the name, while it was away. */
const looksLike = (one: Segment, other: Segment): boolean =>
  one.color === other.color ||
  (isOwn(one) &&
    isOwn(other) &&
    String(one.name.values.name).toLowerCase() === String(other.name.values.name).toLowerCase());

/**
 * Segments that the run in use does not have but one before it had, and that are found again: six segments that become
 * four and then six are the same six.
 * @param goingOn for each label the segment of the run in use that it goes on as, null where it does not
 */
export const returnedSegments = async (
  db: Sqlite,
  run: StoredSegmentation,
  later: RunSide,
  goingOn: readonly (FormerSegment | null)[],
  signal: AbortSignal,
): Promise<{ readonly goesOnAs: (FormerSegment | null)[]; readonly formerColors: number[] }> => {
  const goesOnAs = [...goingOn];
  const seen = new Set(run.segments.map(({ id }) => id));
  const formerColors: number[] = [];
  for (const before of goesOnAs.includes(null) ? runsBefore(db, run) : []) {
    await breathe({ signal });
    const { segments, side } = formerSide(db, before);
    const away = segments.filter(({ segment }) => !seen.has(segment.id));
    for (const { segment } of away) seen.add(segment.id);
    if (away.length === 0) continue;
    formerColors.push(...away.map(({ segment }) => segment.color));
    const isAway = (label: number) => away.some(({ segment }) => segment.label === label);
    const common = labelsInCommon(side, later);
    const { earlierOf } = matchSegments({
      earlier: common.earlier.map((label) => (isAway(label) ? label : -1)),
      later: common.later.map((label) => (label >= 0 && goesOnAs[label] === null ? label : -1)),
      earlierK: side.k,
      laterK: later.k,
    });
    earlierOf.forEach((label, at) => {
      const found = away.find(({ segment }) => segment.label === label);
      if (found === undefined || goesOnAs.some((one) => one !== null && looksLike(one.segment, found.segment))) return;
      goesOnAs[at] = found;
    });
  }
  return { goesOnAs, formerColors };
};
