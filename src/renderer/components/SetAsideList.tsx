import { Switch } from '@mantine/core';
import type { SetAside, SetAsideReason } from '../../shared/model/source.ts';
import { format, t } from '../client/words.ts';
import { NumbersIn } from './NumbersIn.tsx';
import classes from './SetAsideList.module.css';

interface SetAsideListProps {
  readonly rules: readonly SetAside[];
  readonly busy?: boolean;
  /** Side by side where there is room. */
  readonly across?: boolean;
  /** The rows are those of the project, and their numbers open up. */
  readonly opens?: boolean;
  /** `on`: the rule holds, its rows are set aside. */
  readonly onSwitch: (reason: SetAsideReason, on: boolean) => void;
}

/** Rows that do not count, why, how many, and how much money is on them; each rule can be switched. */
export const SetAsideList = ({ rules, busy = false, across = false, opens = false, onSwitch }: SetAsideListProps) => {
  if (rules.length === 0) return <p className={classes.none}>{t('import.aside.none')}</p>;
  return (
    <>
      <p className={classes.none}>{t('import.aside.hint')}</p>
      <ul className={classes.list} data-across={across} aria-busy={busy}>
        {rules.map(({ reason, lines, money, on }) => {
          const what = t(`aside.${reason}`);
          return (
            <li key={reason} className={classes.rule} data-on={on}>
              <div className={classes.words}>
                <span className={classes.what}>{what}</span>
                <span className={classes.why}>{t(`aside.${reason}.why`)}</span>
                <span className={classes.figures}>
                  <NumbersIn numbers={opens ? [[format.number(lines), { of: 'aside', reason, figure: 'lines' }]] : []}>
                    {t('aside.lines', { lines })}
                  </NumbersIn>
                  {money !== 0 && (
                    <>
                      {' · '}
                      <NumbersIn
                        numbers={opens ? [[format.money(money), { of: 'aside', reason, figure: 'money' }]] : []}
                      >
                        {t('aside.money', { money })}
                      </NumbersIn>
                    </>
                  )}
                </span>
              </div>
              {reason === 'unreadable' ? null : (
                <Switch
                  size="sm"
                  checked={!on}
                  onChange={(event) => onSwitch(reason, !event.currentTarget.checked)}
                  aria-label={t('aside.switch', { what })}
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};
