export interface LabelBox {
  /** Wanted middle, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: LabelBox, b: LabelBox): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

/**
 * Moves labels up or down, each as little as it takes, until none covers an earlier one; the first ones stay where they
 * want to be. Results keep to 0 … height. O(labels² · steps).
 */
export const placeLabels = (labels: readonly LabelBox[], height: number): LabelBox[] => {
  const placed: LabelBox[] = [];
  for (const label of labels) {
    const tries = [0];
    for (let step = 1; step * 6 <= height; step += 1) tries.push(step * 6, step * -6);
    const inside = (y: number) => Math.min(height - label.height / 2, Math.max(label.height / 2, y));
    const free = tries
      .map((move) => ({ ...label, y: inside(label.y + move) }))
      .find((candidate) => !placed.some((other) => overlap(other, candidate)));
    placed.push(free ?? label);
  }
  return placed;
};
