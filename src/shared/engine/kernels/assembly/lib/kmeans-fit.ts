/** Byte offsets of the fields in a fit's plan; `src/shared/engine/cluster/kmeans-plan.ts` writes them. */
export function rowsOf(fit: usize): i32 {
  return load<i32>(fit);
}

export function columnsOf(fit: usize): i32 {
  return load<i32>(fit, 4);
}

/** Floats of a screen row: the columns, rounded up to whole vectors. */
export function strideOf(fit: usize): i32 {
  return load<i32>(fit, 8);
}

export function clustersOf(fit: usize): i32 {
  return load<i32>(fit, 12);
}

/** Row-major f64. */
export function flatOf(fit: usize): usize {
  return load<u32>(fit, 16);
}

/** Row-major f32, centred and scaled. */
export function screenOf(fit: usize): usize {
  return load<u32>(fit, 20);
}

/** One f64 a row; 0 where every row weighs 1. */
export function weightsOf(fit: usize): usize {
  return load<u32>(fit, 24);
}

/** One u16 a row. */
export function labelsOf(fit: usize): usize {
  return load<u32>(fit, 28);
}

/** One f32 a row: how far the drift of its label may go before another centroid can be nearer. */
export function marginsOf(fit: usize): usize {
  return load<u32>(fit, 32);
}

export function centroidsOf(fit: usize): usize {
  return load<u32>(fit, 36);
}

/** The centroids as the screen's rows are. */
export function screenCentroidsOf(fit: usize): usize {
  return load<u32>(fit, 40);
}

/** Half the squared length of each screen centroid. */
export function halvesOf(fit: usize): usize {
  return load<u32>(fit, 44);
}

/** For each label by how much margins made at the start would have shrunk until now. */
export function driftsOf(fit: usize): usize {
  return load<u32>(fit, 48);
}

/** Relative error of a dot product on the screen. */
export function epsilonOf(fit: usize): f32 {
  return load<f32>(fit, 52);
}

/** 1 where labels and margins hold nothing yet. */
export function isFirst(fit: usize): bool {
  return load<i32>(fit, 56) != 0;
}

/** Potential weights of the screen, one f32 a row; 0 where every row weighs 1. */
export function screenWeightsOf(fit: usize): usize {
  return load<u32>(fit, 60);
}

/** What the screen multiplied the numbers by. */
export function scaleOf(fit: usize): f64 {
  return load<f64>(fit, 64);
}

/** Squared distance to the nearest start so far, one f32 a row on the screen. */
export function nearestOf(fit: usize): usize {
  return load<u32>(fit, 72);
}

/** Sums of `nearest` × weight over 64 rows, one f64 each. */
export function blockSumsOf(fit: usize): usize {
  return load<u32>(fit, 76);
}
