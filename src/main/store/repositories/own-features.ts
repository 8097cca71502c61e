import { type Unit, unitSchema } from '../../../shared/model/feature.ts';
import type { Sqlite } from '../sqlite.ts';

/** A feature by a formula over others. Never changed: another formula is another feature. */
export interface OwnFeature {
  readonly id: number;
  readonly name: string;
  readonly formula: string;
  readonly unit: Unit;
}

/** Those that stand, oldest first. */
export const listOwnFeatures = (db: Sqlite): OwnFeature[] =>
  db
    .prepare<{ id: number; name: string; formula: string; unit: string }>(
      'SELECT id, name, formula, unit FROM own_feature WHERE stands = 1 ORDER BY id',
    )
    .all()
    .map((row) => ({ ...row, unit: unitSchema.parse(row.unit) }));

/** It does not stand yet: a change makes it. */
export const addOwnFeature = (db: Sqlite, { name, formula, unit }: Omit<OwnFeature, 'id'>): number =>
  Number(
    db.prepare('INSERT INTO own_feature (name, formula, unit, stands) VALUES (?, ?, ?, 0)').run(name, formula, unit)
      .lastInsertRowid,
  );

export const setOwnFeatureStands = (db: Sqlite, id: number, stands: boolean): void => {
  db.prepare('UPDATE own_feature SET stands = ? WHERE id = ?').run(stands ? 1 : 0, id);
};

export const purgeOwnFeature = (db: Sqlite, id: number): void => {
  db.prepare('DELETE FROM own_feature WHERE id = ?').run(id);
};
