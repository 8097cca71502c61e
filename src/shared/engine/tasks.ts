import type { BuyingModelName } from '../model/prediction.ts';
import type { Scale } from '../model/preparation.ts';
import { neighbourMap } from './embed/neighbour-map.ts';
import { principalAxes } from './embed/principal-axes.ts';
import { describeSegments } from './explain/describe.ts';
import { explainSegments } from './explain/explain-segments.ts';
import { relateFacts } from './explain/relate-facts.ts';
import { forecastMany } from './forecast/forecast-many.ts';
import { type LinkOptions, linkRecords } from './identity/link-records.ts';
import type { IdentityRecords } from './identity/records.ts';
import { guessJoinsOfSamples, type JoinOptions } from './join/guess-joins.ts';
import type { SampledTable } from './join/join-tables.ts';
import type { Matrix } from './matrix.ts';
import { fitMethod } from './methods/fit-method.ts';
import { runMethod } from './methods/run-method.ts';
import { buyingModels } from './predict/buying-models.ts';
import { fitBuying } from './predict/fit-buying.ts';
import { fitGammaGamma, type RepeatSpending } from './predict/gamma-gamma.ts';
import { predictCustomers } from './predict/predict-customers.ts';
import type { PurchaseHistories } from './predict/purchase-histories.ts';
import { prepare } from './prepare/prepare.ts';
import { scaleMatrix } from './prepare/standardise.ts';
import type { Progress } from './progress.ts';
import { expandLeaves } from './tree/expand-leaves.ts';
import { growTree } from './tree/grow.ts';
import { growMicroTree, type MicroTreeInput } from './tree/micro-tree.ts';
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
  /** A tree for more rows than an exact one is wanted for, as one over the rows; `leaves` are never parted. */
  growLargeTree: (input: MicroTreeInput, progress: Progress) => {
    const micro = growMicroTree(input, progress);
    return { tree: expandLeaves(micro), leaves: micro.tree.rows };
  },
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
  relateFacts,
  linkRecords: (input: { readonly records: IdentityRecords; readonly options: LinkOptions }, progress: Progress) =>
    linkRecords(input.records, input.options, progress),
  guessJoins: (
    input: { readonly tables: readonly SampledTable[]; readonly options?: JoinOptions },
    progress: Progress,
  ) => guessJoinsOfSamples(input.tables, input.options, progress),
  fitBuying: (
    { model, histories }: { readonly model: BuyingModelName; readonly histories: PurchaseHistories },
    progress: Progress,
  ) => fitBuying(buyingModels[model], histories, progress),
  predictCustomers,
  forecastMany,
  fitGammaGamma: (spending: RepeatSpending, progress: Progress) => fitGammaGamma(spending, progress),
};
export type EngineTasks = typeof engineTasks;
