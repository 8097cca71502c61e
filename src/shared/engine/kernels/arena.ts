import type { KernelMemory, Machine } from './machine.ts';

/** A typed array in kernel memory with the pointer that kernels know it by. */
export interface Placed<View> {
  readonly at: number;
  readonly view: View;
}

/** Hands out pieces of one memory, one after another; all are given back together. */
export interface Arena {
  readonly memory: KernelMemory;
  f64(count: number): Placed<Float64Array<SharedArrayBuffer>>;
  f32(count: number): Placed<Float32Array<SharedArrayBuffer>>;
  i32(count: number): Placed<Int32Array<SharedArrayBuffer>>;
  u8(count: number): Placed<Uint8Array<SharedArrayBuffer>>;
}

/** Every piece begins on a cache line, so that no two threads write to one. */
const line = 64;
/** The first bytes stay free: a pointer is never 0. */
const first = 1024;

/** Bytes that pieces of these sizes take in an arena, whatever their order. */
export const arenaBytes = (...sizes: readonly number[]): number =>
  sizes.reduce((sum, size) => sum + Math.ceil(size / line) * line, first);

/**
 * Runs `use` over an arena of that many bytes (`arenaBytes`); null where the machine has not so much memory. The pieces
 * hold whatever was there before, and are gone when `use` returns: copy out what is to stay.
 */
export const withArena = <Result>(machine: Machine, bytes: number, use: (arena: Arena) => Result): Result | null => {
  const memory = machine.memory(bytes);
  if (memory === null) return null;
  let next = first;
  const take = (size: number): number => {
    const at = next;
    next += Math.ceil(size / line) * line;
    if (next > memory.buffer.byteLength)
      throw new RangeError(`An arena of ${bytes} bytes has no room for ${size} more at ${at}.`);
    return at;
  };
  try {
    return use({
      memory,
      f64: (count) => {
        const at = take(count * 8);
        return { at, view: new Float64Array(memory.buffer, at, count) };
      },
      f32: (count) => {
        const at = take(count * 4);
        return { at, view: new Float32Array(memory.buffer, at, count) };
      },
      i32: (count) => {
        const at = take(count * 4);
        return { at, view: new Int32Array(memory.buffer, at, count) };
      },
      u8: (count) => {
        const at = take(count);
        return { at, view: new Uint8Array(memory.buffer, at, count) };
      },
    });
  } finally {
    machine.release(memory);
  }
};
