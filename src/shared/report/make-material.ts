import type { ReportMaterial, SpreadMaterial } from '../model/report-material.ts';
import { makeMap } from './make-map.ts';
import type { ReportInput } from './report-input.ts';

const quantiles = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Linear between the two nearest values (Hyndman & Fan 1996, type 7); `sorted` is not empty. */
const quantileOf = (sorted: Float64Array, share: number): number => {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at));
};

const spreadsOf = ({ columns, labels, segmentation: { segments } }: ReportInput): SpreadMaterial[] =>
  columns.map(({ feature, raw }) => ({
    feature,
    isFlag: raw.every((value) => value === 0 || value === 1 || Number.isNaN(value)),
    quantiles: segments.map(({ label }) => {
      const own = raw.filter((value, row) => labels[row] === label && !Number.isNaN(value)).sort();
      return own.length === 0 ? null : quantiles.map((share) => quantileOf(own, share));
    }),
  }));

/** Everything that reports of one run tell of. Nobody is named in it beyond `customers`. O(n log n). */
export const makeMaterial = (input: ReportInput): ReportMaterial => {
  const { project, totals, setAside, excluded, segmentation, tree, flows, quality, customers, sources } = input;
  return {
    project,
    sources: [...sources],
    totals,
    setAside: setAside === null ? null : [...setAside],
    excluded,
    segmentation,
    map: makeMap(input),
    tree,
    spreads: spreadsOf(input),
    flows,
    quality,
    customers,
  };
};
