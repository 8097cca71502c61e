import { describe, expect, it } from 'vitest';
import { arenaBytes, withArena } from '../../../src/shared/engine/kernels/arena.ts';
import { silent } from '../../../src/shared/engine/progress.ts';
import { onThreads } from '../../support/machine.ts';

describe('machine', () => {
  it('lends memory, keeps small ones, and says where so much cannot be had', () =>
    onThreads(1, (machine) => {
      const first = machine!.memory(1_000_000)!;
      expect(first.buffer.byteLength).toBeGreaterThanOrEqual(1_000_000);
      machine!.release(first);
      const again = machine!.memory(500_000)!;
      expect(again).toBe(first);
      expect(machine!.memory(500_000)).not.toBe(again);
      expect(machine!.memory(5e9)).toBeNull();
    }));

  it('lays pieces of an arena on lines of their own, and refuses more than was asked for', () =>
    onThreads(1, (machine) => {
      withArena(machine!, arenaBytes(8, 4), ({ f64, i32 }) => {
        expect(f64(1).at % 64).toBe(0);
        expect(i32(1).at % 64).toBe(0);
        expect(() => f64(1_000_000)).toThrow('no room');
      });
    }));

  it('refuses a job that nobody knows and more numbers than fit', () =>
    onThreads(2, (machine) => {
      const memory = machine!.memory(1000)!;
      expect(() => machine!.run('unheardOf', memory, 1, [], silent)).toThrow('no crew job');
      expect(() => machine!.run('unheardOf', memory, 1, Array(65).fill(0), silent)).toThrow('65 numbers');
    }));
});
