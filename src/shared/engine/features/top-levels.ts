/** Levels by weight: the heaviest have a place, the rest share one. */
export interface TopLevels {
  /** Codes of the levels with a place of their own, heaviest first. */
  readonly codes: readonly number[];
  /** Place by code: an index of `codes`, or `codes.length` for the rest. */
  readonly place: Int32Array;
  /** Whether any level is among the rest. */
  readonly hasRest: boolean;
}

/**
 * The `most` heaviest levels that weigh at least `leastShare` of all; equal ones by name, so that the order in which they
 * came says nothing. A rest of one level keeps its own place. O(levels · log levels).
 * @param weights by code; levels of no weight are left out
 */
export const topLevels = (names: readonly string[], weights: Float64Array, most: number, leastShare = 0): TopLevels => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const ranked = names
    .map((_, code) => code)
    .filter((code) => weights[code]! > 0)
    .sort((a, b) => weights[b]! - weights[a]! || (names[a]! < names[b]! ? -1 : 1));
  const heavy = ranked.filter((code, rank) => rank < most && weights[code]! >= leastShare * all);
  const codes = ranked.length === heavy.length + 1 ? ranked : heavy;
  const place = new Int32Array(names.length).fill(codes.length);
  codes.forEach((code, at) => {
    place[code] = at;
  });
  return { codes, place, hasRest: ranked.length > codes.length };
};
