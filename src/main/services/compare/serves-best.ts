import type { Ways } from '../../../shared/model/comparison.ts';

type Best = Ways['best'][number];

/** Share of customers who are in a segment. */
const covered = ({ segments }: Ways['ways'][number]): number => segments.reduce((sum, { share }) => sum + share, 0);

/** Which way serves best for what; nothing where fewer than two can be compared in it. */
export const servesBest = (ways: Ways['ways'], agreement: Ways['agreement']): Ways['best'] => {
  const done = ways.map((way, at) => ({ way, at })).filter(({ way }) => way.problem === null);
  const most = (what: Best['what'], figureOf: (one: (typeof done)[number]) => number | null): Best[] => {
    const known = done.flatMap((one) => {
      const value = figureOf(one);
      return value === null || one.way.k < 2 ? [] : [{ way: one.at, value }];
    });
    if (known.length < 2) return [];
    const best = known.reduce((first, one) => (one.value > first.value ? one : first));
    return [{ what, ...best }];
  };
  const smallest = (at: number): number => {
    const { segments } = ways[at]!;
    return Math.min(...segments.map(({ share }) => share));
  };
  const others = (at: number): number | null =>
    done.length < 3
      ? null
      : done.reduce((sum, other) => (other.at === at ? sum : sum + agreement[at]![other.at]!), 0) / (done.length - 1);
  const odd = done
    .filter(({ way }) => way.inNone > 0)
    .sort((a, b) => b.way.inNone - a.way.inNone)
    .slice(0, 1)
    .map(({ way, at }): Best => ({ what: 'odd', way: at, value: way.inNone }));
  return [
    // A few crowds with everybody else left out stand apart easily and serve nobody.
    ...most('distinct', ({ way }) => (covered(way) < 0.5 ? null : way.silhouette)),
    // Whoever is in no segment is not counted in the balance, so that those ways stand back.
    ...most('balanced', ({ way }) => (way.inNone > 0 ? null : way.evenness)).map((best) => ({
      ...best,
      value: smallest(best.way),
    })),
    ...most('repeatable', ({ way }) => way.repeatable),
    ...most('simple', ({ way }) => way.ruled),
    ...most('agreed', ({ way, at }) => (covered(way) < 0.5 ? null : others(at))),
    ...odd,
  ];
};
