import { ScrollArea } from '@mantine/core';
import type { KeptPrediction } from '../../../shared/model/prediction.ts';
import { ChartTable } from '../../charts/ChartTable.tsx';
import { FactList } from '../../charts/FactList.tsx';
import { format, t } from '../../client/words.ts';
import classes from './predict.module.css';

type Fit = KeptPrediction['found']['buying'];

const parametersText = ({ parameters, standardErrors }: Fit): string =>
  Object.entries(parameters)
    .map(([name, value]) => {
      const error = standardErrors[name];
      return `${name} ${value === null ? '–' : format.number(value, 3)} ± ${error == null ? '–' : format.number(error, 3)}`;
    })
    .join(' · ');

/** The models, their parameters and how they did, in the analyst's words: stands inside Method details only. */
export const AheadMethod = ({ kept }: { readonly kept: KeptPrediction }) => {
  const { found, asked } = kept;
  const { holdOut, frequencyRecency: matrix } = found;
  const trial = (one: { meanAbsolute: number; rootMeanSquare: number; total: number }) =>
    t('ahead.method.trial', { absolute: one.meanAbsolute, squared: one.rootMeanSquare, total: one.total });
  const chosen = holdOut.trials.find(({ model }) => model === found.model)!;
  return (
    <div className={classes.method}>
      <FactList
        facts={[
          [t('ahead.method.model'), `${t(`ahead.method.${found.model}`)}: ${parametersText(found.buying)}`],
          [t('ahead.method.likelihood'), format.number(found.buying.logLikelihood, 1)],
          ...(found.orderValue === null
            ? []
            : ([
                [t('ahead.method.value'), `${t('ahead.method.gammagamma')}: ${parametersText(found.orderValue)}`],
                [
                  t('ahead.method.discount.name'),
                  t('ahead.method.discount', { rate: asked.discountRate, days: found.horizonDays }),
                ],
              ] as const)),
          ...(found.buying.hasPrior ? ([[t('ahead.method.prior'), '✓']] as const) : []),
          ...holdOut.trials.map(
            (one) => [`${t('ahead.method.trials')}, ${t(`ahead.method.${one.model}`)}`, trial(one)] as const,
          ),
          ...(['zero', 'mean', 'sameRate'] as const).map(
            (name) =>
              [`${t('ahead.method.trials')}, ${t(`ahead.method.${name}`)}`, trial(holdOut.baselines[name])] as const,
          ),
          [t('ahead.method.coverage'), format.share(chosen.coverage)],
        ]}
      />
      <ScrollArea className={classes.scroll} viewportProps={{ tabIndex: 0 }}>
        <ChartTable
          caption={t('ahead.method.byOrders')}
          head={[
            t('ahead.method.matrix.orders'),
            t('ahead.chances.customers'),
            t('ahead.tracking.expected'),
            t('ahead.tracking.came'),
          ]}
          rows={holdOut.byOrdersBefore.map(({ repeatOrders, customers, expected, came }, i) => [
            i === holdOut.byOrdersBefore.length - 1 && repeatOrders >= 7
              ? t('ahead.method.byOrders.more', { orders: repeatOrders })
              : format.number(repeatOrders),
            format.number(customers),
            format.number(expected, 2),
            format.number(came, 2),
          ])}
        />
      </ScrollArea>
      <ScrollArea className={classes.scroll} viewportProps={{ tabIndex: 0 }}>
        <ChartTable
          caption={t('ahead.method.matrix')}
          head={[t('ahead.method.matrix.orders'), ...matrix.daysSince.map((days) => format.number(days))]}
          rows={matrix.repeatOrders.map((orders, i) => [
            format.number(orders),
            ...matrix.alive[i]!.map((alive) => format.share(alive)),
          ])}
        />
      </ScrollArea>
    </div>
  );
};
