import type { Scale } from '../model/preparation.ts';
import { neighbourMap } from './embed/neighbour-map.ts';
import { principalAxes } from './embed/principal-axes.ts';
import { describeSegments } from './explain/describe.ts';
import { explainSegments } from './explain/explain-segments.ts';
import { type LinkOptions, linkRecords } from './identity/link-records.ts';
import type { IdentityRecords } from './identity/records.ts';
import { guessJoins, type JoinOptions } from './join/guess-joins.ts';
import type { JoinTable } from './join/join-tables.ts';
import type { Matrix } from './matrix.ts';
import { fitMethod } from './methods/fit-method.ts';
import { runMethod } from './methods/run-method.ts';
import { prepare } from './prepare/prepare.ts';
import { scaleMatrix } from './prepare/standardise.ts';
import type { Progress } from './progress.ts';
import { growTree } from './tree/grow.ts';
import { scoreCuts } from './tree/score-cuts.ts';
import { scoreFits } from './validate/score-fits.ts';
import { secondOpinion } from './validate/second-opinion.ts';
import { silhouette } from './validate/silhouette.ts';
import { stabilityOf } from './validate/stability.ts';
import { structureOf } from './validate/structure.ts';
import { warmWhole } from './warm.ts';

/**
 * Everything a compute thread can be asked for, by name. Each takes one plain input and a `Progress`, and returns a
 * plain result: numbers, strings, arrays and typed arrays only, so that it crosses threads.
 */
export const engineTasks = {
  warmWhole,
  prepare,
  runMethod,
  growTree,
  silhouette,
  scoreCuts,
  principalAxes,
  neighbourMap,
  scaleMatrix: ({ matrix, scale }: { readonly matrix: Matrix; readonly scale: Scale }) => scaleMatrix(matrix, scale),
  fitMethod,
  scoreFits,
  stabilityOf,
  structureOf,
  secondOpinion,
  describeSegments,
  explainSegments,
  linkRecords: (input: { readonly records: IdentityRecords; readonly options: LinkOptions }, progress: Progress) =>
    linkRecords(input.records, input.options, progress),
  guessJoins: (input: { readonly tables: readonly JoinTable[]; readonly options?: JoinOptions }, progress: Progress) =>
    guessJoins(input.tables, input.options, progress),
};
export type EngineTasks = typeof engineTasks;
