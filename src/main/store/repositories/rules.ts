import { isFurther, type SetAsideReason, setAsideReasons } from '../../../shared/model/source.ts';
import type { Sqlite } from '../sqlite.ts';

export { activeMask, effectiveReason } from '../../../shared/model/set-aside.ts';

/** Rules that are switched off, in their fixed order. In a new project the usual ones are on and the further ones off. */
export const keptReasons = (db: Sqlite): SetAsideReason[] => {
  const said = new Map(
    db
      .prepareRaw<[string, number]>('SELECT reason, "on" FROM set_aside_rule')
      .all()
      .map(([reason, on]) => [reason, on === 1]),
  );
  return setAsideReasons.filter((reason) => reason !== 'unreadable' && !(said.get(reason) ?? !isFurther(reason)));
};

export const setRuleOn = (db: Sqlite, reason: SetAsideReason, on: boolean): void => {
  // As in a new project: a rule that is as it was at first has no row, so that switching to and fro leaves nothing behind.
  if (on === !isFurther(reason)) db.prepare('DELETE FROM set_aside_rule WHERE reason = ?').run(reason);
  else
    db.prepare('INSERT INTO set_aside_rule VALUES (?, ?) ON CONFLICT (reason) DO UPDATE SET "on" = excluded."on"').run(
      reason,
      on ? 1 : 0,
    );
};
