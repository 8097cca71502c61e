import { recountInSteps } from '../../store/repositories/corrections.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { furtherMask, type MarkedSheet } from './marked-sheet.ts';
import { own, rowsInSteps } from './source-rows-in-steps.ts';

/** Rows between two breaths while marks are written. */
const writtenAtOnce = 4_000;

/** Writes the marks that differ from those that stand, and counts anew where any does. */
export const writeMarks = async (
  db: Sqlite,
  { source, bits, first }: MarkedSheet,
  job: Pick<JobContext, 'signal'>,
): Promise<void> => {
  const update = db.prepare(
    `UPDATE ${quoteName(source.table)} SET _aside = (_aside & ~${furtherMask}) | ? WHERE _row = ?`,
  );
  let changed = 0;
  for (const { rows } of rowsInSteps(db, source, [])) {
    for (const row of rows) {
      const wanted = bits[(row[own.row] as number) - first]!;
      if (((row[own.aside] as number) & furtherMask) === wanted) continue;
      update.run(wanted, row[own.row]!);
      changed += 1;
      if (changed % writtenAtOnce === 0) await breathe(job);
    }
    await breathe(job);
  }
  if (changed > 0) for (const _ of recountInSteps(db, source.id, source.table)) await breathe(job);
};
