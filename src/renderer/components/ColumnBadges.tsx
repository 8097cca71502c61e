import type { ColumnRole, ColumnType } from '../../shared/model/column.ts';
import { t } from '../client/words.ts';
import classes from './ColumnBadges.module.css';

interface ColumnBadgesProps {
  readonly type: ColumnType;
  readonly role: ColumnRole;
  /** In a customer table, numbers without a role are facts. */
  readonly fact: boolean;
}

/** What a column is for, and what its values are. */
export const ColumnBadges = ({ type, role, fact }: ColumnBadgesProps) => {
  const isFact = fact && role === 'none' && (type === 'integer' || type === 'decimal');
  return (
    <span className={classes.badges}>
      {(role !== 'none' || isFact) && <span className={classes.role}>{t(isFact ? 'role.fact' : `role.${role}`)}</span>}
      <span className={classes.type}>{t(`type.${type}`)}</span>
    </span>
  );
};
