import { serveTasks } from '../../../src/main/workers/serve-tasks.ts';
import { centredProducts } from '../../../src/shared/engine/embed/principal-axes-kernel.ts';
import { machineInUse } from '../../../src/shared/engine/kernels/machine.ts';
import { createMatrix } from '../../../src/shared/engine/matrix.ts';
import { silent } from '../../../src/shared/engine/progress.ts';

const matrix = createMatrix(2000, 4);

/** A compute thread whose only task keeps its crew at work and hears of no cancel. */
const deafLeader = (): void => {
  const machine = machineInUse()!;
  for (;;) centredProducts(machine, matrix, silent);
};

serveTasks({ deafLeader, double: (value: number) => value * 2 });
