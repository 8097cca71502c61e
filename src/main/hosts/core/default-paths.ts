import { mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServicePaths } from '../../services/services.ts';
import { appFile } from './app-file.ts';

const settingsFolder = (): string => {
  const home = homedir();
  switch (process.platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Tessera');
    case 'win32':
      return join(process.env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Tessera');
    default:
      return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'tessera');
  }
};

/** Where the browser host and the command line keep things; the desktop host asks Electron. The temporary folder is new and private. */
export const defaultPaths = (): ServicePaths => {
  const paths = {
    userData: settingsFolder(),
    documents: join(homedir(), 'Documents', 'Tessera'),
    temporary: mkdtempSync(join(tmpdir(), 'tessera-')),
    assets: appFile('assets'),
  };
  mkdirSync(paths.userData, { recursive: true });
  return paths;
};
