/** Where a segment lies on the map. */
export interface Middle {
  readonly x: number;
  readonly y: number;
  /** Root mean square distance of its customers from the middle. */
  readonly spread: number;
  readonly size: number;
}

/** Middles of the segments on the map, by label; null where a segment has nobody on it. O(n). */
export const middlesOf = (
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  labels: ArrayLike<number>,
  count: number,
): (Middle | null)[] => {
  const sums = Array.from({ length: count }, () => ({ x: 0, y: 0, square: 0, size: 0 }));
  for (let i = 0; i < labels.length; i += 1) {
    const sum = sums[labels[i]!];
    const [px, py] = [x[i]!, y[i]!];
    if (sum === undefined || Number.isNaN(px) || Number.isNaN(py)) continue;
    sum.x += px;
    sum.y += py;
    sum.square += px * px + py * py;
    sum.size += 1;
  }
  return sums.map(({ x: sx, y: sy, square, size }) => {
    if (size === 0) return null;
    const [mx, my] = [sx / size, sy / size];
    return { x: mx, y: my, size, spread: Math.sqrt(Math.max(0, square / size - mx * mx - my * my)) };
  });
};

export interface Nearness {
  /** The two that are hardest to tell apart: their distance is smallest against their spread. */
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
      const distance = Math.hypot(a.x - b.x, a.y - b.y) / (Math.hypot(a.spread, b.spread) || 1e-9);
      if (distance < nearest[i]!.distance) nearest[i] = { distance, other: j };
    });
  });
  const known = nearest.map((_, i) => i).filter((i) => nearest[i]!.other >= 0);
  if (known.length < 2) return null;
  const closest = known.reduce((best, i) => (nearest[i]!.distance < nearest[best]!.distance ? i : best));
  const apart = known.reduce((best, i) => (nearest[i]!.distance > nearest[best]!.distance ? i : best));
  return { alike: [closest, nearest[closest]!.other], apart };
};
