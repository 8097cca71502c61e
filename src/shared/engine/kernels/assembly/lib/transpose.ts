/** Points of a block: one column of it is 256 bytes. */
export const blockPoints: i32 = 64;

/**
 * Writes four rows of floats into a block as four lanes: `block[column][at .. at + 3]`; returns their squared lengths.
 * @param stride floats of a row, a multiple of 4
 */
export function transposeFour(a: usize, b: usize, c: usize, d: usize, stride: i32, block: usize, at: i32): v128 {
  let to = block + ((<usize>at) << 2);
  let squares = f32x4.splat(0);
  const end = a + ((<usize>stride) << 2);
  while (a < end) {
    const v0 = v128.load(a);
    const v1 = v128.load(b);
    const v2 = v128.load(c);
    const v3 = v128.load(d);
    const low01 = i32x4.shuffle(v0, v1, 0, 4, 1, 5);
    const low23 = i32x4.shuffle(v2, v3, 0, 4, 1, 5);
    const high01 = i32x4.shuffle(v0, v1, 2, 6, 3, 7);
    const high23 = i32x4.shuffle(v2, v3, 2, 6, 3, 7);
    const c0 = i64x2.shuffle(low01, low23, 0, 2);
    const c1 = i64x2.shuffle(low01, low23, 1, 3);
    const c2 = i64x2.shuffle(high01, high23, 0, 2);
    const c3 = i64x2.shuffle(high01, high23, 1, 3);
    v128.store(to, c0);
    v128.store(to, c1, 256);
    v128.store(to, c2, 512);
    v128.store(to, c3, 768);
    squares = f32x4.add(squares, f32x4.mul(c0, c0));
    squares = f32x4.add(squares, f32x4.mul(c1, c1));
    squares = f32x4.add(squares, f32x4.mul(c2, c2));
    squares = f32x4.add(squares, f32x4.mul(c3, c3));
    a += 16;
    b += 16;
    c += 16;
    d += 16;
    to += 1024;
  }
  return squares;
}
