import { createHash } from 'node:crypto';
import type { DescribedSegment } from '../../shared/engine/explain/describe.ts';
import { columnOf, createMatrix } from '../../shared/engine/matrix.ts';
import type { MethodResult } from '../../shared/engine/methods/run-method.ts';
import { engineVersion } from '../../shared/engine/version.ts';
import { preparationKey } from '../../shared/model/preparation.ts';
import type { KChoice, Method } from '../../shared/model/segmentation.ts';
import type { Structure } from '../../shared/model/trust.ts';
import { bytesOf } from '../store/blobs.ts';
import type { NewSegmentation } from '../store/repositories/segmentations.ts';
import { snapshotColumn } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { Compute } from './compute.ts';
import { explainRun } from './explain-run.ts';
import { type KeptSegments, keptIn, sureOfKept } from './kept-segments.ts';
import { type Lineage, matchNamesakes, matchRun, type RunMatch, type SureLabels } from './match-run.ts';
import { type GivenName, nameSegments } from './name-segments.ts';
import { pickColors } from './pick-colors.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { FormerDivision } from './recipes/former-centers.ts';

/** What every method ends with. */
export interface FinishedRun extends MethodResult {
  readonly method: Method;
  readonly asked: KChoice;
  readonly seed: number;
  readonly treeId: number | null;
  /** What a method itself calls its parts and says of them, by label; named from their figures where absent. */
  readonly named?: readonly GivenName[];
}

const shownStructure = ({ verdict, pValue, reason }: Structure): Structure => ({ verdict, pValue, reason });

/** First two principal axes of the prepared customers; the second is level where there is one feature only. */
const mapOf = async (
  compute: Compute,
  run: PreparedRun,
  signal: AbortSignal,
): Promise<[Float64Array, Float64Array]> => {
  const { axes } = await compute.run('principalAxes', { matrix: run.prepared }, { signal });
  const none = createMatrix(run.prepared.rows, 1).data;
  return [axes.columns > 0 ? columnOf(axes, 0) : none, axes.columns > 1 ? columnOf(axes, 1) : none];
};

const numbersOf = (division: FormerDivision): object => ({
  centers: Array.from(division.centers.data),
  ...(division.edits.length === 0
    ? {}
    : {
        edits: division.edits.map(({ relabel, split }) => ({
          relabel,
          ...(split === null ? {} : { parts: split.parts, centers: Array.from(split.centers.data) }),
        })),
      }),
});

const editedFrom = ({ from, edit: { kind, segments, parts, seed } }: Extract<Lineage, { kind: 'edited' }>): object => ({
  from,
  edit: { kind, labels: segments.map(({ label }) => label), parts: parts.length, seed },
});

const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * How facts are prepared belongs to the input where it is not as usual, and where an earlier run's segments were; so does
 * what a person did, and whom a frozen segment keeps.
 */
const inputOf = (run: PreparedRun, lineage: Lineage, kept: KeptSegments | null): string => {
  const preparation = preparationKey(run.options);
  return JSON.stringify({
    snapshot: run.snapshot.hash,
    features: run.features.map(({ key }) => key),
    ...(preparation === '{}' ? {} : { preparation }),
    ...(lineage.kind === 'same' ? numbersOf(lineage.division) : {}),
    ...(lineage.kind === 'edited' ? editedFrom(lineage) : {}),
    ...(kept === null ? {} : { kept: hashOf(bytesOf(kept.placeOf)) }),
  });
};

/** A segment whose middle has not moved is the same kind of customers: its name and what to do stay, why follows figures. */
export const calledAsBefore = (
  described: DescribedSegment,
  match: RunMatch | null,
  label: number,
): DescribedSegment => {
  const before = match?.goesOnAs[label] ?? null;
  return before === null ? described : { ...described, name: before.givenName, action: before.segment.action };
};

/**
 * Names, reasons and figures of a run's segments, and the map of its customers. Segments that the run in use has too go
 * on with their colours; the new ones get theirs by size.
 * @param lineage what it has to do with the run in use
 * @param sure by label, what goes on as a segment of the run in use, whatever the figures say
 * @param kept frozen segments with their customers
 */
export const describeRun = async (
  db: Sqlite,
  compute: Compute,
  run: PreparedRun,
  finished: FinishedRun,
  at: Date,
  signal: AbortSignal,
  lineage: Lineage = { kind: 'free' },
  sure: SureLabels = new Map(),
  kept: KeptSegments | null = null,
): Promise<NewSegmentation> => {
  const { snapshot, features, raw, prepared, preparation } = run;
  const { labels, k, silhouettes, treeId, asked, named, ...figures } = finished;
  const structure = compute.run('structureOf', { matrix: prepared, seed: finished.seed }, { signal });
  // It is awaited at the end; until then a failure is not an unhandled one.
  structure.catch(() => undefined);
  const surely: SureLabels = kept === null ? sure : new Map([...sure, ...sureOfKept(kept, labels)]);
  const strict = await matchRun(db, snapshot, labels, k, signal, lineage, surely);
  const toldAnew = await nameSegments(
    compute,
    {
      raw,
      prepared,
      features: [...features],
      preparation: [...preparation],
      labels,
      k,
      revenue: snapshotColumn(db, snapshot.id, 'totalSpent'),
      asOf: snapshot.asOf,
      silhouettes,
    },
    strict,
    signal,
    named,
    surely,
  );
  const keepsName = (label: number) => lineage.kind === 'same' || surely.get(label)?.keepsName === true;
  const described = toldAnew.map((one, label) => (keepsName(label) ? calledAsBefore(one, strict, label) : one));
  const names = described.map(({ name }) => name);
  const match = strict === null ? null : matchNamesakes(strict, names);
  const bySize = described.map((_, label) => label).sort((a, b) => described[b]!.size - described[a]!.size || a - b);
  const goesOnAs = (label: number) => match?.goesOnAs[label]?.segment ?? null;
  const newColors = pickColors(
    k,
    bySize.flatMap((label) => goesOnAs(label)?.color ?? []),
    match?.vanished.map(({ segment }) => segment.color) ?? [],
    match?.formerColors ?? [],
  );
  return {
    snapshotId: snapshot.id,
    treeId,
    labels,
    map: await mapOf(compute, run, signal),
    result: {
      createdAt: at.toISOString(),
      method: figures.method,
      k,
      asked,
      seed: figures.seed,
      prepareOptions: run.options,
      silhouette: figures.silhouette,
      customers: snapshot.customers,
      asOf: snapshot.asOf,
      features: snapshot.features,
      preparation: [...preparation],
      inertia: figures.inertia,
      iterations: figures.iterations,
      scores: [...figures.scores],
      statisticalK: figures.statisticalK,
      reason: figures.reason,
      statisticalReason: figures.statisticalReason,
      indices: [...figures.indices],
      engineVersion,
      inputHash: hashOf(inputOf(run, lineage, kept)),
      ...(lineage.kind === 'edited' ? { edit: lineage.edit } : {}),
      ...(kept === null ? {} : { kept: keptIn(kept, labels) }),
      explanation: await explainRun(compute, run, finished, signal),
      structure: shownStructure(await structure),
      revenue: snapshot.totals.revenue,
      orders: snapshot.totals.orders,
    },
    segments: bySize.map((label) => ({
      ...described[label]!,
      label,
      goesOnAs: goesOnAs(label)?.id ?? null,
      color: goesOnAs(label)?.color ?? newColors.shift()!,
    })),
    flow: match?.flow ?? null,
  };
};
