/**
 * Columns of numbers as little-endian bytes, which is what every machine we run on has in memory. Copied where they
 * stand in shared memory, which the driver does not take.
 */
export const bytesOf = (numbers: Float64Array | Int32Array): Uint8Array => {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return numbers.buffer instanceof ArrayBuffer ? bytes : bytes.slice();
};

/** Copied, since a blob's bytes need not be aligned. */
export const float64Of = (bytes: Uint8Array): Float64Array => {
  const numbers = new Float64Array(bytes.byteLength / 8);
  new Uint8Array(numbers.buffer).set(bytes);
  return numbers;
};

export const int32Of = (bytes: Uint8Array): Int32Array => {
  const numbers = new Int32Array(bytes.byteLength / 4);
  new Uint8Array(numbers.buffer).set(bytes);
  return numbers;
};
