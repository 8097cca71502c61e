/**
 * Run as a process of its own until it is killed: opens the project and changes it again and again: names, colours,
 * segments, undo, redo. Prints a word before each change, so that whoever kills it knows that one is under way.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startCore } from '../../src/main/hosts/core/start-core.ts';

const [path, home] = process.argv.slice(2);
if (!path || !home) throw new Error('usage: change-forever.ts PROJECT FOLDER');
const at = (name: string) => {
  mkdirSync(join(home, name), { recursive: true });
  return join(home, name);
};
const assets = join(import.meta.dirname, '../../assets');
const paths = { userData: at('user-data'), documents: at('documents'), temporary: at('temporary'), assets };
const { client } = await startCore({ kind: 'cli', paths, computeThreads: 1 });
const finish = async (call: Promise<AsyncIterator<unknown>>): Promise<void> => {
  for (const stream = await call; !(await stream.next()).done; );
};

// One that was killed between a name and its undo leaves the name behind: no two processes give the same one.
await client.project.open({ path });
for (let n = 0; ; n += 1) {
  const { segments } = (await client.segmentation.get({}))!;
  const { id } = segments[n % segments.length]!;
  const changes = [
    () => client.segment.rename({ id, name: `Name ${n} of ${process.pid}` }),
    () => client.segment.recolour({ id, color: n % 12 }),
    () => client.journal.undo(),
    () => finish(client.segmentation.run({ method: 'kmeans', k: 3 + (n % 3), seed: 1 })),
    () => client.journal.undo(),
    () => client.journal.redo(),
    () => client.source.setRule({ reason: 'cancelled', on: n % 2 === 1 }),
  ];
  for (const change of changes) {
    process.stdout.write('changing\n');
    await change();
  }
}
