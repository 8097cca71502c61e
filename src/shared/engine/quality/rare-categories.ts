import type { SpellingCounts } from './category-variants.ts';

const mostCategories = 30;
const mostRare = 5;
/** All rare ones together, as a share of the filled cells. */
const rareShare = 0.005;
/** The next more frequent category is so many times as frequent. */
const jump = 10;

/**
 * Categories with a handful of rows each, cut off from all others by a jump in frequency: what somebody typed for fun, or
 * by mistake. Where frequencies fall off evenly, as those of countries do, there are none.
 * @returns rarest last; empty where the column has no such break
 */
export const findRareCategories = (counts: SpellingCounts): string[] => {
  if (counts.size < 3 || counts.size > mostCategories) return [];
  const all = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const total = all.reduce((sum, [, count]) => sum + count, 0);
  for (let first = 2; first < all.length; first += 1) {
    const rare = all.slice(first);
    const sum = rare.reduce((rows, [, count]) => rows + count, 0);
    if (rare.length <= mostRare && sum <= rareShare * total && all[first - 1]![1] >= jump * all[first]![1])
      return rare.map(([text]) => text);
  }
  return [];
};
