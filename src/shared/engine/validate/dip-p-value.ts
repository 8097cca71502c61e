/** Chances that n uniform values have a greater dip, and √n × the dip where that is so, by tests/reference/dip-quantiles.ts. */
const chances = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 1e-4].map(Math.log);
const quantiles: readonly (readonly [n: number, ...scaled: number[]])[] = [
  [8, 0.3141, 0.355, 0.4011, 0.4357, 0.4697, 0.4894, 0.506, 0.527, 0.5496, 0.6043],
  [12, 0.3154, 0.3811, 0.4159, 0.4502, 0.4892, 0.5144, 0.537, 0.5653, 0.5858, 0.6396],
  [20, 0.3279, 0.395, 0.4347, 0.4702, 0.5113, 0.5396, 0.5657, 0.5975, 0.6197, 0.6844],
  [35, 0.3396, 0.4085, 0.4505, 0.4875, 0.5314, 0.5616, 0.5895, 0.6243, 0.6496, 0.7225],
  [60, 0.3481, 0.4191, 0.4623, 0.5006, 0.5466, 0.5781, 0.6078, 0.6443, 0.671, 0.7466],
  [100, 0.3549, 0.4274, 0.4715, 0.5109, 0.5579, 0.5903, 0.6206, 0.6581, 0.6845, 0.7651],
  [200, 0.3619, 0.4355, 0.4808, 0.5212, 0.5698, 0.6029, 0.6347, 0.673, 0.7012, 0.7861],
  [500, 0.3682, 0.4431, 0.4893, 0.5305, 0.5798, 0.614, 0.6464, 0.6866, 0.7161, 0.8028],
  [2000, 0.3737, 0.4496, 0.4964, 0.5382, 0.5886, 0.6235, 0.6571, 0.6981, 0.728, 0.8173],
];

/** Fewer values say nothing. */
export const dipFrom = 8;

/** The quantiles for n values: straight lines in 1/√n between the sizes of the table, and on beyond its last. */
const quantilesFor = (n: number): number[] => {
  const above = quantiles.findIndex(([size]) => size > n);
  const right = above < 0 ? quantiles.length - 1 : Math.max(1, above);
  const [fewer, ...low] = quantiles[right - 1]!;
  const [more, ...high] = quantiles[right]!;
  const along = (1 / Math.sqrt(fewer) - 1 / Math.sqrt(n)) / (1 / Math.sqrt(fewer) - 1 / Math.sqrt(more));
  return low.map((value, i) => value + along * (high[i]! - value));
};

const between = (x: number, [x0, y0]: readonly number[], [x1, y1]: readonly number[]): number =>
  y0! + ((x - x0!) * (y1! - y0!)) / (x1! - x0!);

/**
 * Natural logarithm of the chance that n values of one uniform lump have a dip as great, which bounds it for every
 * distribution with a single peak (Hartigan & Hartigan 1985). The logarithm falls about straight with n × dip²: so it
 * is read between the simulated quantiles and on beyond a ten-thousandth. 0 for fewer than 8 values.
 */
export const dipLogP = (dip: number, n: number): number => {
  if (n < dipFrom) return 0;
  const square = n * dip * dip;
  const steps: [number, number][] = [
    [0.25 / n, 0],
    ...quantilesFor(n).map((value, i): [number, number] => [value * value, chances[i]!]),
  ];
  const last = steps.length - 1;
  const at = steps.findIndex(([value]) => value > square);
  // Beyond the last: the line of the last two powers of ten.
  if (at < 0) return between(square, steps[chances.indexOf(Math.log(0.01)) + 1]!, steps[last]!);
  return at === 0 ? 0 : between(square, steps[at - 1]!, steps[at]!);
};
