/** The threads of Tessera, by the name of their entry file. */
export type ThreadName = 'writer' | 'reader' | 'import' | 'compute' | 'crew';

/**
 * Where a thread's entry stands: beside the bundle that runs (`out/main/writer.js`; outside the archive in a packed app,
 * because a thread starts from a real file), or as source when the sources run directly.
 */
export const threadEntry = (name: ThreadName): URL => {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL(`../workers/${name}.ts`, here);
  return new URL(`./${name}.js`, here.replace('/app.asar/', '/app.asar.unpacked/'));
};

/** Where a kernel's WebAssembly stands (`out/kernels/`), built beforehand also where the sources run directly. */
export const kernelFile = (name: string): URL => {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL(`../../../out/kernels/${name}.wasm`, here);
  return new URL(`../kernels/${name}.wasm`, here.replace('/app.asar/', '/app.asar.unpacked/'));
};
