import { type SetAsideReason, setAsideReasons } from '../../../shared/model/source.ts';
import type { Sqlite } from '../sqlite.ts';

export { activeMask, effectiveReason } from '../../../shared/model/set-aside.ts';

/** Rules that are switched off, in their fixed order. All are on in a new project. */
export const keptReasons = (db: Sqlite): SetAsideReason[] => {
  const off = db.prepare<{ reason: string }>('SELECT reason FROM set_aside_rule WHERE "on" = 0').all();
  return setAsideReasons.filter((reason) => reason !== 'unreadable' && off.some((rule) => rule.reason === reason));
};

export const setRuleOn = (db: Sqlite, reason: SetAsideReason, on: boolean): void => {
  // As in a new project: a rule that is on has no row, so that switching off and on again leaves nothing behind.
  if (on) db.prepare('DELETE FROM set_aside_rule WHERE reason = ?').run(reason);
  else
    db.prepare('INSERT INTO set_aside_rule VALUES (?, ?) ON CONFLICT (reason) DO UPDATE SET "on" = excluded."on"').run(
      reason,
      0,
    );
};
