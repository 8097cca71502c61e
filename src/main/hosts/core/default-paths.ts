import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServicePaths } from '../../services/services.ts';
import { appFile } from './app-file.ts';

/** Where this system keeps the settings of its programs, and what they can make anew at any time. */
const systemFolders = (): { readonly settings: string; readonly cache: string } => {
  const home = homedir();
  switch (process.platform) {
    case 'darwin':
      return {
        settings: join(home, 'Library', 'Application Support', 'Tessera'),
        cache: join(home, 'Library', 'Caches', 'Tessera'),
      };
    case 'win32':
      return {
        settings: join(process.env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Tessera'),
        cache: join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Tessera', 'Cache'),
      };
    default:
      return {
        settings: join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'tessera'),
        cache: join(process.env.XDG_CACHE_HOME ?? join(home, '.cache'), 'tessera'),
      };
  }
};

/** What can be thrown away: it is made again when it is missed. */
export const cacheFolder = (): string => systemFolders().cache;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is running as well.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** What a Tessera that was ended by force left behind: dropped files and exports hold customers. */
const removeLeftovers = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const pid = /^tessera-(\d+)-\w{6}$/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Another person's, on a shared computer: theirs to remove.
    }
  }
};

/** A new folder of this process that nobody else on the computer can look into. */
export const privateTemporaryFolder = (): string => {
  removeLeftovers(tmpdir());
  return mkdtempSync(join(tmpdir(), `tessera-${process.pid}-`));
};

/** Where the browser host and the command line keep things; the desktop host asks Electron. */
export const defaultPaths = (): ServicePaths => {
  const paths = {
    userData: systemFolders().settings,
    documents: join(homedir(), 'Documents', 'Tessera'),
    temporary: privateTemporaryFolder(),
    assets: appFile('assets'),
  };
  mkdirSync(paths.userData, { recursive: true });
  return paths;
};
