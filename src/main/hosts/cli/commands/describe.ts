import type { Flows } from '../../../../shared/model/flow.ts';
import type { Segmentation } from '../../../../shared/model/segmentation.ts';
import { flowLines } from '../../../../shared/picture/flow-lines.ts';
import { formatOf, say } from '../../../../shared/words/say.ts';
import { toCents } from './project.ts';

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));

/** Whether there are natural groups: `none`, `weak` or `clear`. */
export const structureJson = ({ structure }: Pick<Segmentation, 'structure'>) =>
  structure && { verdict: structure.verdict, pValue: structure.pValue };

/** A segmentation as `--json` prints it: sentences spoken, shares to six digits. */
export const segmentationJson = ({ method, k, seed, silhouette, statisticalK, structure, segments }: Segmentation) => ({
  method,
  k,
  statisticalK,
  seed,
  structure: structureJson({ structure }),
  silhouette: rounded(silhouette, 6),
  segments: segments.map((segment) => ({
    id: segment.id,
    name: say(segment.name),
    color: segment.color,
    size: segment.size,
    share: rounded(segment.share, 6),
    revenue: toCents(segment.revenue),
    revenueShare: rounded(segment.revenueShare, 6),
    why: say(segment.why),
    action: say(segment.action),
  })),
});

/** The same for people. */
export const segmentationLines = (segmentation: Segmentation): string[] => {
  const format = formatOf('en-GB');
  return [
    say(segmentation.reason),
    ...(segmentation.structure === null ? [] : [say(segmentation.structure.reason)]),
    '',
    ...segmentation.segments.flatMap((segment) => [
      `${say(segment.name)}: ${format.count(segment.size, 'customer', 'customers')}, ${format.share(segment.share)}${
        segment.revenueShare === null ? '' : `, ${format.share(segment.revenueShare)} of revenue`
      }`,
      `  ${say(segment.why)}`,
      `  ${say(segment.action)}`,
    ]),
  ];
};

/** Who went where since the run before, as `--json` prints it: segment ids, `absent` or `none`; null for a first run. */
export const flowsJson = (flows: Flows | null) =>
  flows && {
    from: { id: flows.from.id, asOf: flows.from.asOf },
    sameCustomers: flows.sameCustomers,
    earlier: flows.earlier.map(({ id, name, size }) => ({ id, name: say(name), size })),
    moves: flows.moves.map((move) => ({ ...move, revenue: toCents(move.revenue) })),
  };

/** The same for people; nothing where nobody moved. */
export const flowsLines = (flows: Flows | null): string[] => {
  const lines = flows === null ? [] : flowLines(flows, (name) => say(name));
  return lines.length === 0 ? [] : ['', 'Since last time', ...lines.map(({ text }) => `  ${say(text)}`)];
};
