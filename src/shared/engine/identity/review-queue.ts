import type { Linkage } from './link-records.ts';
import { pairVerdicts } from './link-records.ts';
import type { PersonDecision } from './records.ts';

/**
 * Pairs for a person to decide, the likeliest first: doubtful or held back, of two customers, not decided yet, and of any
 * two customers only the likeliest, since one answer decides for both. O(pairs × log pairs).
 * @returns places in `linkage.pairs`
 */
export const reviewQueue = (
  { groups, groupCount, pairs }: Linkage,
  decisions: readonly PersonDecision[],
): Int32Array => {
  const sure = pairVerdicts.indexOf('sure');
  const between = (a: number, b: number): number => {
    const [low, high] = groups[a]! < groups[b]! ? [groups[a]!, groups[b]!] : [groups[b]!, groups[a]!];
    return low * groupCount + high;
  };
  const settled = new Set(decisions.map(({ a, b }) => between(a, b)));
  const order = Int32Array.from({ length: pairs.count }, (_, i) => i)
    .filter((i) => pairs.verdict[i] !== sure && groups[pairs.a[i]!] !== groups[pairs.b[i]!])
    .sort((x, y) => pairs.weight[y]! - pairs.weight[x]! || x - y);
  return order.filter((i) => {
    const which = between(pairs.a[i]!, pairs.b[i]!);
    if (settled.has(which)) return false;
    settled.add(which);
    return true;
  });
};
