/** Byte offsets of the fields in a grid's plan; `src/shared/engine/cluster/grid-plan.ts` writes them. */
export function columnsOf(fit: usize): i32 {
  return load<i32>(fit, 4);
}

/** Pairs of columns, the last one filled with 0. */
export function pairsOf(fit: usize): i32 {
  return load<i32>(fit, 8);
}

export function clustersOf(fit: usize): i32 {
  return load<i32>(fit, 12);
}

/** Blocks of four rows: for each pair of columns four times two i16, whole steps from the center. */
export function gridOf(fit: usize): usize {
  return load<u32>(fit, 16);
}

/** One u16 a row. */
export function labelsOf(fit: usize): usize {
  return load<u32>(fit, 20);
}

/** One u16 a row: whole steps that the drift of its label may reach before another centroid can be nearer. */
export function marginsOf(fit: usize): usize {
  return load<u32>(fit, 24);
}

/** Row-major f64. */
export function centroidsOf(fit: usize): usize {
  return load<u32>(fit, 28);
}

/** The centroids as i16, a pair of columns in 4 bytes. */
export function gridCentroidsOf(fit: usize): usize {
  return load<u32>(fit, 32);
}

/** Half the squared length of each, in the products' unit, i32. */
export function halvesOf(fit: usize): usize {
  return load<u32>(fit, 36);
}

/** For each label by how many steps margins made at the start would have shrunk until now, rounded up, u16. */
export function driftsOf(fit: usize): usize {
  return load<u32>(fit, 40);
}

/** 1 where labels and margins hold nothing yet. */
export function isFirst(fit: usize): bool {
  return load<i32>(fit, 44) != 0;
}

/** Most error of a difference of two products, whatever the row. */
export function slackOf(fit: usize): f32 {
  return load<f32>(fit, 48);
}

/** The same for each squared step of the row's length. */
export function blurOf(fit: usize): f32 {
  return load<f32>(fit, 52);
}

/** What a product is multiplied by to count squared steps. */
export function unitOf(fit: usize): f32 {
  return load<f32>(fit, 56);
}

/** Twice the greatest distance, in steps, of a row from its place on the grid. */
export function roundedOf(fit: usize): f32 {
  return load<f32>(fit, 60);
}

/** Steps of 1. */
export function scaleOf(fit: usize): f64 {
  return load<f64>(fit, 64);
}

/** Most steps from the center that are written down. */
export function reachOf(fit: usize): f64 {
  return load<f64>(fit, 72);
}

export function centersOf(fit: usize): usize {
  return load<u32>(fit, 80);
}

/** The same as `slackOf` for two centroids alone, f32, k × k; 0 where there are too many of them. */
export function pairSlacksOf(fit: usize): usize {
  return load<u32>(fit, 128);
}
