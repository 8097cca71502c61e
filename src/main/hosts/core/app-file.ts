import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, out/ and assets/: found upwards, the same from source, build and package. */
const root = ((): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('Tessera’s own files are not where they should be.');
    folder = above;
  }
  return folder;
})();

export const appFile = (...parts: string[]): string => join(root, ...parts);

/** The same for what must be a real file (a thread reads it): beside the archive in a packed app. */
export const unpackedFile = (...parts: string[]): string =>
  appFile(...parts).replace(`${sep}app.asar${sep}`, `${sep}app.asar.unpacked${sep}`);
