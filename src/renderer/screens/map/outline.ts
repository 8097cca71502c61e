import type { Place } from '../../charts/points/point-grid.ts';

/** Cells across and up, and free ones around them, so that every outline closes. */
const cells = 80;
const free = 12;
const side = cells + 2 * free;

/** How many of a segment's customers its outline holds. */
export const outlineShare = 0.9;

const kernelOf = (sigma: number): Float64Array => {
  const reach = Math.ceil(3 * sigma);
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  return kernel.map((weight) => weight / sum);
};

const smooth = (grid: Float64Array, kernel: Float64Array, step: number): Float64Array => {
  const reach = kernel.length >> 1;
  const out = new Float64Array(grid.length);
  for (let at = 0; at < grid.length; at += 1) {
    if (grid[at] === 0) continue;
    // Along a row neighbours end with the row.
    const place = step === 1 ? at % side : Math.floor(at / side);
    for (let i = Math.max(-reach, -place); i <= Math.min(reach, side - 1 - place); i += 1)
      out[at + i * step]! += grid[at]! * kernel[i + reach]!;
  }
  return out;
};

/** Lines of equal height through a grid, as closed loops in cells. Marching squares with linear interpolation. */
const loopsAt = (grid: Float64Array, level: number): Place[][] => {
  const value = (i: number, j: number) => grid[j * side + i]!;
  const next = new Map<number, number>();
  const places = new Map<number, Place>();
  // A crossing on the edge from (i, j) to the right has an even number, upwards an odd one.
  const right = (i: number, j: number): number => {
    const key = 2 * (j * side + i);
    places.set(key, [i + (level - value(i, j)) / (value(i + 1, j) - value(i, j)), j]);
    return key;
  };
  const up = (i: number, j: number): number => {
    const key = 2 * (j * side + i) + 1;
    places.set(key, [i, j + (level - value(i, j)) / (value(i, j + 1) - value(i, j))]);
    return key;
  };
  for (let j = 0; j < side - 1; j += 1) {
    for (let i = 0; i < side - 1; i += 1) {
      const [a, b, c, d] = [value(i, j), value(i + 1, j), value(i + 1, j + 1), value(i, j + 1)].map((v) => v > level);
      const [bottom, east, top, west] = [() => right(i, j), () => up(i + 1, j), () => right(i, j + 1), () => up(i, j)];
      // The higher side stays on the left.
      const link = (from: () => number, to: () => number) => next.set(from(), to());
      const kind = (a ? 1 : 0) + (b ? 2 : 0) + (c ? 4 : 0) + (d ? 8 : 0);
      if (kind === 1 || kind === 5) link(bottom, west);
      if (kind === 2 || kind === 10) link(east, bottom);
      if (kind === 4 || kind === 5) link(top, east);
      if (kind === 8 || kind === 10) link(west, top);
      if (kind === 3) link(east, west);
      if (kind === 6) link(top, bottom);
      if (kind === 12) link(west, east);
      if (kind === 9) link(bottom, top);
      if (kind === 7) link(top, west);
      if (kind === 14) link(west, bottom);
      if (kind === 13) link(bottom, east);
      if (kind === 11) link(east, top);
    }
  }
  const loops: Place[][] = [];
  while (next.size > 0) {
    const [first] = next.keys();
    const loop: Place[] = [];
    let at: number | undefined = first;
    while (at !== undefined && next.has(at)) {
      loop.push(places.get(at)!);
      const following: number = next.get(at)!;
      next.delete(at);
      at = following;
    }
    loops.push(loop);
  }
  return loops;
};

/** Twice the area of a loop; negative for a hole, which turns the other way round. */
const areaOf = (loop: readonly Place[]): number =>
  loop.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = loop[(i + 1) % loop.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

/** Holes and islands smaller than this share of the largest loop say nothing and look like something. */
const crumb = 0.04;

const withoutCrumbs = (loops: readonly Place[][]): Place[][] => {
  const areas = loops.map((loop) => Math.abs(areaOf(loop)));
  const least = crumb * Math.max(0, ...areas);
  return loops.filter((_, i) => areas[i]! >= least);
};

/**
 * Loops around where most of these points are (`outlineShare` of them, the crowded places first), so that a few far
 * away do not stretch them; they may be bent, and more than one. `xy` in 0 … 1, result too. O(rows + cells).
 */
export const outlineOf = (xy: Float32Array, rows: ArrayLike<number>): Place[][] => {
  const cellsOf = new Uint32Array(rows.length);
  const grid = new Float64Array(side * side);
  let [n, sumX, sumY, squareX, squareY] = [0, 0, 0, 0, 0];
  for (let i = 0; i < rows.length; i += 1) {
    const [x, y] = [xy[2 * rows[i]!]!, xy[2 * rows[i]! + 1]!];
    if (x < 0) continue;
    const cell =
      (free + Math.min(cells - 1, Math.floor(y * cells))) * side + free + Math.min(cells - 1, Math.floor(x * cells));
    grid[cell]! += 1;
    cellsOf[n] = cell;
    n += 1;
    sumX += x;
    sumY += y;
    squareX += x * x;
    squareY += y * y;
  }
  if (n < 3) return [];
  const spread = (sum: number, square: number) => Math.sqrt(Math.max(0, square / n - (sum / n) ** 2));
  // Scott's rule for two dimensions, within what the grid can show.
  const sigma = (sum: number, square: number) =>
    Math.min(free / 3, Math.max(1.1, spread(sum, square) * n ** (-1 / 6) * cells));
  const density = smooth(smooth(grid, kernelOf(sigma(sumX, squareX)), 1), kernelOf(sigma(sumY, squareY)), side);
  const heights = Float64Array.from(cellsOf.subarray(0, n), (cell) => density[cell]!).sort();
  const level = heights[Math.floor(n * (1 - outlineShare))]! * 0.999;
  return withoutCrumbs(loopsAt(density, level)).map((loop) =>
    loop.map(([x, y]): Place => [(x - free + 0.5) / cells, (y - free + 0.5) / cells]),
  );
};
