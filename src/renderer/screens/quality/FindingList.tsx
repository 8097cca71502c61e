import { IconWand } from '@tabler/icons-react';
import type { Finding } from '../../../shared/model/quality.ts';
import { t, tell } from '../../client/words.ts';
import classes from './quality.module.css';

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly chosen: string | null;
  /** Whether there are several tables to tell apart. */
  readonly withSource: boolean;
  readonly onChoose: (id: string) => void;
}

/** What was found, gravest first; the pressed one's rows stand below. */
export const FindingList = ({ findings, chosen, withSource, onChoose }: FindingListProps) => {
  if (findings.length === 0) return <p className={classes.none}>{t('mend.findings.none')}</p>;
  return (
    <ul className={classes.findings} aria-label={t('mend.findings')}>
      {findings.map(({ id, severity, message, source, rows, money, fix }) => (
        <li key={id}>
          <button type="button" className={classes.finding} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            <span className={`${classes.severity} ${classes.kind}`} data-severity={severity}>
              {t(`mend.severity.${severity}`)}
            </span>
            <span className={classes.sentence}>
              {tell(message)}
              {withSource && <span className={classes.from}> {source}</span>}
            </span>
            <span className={classes.reach}>
              {rows > 0 && <span>{t('mend.rows', { rows })}</span>}
              {money !== null && money !== 0 && <span className={classes.from}>{t('mend.money', { money })}</span>}
            </span>
            <span className={classes.oneClick}>
              {fix !== null && (
                <>
                  <IconWand size={14} aria-hidden /> {t('mend.oneClick')}
                </>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
