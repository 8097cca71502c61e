import { Button, Switch } from '@mantine/core';
import { furtherReasons, type SetAside, type SetAsideReason } from '../../../shared/model/source.ts';
import { useJobs } from '../../client/jobs.ts';
import { setRule } from '../../client/project.ts';
import { t } from '../../client/words.ts';
import { notifyUndoable } from '../../components/UndoNotice.tsx';
import classes from './quality.module.css';

/** Switches a rule and offers to switch it back. */
export const switchRule = async (reason: SetAsideReason, on: boolean): Promise<void> => {
  const what = t(`aside.${reason}`);
  if (await setRule({ reason, on })) notifyUndoable(t(on ? 'mend.rule.on' : 'mend.rule.off', { what }));
};

interface RuleListProps {
  readonly asides: readonly SetAside[];
  readonly chosen: SetAsideReason | null;
  readonly onLook: (reason: SetAsideReason) => void;
}

/** The rules that are off until somebody wants them, and what was set aside by hand: how many rows, how much money. */
export const RuleList = ({ asides, chosen, onLook }: RuleListProps) => {
  const busy = useJobs(({ running }) => running !== null);
  const shown = [...furtherReasons, ...(asides.some(({ reason }) => reason === 'byHand') ? ['byHand' as const] : [])];
  return (
    <>
      <p className={classes.hint}>{t('mend.rules.hint')}</p>
      <ul className={classes.rules} aria-label={t('mend.rules')}>
        {shown.map((reason) => {
          const what = t(`aside.${reason}`);
          const found = asides.find((one) => one.reason === reason);
          const has = found !== undefined && found.lines > 0;
          return (
            <li key={reason} className={classes.rule} data-chosen={reason === chosen}>
              <div className={classes.ruleWords}>
                <span className={classes.ruleWhat}>{what}</span>
                <span className={classes.ruleWhy}>{t(`aside.${reason}.why`)}</span>
                <span className={classes.ruleFigures}>
                  {has
                    ? [
                        t('aside.lines', { lines: found.lines }),
                        ...(found.money === 0 ? [] : [t('aside.money', { money: found.money })]),
                      ].join(' · ')
                    : t('mend.rule.none')}
                </span>
              </div>
              {has && (
                <div className={classes.ruleTools}>
                  <Button
                    variant="default"
                    disabled={busy}
                    aria-label={t('mend.rule.look.of', { what })}
                    onClick={() => onLook(reason)}
                  >
                    {t('mend.rule.look')}
                  </Button>
                  <Switch
                    size="sm"
                    checked={found.on}
                    disabled={busy}
                    aria-label={t('mend.rule.switch', { what })}
                    onChange={(event) => switchRule(reason, event.currentTarget.checked)}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};
