import { serveTasks } from '../../../src/main/workers/serve-tasks.ts';
import { arenaBytes, withArena } from '../../../src/shared/engine/kernels/arena.ts';
import { machineInUse } from '../../../src/shared/engine/kernels/machine.ts';
import { silent } from '../../../src/shared/engine/progress.ts';

/** A compute thread whose only task keeps its crew at work and hears of no cancel. */
const deafLeader = (): void => {
  const machine = machineInUse()!;
  const rows = 2000;
  withArena(machine, arenaBytes(4 * rows * 8, 4 * 8, 16 * 4 * 8, 16 * 16 * 8), ({ memory, f64 }) => {
    const [points, shift, sums, products] = [f64(4 * rows), f64(4), f64(16 * 4), f64(16 * 16)];
    for (const { view } of [points, shift, sums, products]) view.fill(0);
    const numbers = [rows / 16, rows, points.at, 4, rows, shift.at, sums.at, products.at];
    for (;;) machine.run('productsPiece', memory, 16, numbers, silent);
  });
};

serveTasks({ deafLeader, double: (value: number) => value * 2 });
