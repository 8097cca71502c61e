/**
 * Where a falling curve bends most: the place with the greatest distance below the straight line from its first point
 * to its last, both axes scaled to 0 to 1 (Satopää et al. 2011, “Kneedle”, without smoothing). Null for fewer than three
 * points and for a curve that lies nowhere below that line.
 */
export const elbowOf = (curve: readonly { readonly k: number; readonly inertia: number }[]): number | null => {
  const first = curve[0];
  const last = curve[curve.length - 1];
  if (first === undefined || last === undefined || curve.length < 3 || !(first.inertia > last.inertia)) return null;
  let best: number | null = null;
  let farthest = 1e-12;
  for (const { k, inertia } of curve) {
    const along = (k - first.k) / (last.k - first.k);
    const fallen = (first.inertia - inertia) / (first.inertia - last.inertia);
    if (fallen - along > farthest) {
      farthest = fallen - along;
      best = k;
    }
  }
  return best;
};
