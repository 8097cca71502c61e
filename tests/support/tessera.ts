import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'out/main/cli.js');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a person would. */
export const tessera = (...words: string[]): Promise<Finished> => {
  if (!existsSync(cli)) throw new Error('The command line is not built: npm run build.');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => {
      stdout += data;
    });
    child.stderr.on('data', (data: Buffer) => {
      stderr += data;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
};

/** Runs with --json, expects success, and gives back the one value. */
export const tesseraJson = async <Value>(...words: string[]): Promise<Value> => {
  const { code, stdout, stderr } = await tessera(...words, '--json');
  if (code !== 0) throw new Error(`tessera ${words.join(' ')} exited with ${code}: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Value;
};

/** A folder of the test's own, gone when the test is. */
export const temporaryFolder = (): { path: string; file(name: string): string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'tessera-test-'));
  return { path, file: (name) => join(path, name), remove: () => rmSync(path, { recursive: true, force: true }) };
};
