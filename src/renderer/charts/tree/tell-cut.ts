import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { segmentColors } from '../../../shared/picture/segment-colors.ts';
import type { PreviewSegment } from '../../client/cut-preview.ts';
import { type Cut, cutOfLabels, sameCut } from './tree-cut.ts';
import { endOf, type TreeShape } from './tree-shape.ts';

/** The segments in use, and who is in which of them. */
export interface SegmentsInUse {
  readonly segmentation: Pick<Segmentation, 'segments'>;
  /** By snapshot row. */
  readonly labels: Int32Array;
}

/** Branches and segments with at least this much in common (a Jaccard index) are the same, as when a cut is used. */
const leastOverlap = 1 / 3;
/** Each colour with and without its three patterns. */
const allColors = segmentColors.length * 4;

export interface CutTeller {
  /** The cut that the segments in use are; null where they are none of this tree. */
  readonly cutInUse: Cut | null;
  tell(cut: Cut): { readonly segments: PreviewSegment[]; readonly labels: Uint8Array; readonly inUse: boolean };
}

/**
 * Says of one cut after another what it would give: sizes, money, which segments in use go on, and everybody's label. A
 * branch keeps its label and colour from one cut to the next, and only what changed is looked at again.
 * @param revenue sums of what customers spent, along the tree; null where nobody spent anything
 */
export const createCutTeller = (
  shape: TreeShape,
  inUse: SegmentsInUse | null,
  revenue: Float64Array | null,
): CutTeller => {
  const { order, start, size, customers } = shape;
  const segments = inUse?.segmentation.segments ?? [];
  const mostLabel = segments.reduce((most, { label }) => Math.max(most, label), -1);
  const countsOf = new Map<number, Int32Array>();
  const colorOf = new Map<number, number>();
  const cutInUse = inUse === null ? null : cutOfLabels(shape, inUse.labels);
  let labelOf = new Map<number, number>();
  let labels = new Uint8Array(customers).fill(255);

  /** How many customers of a branch are in each of the segments in use. */
  const counts = (node: number): Int32Array => {
    const known = countsOf.get(node);
    if (known !== undefined) return known;
    const found = new Int32Array(mostLabel + 1);
    for (let place = start[node]!; place < endOf(shape, node); place += 1) {
      const label = inUse!.labels[order[place]!]!;
      if (label >= 0) found[label]! += 1;
    }
    countsOf.set(node, found);
    return found;
  };

  const match = (cut: Cut): Map<number, (typeof segments)[number]> => {
    const pairs = cut.flatMap((node) =>
      segments.flatMap((segment) => {
        const common = mostLabel < 0 ? 0 : counts(node)[segment.label]!;
        const overlap = common / (size[node]! + segment.size - common);
        return overlap >= leastOverlap ? [{ node, segment, overlap }] : [];
      }),
    );
    const matched = new Map<number, (typeof segments)[number]>();
    const taken = new Set<number>();
    for (const { node, segment } of pairs.sort((a, b) => b.overlap - a.overlap)) {
      if (matched.has(node) || taken.has(segment.id)) continue;
      matched.set(node, segment);
      taken.add(segment.id);
    }
    return matched;
  };

  const colour = (cut: Cut, matched: Map<number, (typeof segments)[number]>): void => {
    const used = new Set<number>();
    for (const [node, { color }] of matched) {
      colorOf.set(node, color);
      used.add(color);
    }
    const own = new Set(segments.map(({ color }) => color));
    const open = cut.filter((node) => !matched.has(node)).sort((a, b) => size[b]! - size[a]!);
    const late = open.filter((node) => {
      const color = colorOf.get(node);
      if (color === undefined || used.has(color)) return true;
      used.add(color);
      return false;
    });
    for (const node of late) {
      const lowest = (below: number, avoid: ReadonlySet<number>) => {
        for (let color = 0; color < below; color += 1) if (!used.has(color) && !avoid.has(color)) return color;
        return null;
      };
      const color =
        lowest(segmentColors.length, own) ?? lowest(segmentColors.length, used) ?? lowest(allColors, used) ?? 0;
      colorOf.set(node, color);
      used.add(color);
    }
  };

  const label = (cut: Cut): void => {
    const next = new Map<number, number>();
    const free = new Set(Array.from({ length: cut.length + labelOf.size }, (_, i) => i));
    for (const node of cut) {
      const known = labelOf.get(node);
      if (known === undefined) continue;
      next.set(node, known);
      free.delete(known);
    }
    const fresh = cut.filter((node) => !next.has(node));
    if (fresh.length > 0) labels = labels.slice();
    for (const node of fresh) {
      const [lowest] = free;
      free.delete(lowest!);
      next.set(node, lowest!);
      for (let place = start[node]!; place < endOf(shape, node); place += 1) labels[order[place]!] = lowest!;
    }
    labelOf = next;
  };

  return {
    cutInUse,
    tell(cut) {
      const matched = match(cut);
      colour(cut, matched);
      label(cut);
      return {
        labels,
        inUse: cutInUse !== null && sameCut(cut, cutInUse),
        segments: cut.map((node) => {
          const segment = matched.get(node);
          return {
            node,
            label: labelOf.get(node)!,
            size: size[node]!,
            revenue: revenue === null ? null : revenue[endOf(shape, node)]! - revenue[start[node]!]!,
            color: colorOf.get(node)!,
            segmentId: segment?.id ?? null,
            same: segment !== undefined && segment.size === size[node] && counts(node)[segment.label] === segment.size,
          };
        }),
      };
    },
  };
};
