import type { Flows } from '../model/flow.ts';
import type {
  CustomersMaterial,
  ExcludedMaterial,
  QualityMaterial,
  ReportMaterial,
  TreeMaterial,
} from '../model/report-material.ts';
import type { Segmentation } from '../model/segmentation.ts';
import type { SetAside, Totals } from '../model/source.ts';

/**
 * What the material of a report is made from. Labels, map and facts are of the same customers in the same order: all of
 * them, or some drawn by lot where there are very many.
 */
export interface ReportInput {
  readonly project: string;
  readonly sources: ReportMaterial['sources'];
  readonly totals: Totals;
  /** Null where it is not known any more what was set aside. */
  readonly setAside: readonly SetAside[] | null;
  /** Null where nobody is taken out, or it is not known any more. */
  readonly excluded: ExcludedMaterial | null;
  readonly segmentation: Segmentation;
  readonly labels: Int32Array;
  /** The first two principal axes. */
  readonly map: readonly [Float64Array, Float64Array];
  /** The facts that were used: as they are, and as prepared, to put words to the axes. */
  readonly columns: readonly {
    readonly feature: string;
    readonly raw: Float64Array;
    readonly prepared: Float64Array;
  }[];
  readonly tree: TreeMaterial | null;
  readonly flows: Flows | null;
  readonly quality: QualityMaterial | null;
  /** Null where nobody is to be named. */
  readonly customers: CustomersMaterial | null;
}
