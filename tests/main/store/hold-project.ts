import { openProjectFile } from '../../../src/main/store/project-file.ts';

/** Run as a process of its own: holds the project in the middle of a change until it is killed. */
const project = openProjectFile(process.argv[2]!, { owner: `process ${process.pid}` });
project.db.exec('BEGIN IMMEDIATE; CREATE TABLE half_done (text TEXT)');
const insert = project.db.prepare('INSERT INTO half_done VALUES (?)');
for (let i = 0; i < 20_000; i += 1) insert.run('x'.repeat(5_000));
process.stdout.write('holding\n');
setInterval(() => {}, 1000);
