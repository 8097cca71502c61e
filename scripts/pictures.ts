/**
 * `npm run pictures`: takes the kept pictures of all screens anew and lists them in docs/gallery. The app must be built.
 * What changed is seen in the difference of the commit, and is to be looked at.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { galleryIndex, lostPictures } from '../tests/pictures/gallery-index.ts';
import { galleryFolder, screensFolder } from '../tests/pictures/kept-pictures.ts';

const run = spawnSync('npm', ['exec', '--', 'vitest', 'run', '--project', 'e2e', 'tests/e2e/screens-'], {
  cwd: join(import.meta.dirname, '..'),
  env: { ...process.env, TESSERA_RENEW_PICTURES: 'yes' },
  stdio: 'inherit',
});
for (const file of lostPictures()) rmSync(join(screensFolder, file));
writeFileSync(join(galleryFolder, 'README.md'), galleryIndex());
process.exit(run.status ?? 1);
