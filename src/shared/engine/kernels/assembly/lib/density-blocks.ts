/** Rows stand in blocks of 32, each block column by column; boxes stand column by column over all blocks. */
export const block: i32 = 32;
export const columnBytes: usize = 256;

/** Squared distances of a point (its coordinates 256 bytes apart) to the rows of a block. */
export function measure(point: usize, rows: usize, columns: i32, to: usize): void {
  for (let i: usize = 0; i < columnBytes; i += 64) {
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let own = point;
    let other = rows + i;
    for (let j = 0; j < columns; j++, own += columnBytes, other += columnBytes) {
      const value = v128.load64_splat(own);
      const d0 = f64x2.sub(value, v128.load(other));
      const d1 = f64x2.sub(value, v128.load(other, 16));
      const d2 = f64x2.sub(value, v128.load(other, 32));
      const d3 = f64x2.sub(value, v128.load(other, 48));
      s0 = f64x2.add(s0, f64x2.mul(d0, d0));
      s1 = f64x2.add(s1, f64x2.mul(d1, d1));
      s2 = f64x2.add(s2, f64x2.mul(d2, d2));
      s3 = f64x2.add(s3, f64x2.mul(d3, d3));
    }
    v128.store(to + i, s0);
    v128.store(to + i, s1, 16);
    v128.store(to + i, s2, 32);
    v128.store(to + i, s3, 48);
  }
}
