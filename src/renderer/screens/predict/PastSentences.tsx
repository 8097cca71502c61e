import type { KeptPrediction } from '../../../shared/model/prediction.ts';
import { t } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './predict.module.css';

/** How it did on days that it did not know, in words: too much, too little, and whether guessing would have done as well. */
export const PastSentences = ({ found }: { readonly found: KeptPrediction['found'] }) => {
  const { holdOut, model } = found;
  const trial = holdOut.trials.find((one) => one.model === model)!;
  const best = Math.min(...Object.values(holdOut.baselines).map(({ meanAbsolute }) => meanAbsolute));
  return (
    <Panel heading={t('ahead.past')}>
      <p className={classes.finding}>
        {t('ahead.past.title', { days: holdOut.days, expected: trial.total, came: holdOut.came })}
      </p>
      <p className={classes.text}>
        {t('ahead.past.sentence', {
          ...{ until: holdOut.until, expected: trial.total, low: trial.totalLow, high: trial.totalHigh },
          ...{ customers: holdOut.customers, came: holdOut.came },
        })}{' '}
        {t(holdOut.beatsBaselines ? 'ahead.past.better' : 'ahead.past.worse', { own: trial.meanAbsolute, best })}
      </p>
    </Panel>
  );
};
