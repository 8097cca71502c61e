import { describe, expect, it } from 'vitest';
import { largeBuffersOf } from '../../../src/main/workers/large-buffers.ts';

describe('largeBuffersOf', () => {
  it('finds large buffers in lists and records, each once, and no small and no shared one', () => {
    const large = new Float64Array(200_000);
    const other = new Int32Array(400_000);
    const value = {
      fits: [{ labels: other, again: other.subarray(3), name: 'one' }, { labels: new Int32Array(10) }],
      matrix: { data: large },
      shared: new Float64Array(new SharedArrayBuffer(2_000_000)),
      nothing: null,
    };
    expect([...largeBuffersOf(value)]).toEqual([other.buffer, large.buffer]);
    expect(largeBuffersOf([1, 'two', undefined, new Map([['large', large]])]).size).toBe(0);
  });

  it('lets a value cross threads whole', () => {
    const labels = Int32Array.from({ length: 300_000 }, (_, row) => row % 7);
    const before = labels.slice();
    const value = { labels, tail: labels.subarray(299_990) };
    const moved = structuredClone(value, { transfer: [...largeBuffersOf(value)] });
    expect(moved.labels).toEqual(before);
    expect(moved.tail).toEqual(before.slice(299_990));
    expect(labels.length).toBe(0);
  });
});
