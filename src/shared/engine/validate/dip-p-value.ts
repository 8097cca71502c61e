/** Chances that n uniform values have a greater dip, and √n × the dip where that is so, by tests/reference/dip-quantiles.ts. */
const chances = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 1e-4].map(Math.log);
const quantiles: readonly (readonly [n: number, ...scaled: number[]])[] = [
  [8, 0.314, 0.3549, 0.4009, 0.4354, 0.4697, 0.4895, 0.506, 0.5268, 0.5498, 0.6052],
  [12, 0.3153, 0.3811, 0.4159, 0.4502, 0.4894, 0.5146, 0.5369, 0.5659, 0.5866, 0.6394],
  [20, 0.3279, 0.395, 0.4347, 0.4703, 0.5112, 0.5393, 0.565, 0.5971, 0.6193, 0.6875],
  [35, 0.3395, 0.4083, 0.4502, 0.4871, 0.5307, 0.561, 0.5889, 0.6248, 0.6495, 0.7272],
  [60, 0.3482, 0.4191, 0.4625, 0.5008, 0.5469, 0.5785, 0.6077, 0.644, 0.6703, 0.7449],
  [100, 0.3549, 0.4274, 0.4716, 0.511, 0.5581, 0.5907, 0.6204, 0.6582, 0.6845, 0.761],
  [200, 0.362, 0.4357, 0.4808, 0.521, 0.5691, 0.6022, 0.6339, 0.6713, 0.7004, 0.7884],
  [500, 0.3683, 0.4429, 0.4893, 0.5304, 0.5791, 0.6136, 0.6458, 0.6863, 0.7142, 0.7921],
  [2000, 0.3742, 0.45, 0.4965, 0.5382, 0.5876, 0.6221, 0.6558, 0.6981, 0.7284, 0.8104],
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
