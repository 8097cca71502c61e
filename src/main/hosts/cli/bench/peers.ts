import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** One timing of a peer, as the peers' script prints it. */
interface PeerRun {
  readonly seconds: number;
  readonly rssMb: number;
  /** Inertia, merge heights, silhouette and so on: what the answers are compared by. */
  readonly value: number | readonly number[];
}

export interface Peers {
  /** e.g. `scikit-learn 1.2.1, scipy 1.10.1, fastcluster 1.2.3`. */
  readonly versions: string;
  run(task: string, peer: string, rows: number, folder: string, threads: number, signal: AbortSignal): Promise<PeerRun>;
}

const pythons = ['/usr/bin/python3', 'python3'];
const versionsOf =
  'import sklearn, scipy, fastcluster; print(f"scikit-learn {sklearn.__version__}, scipy {scipy.__version__}, fastcluster {fastcluster.__version__}")';

/** The peers, where the script is there and Python has them; null otherwise. */
export const findPeers = (script: string): Peers | null => {
  if (!existsSync(script)) return null;
  for (const python of pythons) {
    const { status, stdout } = spawnSync(python, ['-c', versionsOf], { encoding: 'utf8' });
    if (status !== 0) continue;
    return {
      versions: stdout.trim(),
      run: (task, peer, rows, folder, threads, signal) =>
        new Promise((resolve, reject) => {
          const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...env } = process.env;
          const child = spawn(python, [script, task, peer, String(rows), folder, '1'], {
            env: { ...env, OMP_NUM_THREADS: String(threads) },
            stdio: ['ignore', 'pipe', 'inherit'],
            signal,
          });
          let printed = '';
          child.stdout.on('data', (text: Buffer) => {
            printed += text.toString();
          });
          child.on('error', reject);
          child.on('close', (code) => {
            if (code === 0) resolve(JSON.parse(printed) as PeerRun);
            else reject(new Error(`${peer} ended with ${code}.`));
          });
        }),
    };
  }
  return null;
};
