import type { RecipeChanges } from '../../../shared/model/recipe.ts';
import { fingerprintOf } from '../../import/fingerprint.ts';
import type { PlannedSheet } from '../../import/types.ts';
import { listImports } from '../../store/repositories/imports.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';

/** Fingerprints of the files that sheets are in, by path. */
export const fingerprintsOf = async (
  sheets: readonly Pick<PlannedSheet, 'path'>[],
): Promise<Map<string, string | null>> => {
  const prints = new Map<string, string | null>();
  for (const { path } of sheets) if (!prints.has(path)) prints.set(path, await fingerprintOf(path));
  return prints;
};

/** The newest standing import that brought in the same sheet of the same file; null where there is none. */
export const identicalImport = (
  db: Sqlite,
  fingerprint: string | null,
  sheet: string | null,
  before: number = Number.POSITIVE_INFINITY,
): RecipeChanges['identical'] => {
  if (fingerprint === null) return null;
  for (const { id, at, recipe } of listImports(db).reverse()) {
    if (id >= before) continue;
    const same = recipe.sheets.find((one) => one.fingerprint === fingerprint && one.sheet === sheet);
    if (same) return { importId: id, file: same.file, at };
  }
  return null;
};

/** Sources that an identical file replaces to the last row, whatever their rows are. */
export const isOfImport =
  (identical: RecipeChanges['identical'], sheet: string | null) =>
  (source: StoredSource): boolean =>
    identical !== null &&
    source.importId === identical.importId &&
    source.file === identical.file &&
    source.sheet === sheet;
