/** Rows of each of k labels. O(rows). */
export const sizesOf = (labels: Int32Array, k: number): Int32Array => {
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label]! += 1;
  return sizes;
};

/** The labels by size: the largest part first; of equal ones that which holds the first row. O(rows + k log k). */
export const orderBySize = (labels: Int32Array, k: number): Int32Array => {
  const sizes = sizesOf(labels, k);
  const firstRow = new Int32Array(k).fill(labels.length);
  for (let row = labels.length - 1; row >= 0; row -= 1) firstRow[labels[row]!] = row;
  return Int32Array.from({ length: k }, (_, label) => label).sort(
    (a, b) => sizes[b]! - sizes[a]! || firstRow[a]! - firstRow[b]! || a - b,
  );
};

/**
 * The same parts under labels that depend on the parts only: the largest is 0; of equal ones that which holds the
 * first row. O(rows + k log k).
 */
export const renumber = (labels: Int32Array, k: number): Int32Array => {
  const renamed = new Int32Array(k);
  orderBySize(labels, k).forEach((label, rank) => {
    renamed[label] = rank;
  });
  return labels.map((label) => renamed[label]!);
};
