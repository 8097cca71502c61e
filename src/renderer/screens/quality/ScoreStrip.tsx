import { Tooltip } from '@mantine/core';
import type { PartScore, QualityPart, QualityReport } from '../../../shared/model/quality.ts';
import { format, t, tell } from '../../client/words.ts';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import classes from './quality.module.css';

interface ScoreStripProps {
  readonly report: QualityReport;
  readonly only: QualityPart | null;
  readonly onOnly: (part: QualityPart | null) => void;
}

const scoreText = (score: number): string => format.number(Math.floor(score), 0);

const Part = ({ of, chosen, onChoose }: { of: PartScore; chosen: boolean; onChoose: () => void }) => {
  const { part, score, message } = of;
  const label = t(`mend.part.${part}`);
  const said = score === null ? t('mend.part.none') : scoreText(score);
  return (
    <Tooltip label={`${t(`mend.part.${part}.what`)} ${tell(message)}`} maw={280}>
      <button
        type="button"
        className={classes.part}
        aria-pressed={chosen}
        aria-label={`${label}: ${said}. ${tell(message)} ${t('mend.part.only', { part: label })}`}
        onClick={onChoose}
      >
        <span className={classes.partLabel}>{label}</span>
        <span className={classes.partBar}>
          <span className={classes.track} aria-hidden>
            {score !== null && <span className={classes.filled} style={{ width: `${score}%` }} data-low={score < 60} />}
          </span>
          <span className={classes.partScore} data-none={score === null}>
            {said}
          </span>
        </span>
        <span className={classes.partWhat}>{t(`mend.part.${part}.what`)}</span>
      </button>
    </Tooltip>
  );
};

/** The score and its parts; a part that is pressed leaves only what concerns it. */
export const ScoreStrip = ({ report, only, onOnly }: ScoreStripProps) => (
  <section className={classes.strip} aria-label={t('mend.parts')}>
    <div className={classes.score}>
      <span className={classes.spoken}>{t('mend.score.spoken', { score: Math.floor(report.score) })}</span>
      <span className={classes.number}>
        <NumberOrigin of={{ of: 'quality', part: null }}>{scoreText(report.score)}</NumberOrigin>
      </span>
      <span className={classes.of} aria-hidden>
        {t('mend.score')}
      </span>
    </div>
    <div className={classes.parts}>
      {report.parts.map((of) => (
        <Part
          key={of.part}
          of={of}
          chosen={of.part === only}
          onChoose={() => onOnly(of.part === only ? null : of.part)}
        />
      ))}
    </div>
  </section>
);
