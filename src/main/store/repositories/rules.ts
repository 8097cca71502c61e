import { asideBit, type SetAsideReason, setAsideReasons } from '../../../shared/model/source.ts';
import type { Sqlite } from '../sqlite.ts';

/** Rules that are switched off, in their fixed order. All are on in a new project. */
export const keptReasons = (db: Sqlite): SetAsideReason[] => {
  const off = db.prepare<{ reason: string }>('SELECT reason FROM set_aside_rule WHERE "on" = 0').all();
  return setAsideReasons.filter((reason) => reason !== 'unreadable' && off.some((rule) => rule.reason === reason));
};

export const setRuleOn = (db: Sqlite, reason: SetAsideReason, on: boolean): void => {
  db.prepare('INSERT INTO set_aside_rule VALUES (?, ?) ON CONFLICT (reason) DO UPDATE SET "on" = excluded."on"').run(
    reason,
    on ? 1 : 0,
  );
};

/** The bits of the rules that are on: a line counts where it has none of them. */
export const activeMask = (kept: readonly SetAsideReason[]): number =>
  setAsideReasons.reduce((mask, reason) => (kept.includes(reason) ? mask : mask | asideBit[reason]), 0);

/** The reason that a line's bits amount to under these rules: the first that matches; null where the line counts. */
export const effectiveReason = (aside: number, kept: readonly SetAsideReason[]): SetAsideReason | null =>
  setAsideReasons.find((reason) => !kept.includes(reason) && (aside & asideBit[reason]) !== 0) ?? null;
