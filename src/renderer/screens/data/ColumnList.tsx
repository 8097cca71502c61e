import type { Source } from '../../../shared/model/source.ts';
import { t } from '../../client/words.ts';
import { ColumnBadges } from '../../components/ColumnBadges.tsx';
import classes from './ColumnList.module.css';

/** What each column is taken for, and what is missing or odd in it. */
export const ColumnList = ({ source }: { readonly source: Source }) => (
  <ul className={classes.list}>
    {source.columns.map(({ name, type, role, missing, odd }) => (
      <li key={name} className={classes.column}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <ColumnBadges type={type} role={role} fact={source.kind === 'customers'} />
        {(missing > 0 || odd > 0) && (
          <span className={classes.notes}>
            {[
              missing > 0 && t('data.column.missing', { count: missing }),
              odd > 0 && t('data.column.odd', { count: odd }),
            ]
              .filter((note) => note !== false)
              .join(' · ')}
          </span>
        )}
      </li>
    ))}
  </ul>
);
