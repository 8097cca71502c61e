import type { Segmentation } from '../model/segmentation.ts';
import type { SetAside, SourceKind, Totals } from '../model/source.ts';

interface ReportSource {
  readonly file: string;
  readonly sheet: string | null;
  readonly kind: SourceKind;
  readonly rows: number;
}

/** A customer of the lists; `values` in the order of the segmentation's features, null where missing. */
export interface ReportCustomer {
  readonly key: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly values: readonly (number | null)[];
}

/** The customers of one segment that are listed, in the order in which they are to stand. */
interface ReportList {
  readonly segmentId: number;
  readonly customers: readonly ReportCustomer[];
}

/** The customers of a report that names them. */
export interface ReportCustomers {
  readonly lists: readonly ReportList[];
  readonly order: 'bySpend' | 'byFile';
  /** The most that are listed of one segment; null where everybody is. */
  readonly most: number | null;
}

/** A tree folded to branches of which each lies within one segment. Merges and children as in `TreeView`. */
export interface ReportTree {
  readonly merges: readonly { readonly left: number; readonly right: number; readonly height: number }[];
  readonly leaves: readonly { readonly size: number; readonly label: number }[];
}

/** Everything a report tells of. Rows of labels, map and facts are the same customers in the same order. */
export interface ReportInput {
  readonly project: string;
  /** ISO day of the report. */
  readonly day: string;
  readonly locale: string;
  readonly sources: readonly ReportSource[];
  readonly totals: Totals;
  /** Null where it is not known any more what was set aside. */
  readonly setAside: readonly SetAside[] | null;
  readonly segmentation: Segmentation;
  readonly labels: Int32Array;
  /** The first two principal axes. */
  readonly map: readonly [Float64Array, Float64Array];
  /** The facts that were used, as prepared, to put words to the axes. */
  readonly prepared: readonly { readonly feature: string; readonly values: Float64Array }[];
  /** Null where the segments do not come from a tree. */
  readonly tree: ReportTree | null;
  /** Null where nobody is to be named. */
  readonly customers: ReportCustomers | null;
}
