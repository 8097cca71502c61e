import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { type KernelMemory, type KernelName, type Kernels, kernelNames } from '../../shared/engine/kernels/machine.ts';
import { kernelFile } from './thread-entry.ts';

export type KernelModules = Readonly<Record<KernelName, WebAssembly.Module>>;

/**
 * The engine's kernels, compiled; threads that are handed the same modules share the machine code. null where they are
 * not built or this system has no SIMD, and then the engine computes in TypeScript.
 */
export const compileKernels = (): KernelModules | null => {
  // A function that V8 has compiled in haste only stays 4 to 20 times slower until its first call returns, so these few
  // small modules are compiled well, and at once: 54 ms instead of 216 for a first call measured.
  setFlagsFromString('--no-liftoff');
  setFlagsFromString('--no-wasm-lazy-compilation');
  try {
    return Object.fromEntries(
      kernelNames.map((name) => [name, new WebAssembly.Module(readFileSync(kernelFile(name)))]),
    ) as Record<KernelName, WebAssembly.Module>;
  } catch {
    return null;
  } finally {
    setFlagsFromString('--liftoff');
    setFlagsFromString('--wasm-lazy-compilation');
  }
};

/** The memory behind the engine's handle. */
export const memoryOf = (memory: KernelMemory): WebAssembly.Memory => memory as unknown as WebAssembly.Memory;

/** A thread's instances, one a module and memory. */
export const createInstances = (modules: Readonly<Record<string, WebAssembly.Module>>) => {
  let instances = new Map<WebAssembly.Memory, Map<KernelName, Kernels>>();
  return {
    of: (name: KernelName, memory: WebAssembly.Memory): Kernels => {
      let known = instances.get(memory);
      if (known === undefined) {
        known = new Map();
        instances.set(memory, known);
      }
      let kernels = known.get(name);
      if (kernels === undefined) {
        const abort = () => {
          throw new Error(`The ${name} kernel gave up.`);
        };
        kernels = new WebAssembly.Instance(modules[name]!, { env: { memory, abort } }).exports as unknown as Kernels;
        known.set(name, kernels);
      }
      return kernels;
    },
    forget: () => {
      instances = new Map();
    },
  };
};
