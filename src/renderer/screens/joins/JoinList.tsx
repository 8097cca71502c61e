import { Switch } from '@mantine/core';
import type { Join, JoinSide } from '../../../shared/model/join.ts';
import { api } from '../../client/api.ts';
import { change } from '../../client/project.ts';
import { t } from '../../client/words.ts';
import { notifyUndoable } from '../../components/UndoNotice.tsx';
import classes from './joins.module.css';

const Found = ({ side }: { readonly side: JoinSide }) => {
  const withValue = side.matched + side.unmatched;
  return (
    <span className={classes.found}>
      <span className={classes.track} aria-hidden>
        <span
          className={classes.filled}
          style={{ width: `${withValue === 0 ? 0 : (100 * side.matched) / withValue}%` }}
        />
      </span>
      <span>
        {t('joins.found', { ...side })}
        {side.blank > 0 && <span className={classes.muted}> · {t('joins.blank', { blank: side.blank })}</span>}
      </span>
    </span>
  );
};

const switchJoin = async ({ id }: Join, on: boolean): Promise<void> => {
  const done = await change(() => api.joins.switch({ id, on }));
  if (done !== null) notifyUndoable(t(on ? 'joins.switchedOn' : 'joins.switchedOff'));
};

interface JoinListProps {
  readonly joins: readonly Join[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Every connection as a sentence with what finds a partner on either side; the pressed one's lost rows stand below. */
export const JoinList = ({ joins, chosen, onChoose }: JoinListProps) => (
  <ul className={classes.list} aria-label={t('joins.list')}>
    {joins.map((join) => {
      const { id, left, right, on, doubts, origin } = join;
      const names = { left: left.name, right: right.name, leftColumn: left.column, rightColumn: right.column };
      return (
        <li key={id} className={classes.join} data-chosen={id === chosen} data-on={on}>
          <button type="button" className={classes.choose} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            <span className={classes.line}>
              {t('joins.line', names)}
              {doubts.length > 0 && <span className={classes.tag}>{t('joins.doubtful')}</span>}
              {origin === 'own' && <span className={classes.tag}>{t('joins.own')}</span>}
            </span>
            <span className={classes.sides}>
              <Found side={left} />
              <Found side={right} />
            </span>
          </button>
          <Switch
            size="sm"
            checked={on}
            aria-label={t('joins.switch', { left: left.name, right: right.name, column: left.column })}
            onChange={(event) => switchJoin(join, event.currentTarget.checked)}
          />
        </li>
      );
    })}
  </ul>
);
