import { Button } from '@mantine/core';
import { IconPlus, IconTrendingUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { KeptPrediction, OutlookOf } from '../../../shared/model/prediction.ts';
import { openSpreadsheet } from '../../client/open-files.ts';
import { useProject } from '../../client/project.ts';
import { clearSelection, selectRows } from '../../client/selection.ts';
import { t, tellError } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { MethodDetails } from '../../components/MethodDetails.tsx';
import { NoReport } from '../../components/NoReport.tsx';
import { Screen } from '../../components/Screen.tsx';
import { AheadMethod } from './AheadMethod.tsx';
import { AheadPlan } from './AheadPlan.tsx';
import { AheadSettings } from './AheadSettings.tsx';
import { PastPictures } from './PastPictures.tsx';
import { PastSentences } from './PastSentences.tsx';
import { PeopleAhead } from './PeopleAhead.tsx';
import classes from './predict.module.css';
import { SegmentOutlooks } from './SegmentOutlooks.tsx';
import { predictAnew, usePeople, usePrediction } from './use-prediction.ts';
import { ValueBands } from './ValueBands.tsx';

/** Too little to look ahead: why, and what would be enough. */
const TooEarly = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <Screen title={t('ahead.title.first')}>
    <EmptyState
      icon={<IconTrendingUp size={40} stroke={1.3} aria-hidden />}
      title={title}
      action={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openSpreadsheet('current')}>
          {t('ahead.add')}
        </Button>
      }
    >
      {text}
    </EmptyState>
  </Screen>
);

const titleOf = ({ found, asked }: KeptPrediction): string => {
  const values = { days: found.horizonDays, orders: found.orders.expected };
  return found.value === null || asked.margin === 1
    ? t('ahead.title', { ...values, worth: found.value?.expected ?? null })
    : t('ahead.title.earned', { ...values, worth: found.value.expected * asked.margin });
};

const subtitleOf = ({ found, asked }: KeptPrediction): string =>
  t('ahead.subtitle', {
    asOf: found.asOf,
    low: found.value === null ? null : found.value.low * asked.margin,
    high: found.value === null ? null : found.value.high * asked.margin,
    ...{ ordersLow: found.orders.low, ordersHigh: found.orders.high },
  });

/** Who is about to leave and what they are worth, what to do now, and how well such looks ahead did on the past. */
export const PredictScreen = () => {
  const view = usePrediction();
  const project = useProject();
  const [chosen, setChosen] = useState<OutlookOf | null>(null);
  const people = usePeople(chosen).data;
  // Who is chosen here is selected everywhere, as soon as it is known who that is.
  useEffect(() => {
    if (people !== undefined) selectRows(people.rows);
  }, [people]);
  const kept = view.last;
  const code = view.problem?.code;
  if (project?.totals == null || code === 'noOrders')
    return (
      <TooEarly
        title={t('ahead.noOrders.title')}
        text={view.problem === null ? t('ahead.cancelled') : tellError(view.problem)}
      />
    );
  if (code === 'tooFewToPredict') return <TooEarly title={t('ahead.cannot.title')} text={tellError(view.problem!)} />;
  if (kept === undefined) return null;
  if (kept === null)
    return (
      <NoReport
        view={view}
        title={t('ahead.title.first')}
        job={t('ahead.job')}
        again={t('ahead.again')}
        cancelled={{ title: t('ahead.cancelled.title'), text: t('ahead.cancelled') }}
      />
    );
  const choose = (of: OutlookOf) => {
    if (of === chosen) {
      setChosen(null);
      clearSelection();
    } else setChosen(of);
  };
  const note = view.current ? null : t(view.looking ? 'ahead.before' : 'ahead.before.still');
  return (
    <Screen
      title={titleOf(kept)}
      subtitle={<span aria-live="polite">{note ?? subtitleOf(kept)}</span>}
      actions={
        !view.current &&
        view.problem !== null && (
          <Button variant="default" onClick={view.again}>
            {t('ahead.again')}
          </Button>
        )
      }
      inspector={<PeopleAhead of={chosen} kept={kept} />}
    >
      <div className={classes.stack}>
        <AheadPlan kept={kept} chosen={chosen} onChoose={choose} />
        <AheadSettings
          asked={kept.asked}
          hasMoney={kept.found.value !== null}
          onAsk={(asked) => void predictAnew(asked)}
        />
        <ValueBands kept={kept} chosen={chosen} onChoose={choose} />
        <SegmentOutlooks kept={kept} />
        <PastSentences found={kept.found} />
        <PastPictures holdOut={kept.found.holdOut} />
        <MethodDetails>
          <AheadMethod kept={kept} />
        </MethodDetails>
      </div>
    </Screen>
  );
};
