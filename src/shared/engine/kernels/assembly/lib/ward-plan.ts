/**
 * Where everything of a Ward tree in the making lies: a block of 4-byte integers, as `ward-kernels.ts` fills it in.
 * Branches have ids; those still apart stand in slots, 16 slots a leaf, 16 leaves a group, 16 groups a group above.
 */
export namespace plan {
  export const columns: usize = 0;
  /** Numbers of a centre, padded to an even count. */
  export const stride: usize = 4;
  /** Most candidates a branch keeps. */
  export const reach: usize = 8;
  export const leaves: usize = 12;
  export const levels: usize = 16;
  /** f64, by id. */
  export const centres: usize = 20;
  export const weights: usize = 24;
  /** f64, one a column: what the 4-byte coordinates are counted from. */
  export const origin: usize = 28;
  /** i32, id by slot, −1 in a gap; slot by id. */
  export const idOf: usize = 32;
  export const slotOf: usize = 36;
  /** f32: for each leaf and column 16 coordinates, then 16 reciprocal weights. */
  export const leafData: usize = 40;
  /** i32 by id: itself, or the branch that it went into. */
  export const into: usize = 44;
  /** i32 by id: the branch it has just swallowed, or −1. */
  export const partner: usize = 48;
  /** i32, f64, i32: how many candidates each branch has, their costs and their ids, nearest first. */
  export const found: usize = 52;
  export const costs: usize = 56;
  export const ids: usize = 60;
  /** f64 by id: no branch that is not a candidate costs less. */
  export const bounds: usize = 64;
  /** f64: how far a rounded coordinate difference may be off, over all columns. */
  export const slack: usize = 72;
  /** f32 keys by place in the order, while ordering. */
  export const keys: usize = 80;
  /** u8 by leaf and by group: something within has changed. */
  export const touched: usize = 84;
  /** From here on one pointer a level: for each group and column 16 lows and 16 highs, then 16 greatest reciprocal weights. */
  export const level: usize = 96;
}

/** Bytes of a leaf and of a group. */
export function leafBytes(columns: i32): usize {
  return (<usize>(columns + 1)) << 6;
}

export function groupBytes(columns: i32): usize {
  return (<usize>(2 * columns + 1)) << 6;
}
