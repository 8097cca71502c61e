import { buildKernels } from '../../scripts/build-kernels.ts';

/** Tests that run from source need the engine's kernels all the same. */
export const setup = (): Promise<void> => buildKernels();
