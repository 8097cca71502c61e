import { readdirSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { version } from './version.ts';

const cacheFolder = (): string => {
  const home = homedir();
  switch (process.platform) {
    case 'darwin':
      return join(home, 'Library', 'Caches', 'Tessera');
    case 'win32':
      return join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Tessera', 'Cache');
    default:
      return join(process.env.XDG_CACHE_HOME ?? join(home, '.cache'), 'tessera');
  }
};

/**
 * Keeps what Node made of Tessera's own code, so that the next start need not read it anew: some three megabytes of code,
 * nothing of a shop. To be called before that code is loaded; threads follow by the environment. Where the folder cannot
 * be written, every start reads the code as the first one does.
 */
export const keepCompiled = (): void => {
  if (process.env.NODE_COMPILE_CACHE !== undefined || process.env.NODE_DISABLE_COMPILE_CACHE !== undefined) return;
  const folder = join(cacheFolder(), 'compiled');
  enableCompileCache(join(folder, version));
  process.env.NODE_COMPILE_CACHE = join(folder, version);
  try {
    for (const name of readdirSync(folder)) if (name !== version) rmSync(join(folder, name), { recursive: true });
  } catch {
    // What an earlier version left does no harm.
  }
};
