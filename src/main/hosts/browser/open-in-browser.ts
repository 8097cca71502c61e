import { spawn } from 'node:child_process';

/** Shows an address in the person's browser. That there is none is no error: the address is printed as well. */
export const openInBrowser = (url: string): void => {
  const [command, ...given] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command!, given, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};
