/** Where a segment lies on the map. */
export interface Middle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Middles of the segments on the map, by label; null where a segment has nobody on it. O(n). */
export const middlesOf = (
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  labels: ArrayLike<number>,
  count: number,
): (Middle | null)[] => {
  const sums = Array.from({ length: count }, () => ({ x: 0, y: 0, size: 0 }));
  for (let i = 0; i < labels.length; i += 1) {
    const sum = sums[labels[i]!];
    const [px, py] = [x[i]!, y[i]!];
    if (sum === undefined || Number.isNaN(px) || Number.isNaN(py)) continue;
    sum.x += px;
    sum.y += py;
    sum.size += 1;
  }
  return sums.map(({ x: sx, y: sy, size }) => (size === 0 ? null : { x: sx / size, y: sy / size, size }));
};

export interface Nearness {
  /** The two whose middles lie closest together. */
  readonly alike: readonly [number, number];
  /** The one whose nearest neighbour is furthest. */
  readonly apart: number;
}

/** Which segments lie closest together and which stands apart; null with fewer than two. */
export const nearnessOf = (middles: readonly (Middle | null)[]): Nearness | null => {
  const nearest = middles.map(() => ({ distance: Infinity, other: -1 }));
  middles.forEach((a, i) => {
    middles.forEach((b, j) => {
      if (i === j || a === null || b === null) return;
      const distance = Math.hypot(a.x - b.x, a.y - b.y);
      if (distance < nearest[i]!.distance) nearest[i] = { distance, other: j };
    });
  });
  const known = nearest.map((_, i) => i).filter((i) => nearest[i]!.other >= 0);
  if (known.length < 2) return null;
  const closest = known.reduce((best, i) => (nearest[i]!.distance < nearest[best]!.distance ? i : best));
  const apart = known.reduce((best, i) => (nearest[i]!.distance > nearest[best]!.distance ? i : best));
  return { alike: [closest, nearest[closest]!.other], apart };
};
