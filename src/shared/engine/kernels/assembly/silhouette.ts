/** Sums of the distances from `rows` rows from `from` on to the rows of every group; groups stand one after another. */
export function distanceSums(
  points: usize,
  rows: i32,
  columns: i32,
  starts: usize,
  groups: i32,
  from: i32,
  to: i32,
  sums: usize,
): void {
  for (let row = from; row < to; row++) {
    for (let group = 0; group < groups; group++) {
      let sum: f64 = 0;
      const end = load<i32>(starts + ((group + 1) << 2));
      let other = load<i32>(starts + (group << 2));
      for (; other + 1 < end; other += 2) {
        let square = f64x2.splat(0);
        for (let j = 0; j < columns; j++) {
          const column = points + ((<usize>(j * rows)) << 3);
          const difference = f64x2.sub(v128.load(column + (other << 3)), v128.load64_splat(column + (row << 3)));
          square = f64x2.add(square, f64x2.mul(difference, difference));
        }
        const distance = f64x2.sqrt(square);
        sum += f64x2.extract_lane(distance, 0) + f64x2.extract_lane(distance, 1);
      }
      for (; other < end; other++) {
        let square: f64 = 0;
        for (let j = 0; j < columns; j++) {
          const column = points + ((<usize>(j * rows)) << 3);
          const difference = load<f64>(column + (other << 3)) - load<f64>(column + (row << 3));
          square += difference * difference;
        }
        sum += Math.sqrt(square);
      }
      store<f64>(sums + ((row * groups + group) << 3), sum);
    }
  }
}
