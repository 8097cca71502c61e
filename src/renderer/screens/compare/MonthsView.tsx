import { IconCalendarTime } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Months } from '../../../shared/model/comparison.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { FlowPicture } from '../../charts/FlowPicture.tsx';
import { api } from '../../client/api.ts';
import { notifyError } from '../../client/notify.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { clearSelection, toggleSegment } from '../../client/selection.ts';
import { toAppError } from '../../client/to-app-error.ts';
import { t } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { FlowDetail } from './FlowDetail.tsx';
import classes from './months.module.css';
import {
  monthColumns,
  monthLinks,
  monthsTable,
  monthsTitle,
  type StepFlow,
  stepKey,
  stepOfKey,
} from './months-picture.ts';
import { RebuildMonths } from './RebuildMonths.tsx';
import { SegmentLines } from './SegmentLines.tsx';
import { useStepShares } from './use-step-shares.ts';

interface ViewProps {
  readonly segmentation: Segmentation;
  /** The choice of what to compare. */
  readonly choice: ReactNode;
}

/** One band between two months: who, and why. */
const StepDetail = ({
  found,
  flow,
  selectable,
  onSelect,
  onClose,
}: {
  readonly found: Months;
  readonly flow: StepFlow;
  readonly selectable: number;
  readonly onSelect: () => void;
  readonly onClose: () => void;
}) => {
  const [a, b] = [found.months[flow.step]!.key, found.months[flow.step + 1]!.key];
  const { data, error } = useProjectQuery(['compare.runs', a, b], (signal) => api.compare.runs({ a, b }, { signal }), {
    keep: false,
  });
  if (error !== null) return <ErrorPanel error={error} />;
  const own = data?.flows.find(({ code }) => code === flow.code);
  if (data === undefined || own === undefined)
    return (
      <Delayed>
        <p className={classes.text}>{t('app.loading')}</p>
      </Delayed>
    );
  return <FlowDetail comparison={data} flow={own} selectable={selectable} onSelect={onSelect} onClose={onClose} />;
};

const Notes = ({ found }: { readonly found: Months }) => {
  const rebuilt = found.months.filter((month) => month.rebuilt).length;
  return (
    <div className={classes.notes}>
      {rebuilt > 0 && (
        <Panel>
          <p className={classes.text}>
            {t('compare.months.rebuilt.note', { count: rebuilt, all: found.months.length })}
          </p>
        </Panel>
      )}
      {found.rebuildable.length > 0 && (
        <Panel heading={t('compare.months.rebuild.more')}>
          <RebuildMonths most={found.rebuildable.length} />
        </Panel>
      )}
    </div>
  );
};

const OverTime = ({ segmentation, choice, found }: ViewProps & { readonly found: Months }) => {
  const [chosen, setChosen] = useState<(StepFlow & { readonly selectable: number }) | null>(null);
  const { shareOf, select } = useStepShares(segmentation, found);
  const columns = useMemo(() => monthColumns(found), [found]);
  const links = monthLinks(found, shareOf);
  const close = () => {
    setChosen(null);
    clearSelection();
  };
  const choose = (key: string) => {
    if (chosen !== null && stepKey(chosen) === key) {
      close();
      return;
    }
    const flow = stepOfKey(key);
    setChosen({ ...flow, selectable: 0 });
    select(flow).then(
      (selectable) => setChosen((now) => (now !== null && stepKey(now) === key ? { ...flow, selectable } : now)),
      (error: unknown) => notifyError(toAppError(error)),
    );
  };
  const title = monthsTitle(found);
  return (
    <Screen
      title={title}
      subtitle={t('compare.months.subtitle')}
      inspector={
        chosen === null ? (
          <Notes found={found} />
        ) : (
          <StepDetail
            key={stepKey(chosen)}
            found={found}
            flow={chosen}
            selectable={chosen.selectable}
            onSelect={() => void select(chosen)}
            onClose={close}
          />
        )
      }
    >
      <div className={classes.views}>{choice}</div>
      <div className={classes.flows}>
        <FigureFrame grow title={t('compare.months.picture')} table={monthsTable(found)} fileName={title}>
          <FlowPicture
            namesAtBothEnds={false}
            label={t('compare.picture.summary', {
              flows: links.length,
              before: columns[0]!.nodes.length,
              after: columns.at(-1)!.nodes.length,
            })}
            columns={columns}
            links={links}
            chosen={chosen === null ? null : stepKey(chosen)}
            leastHeight={290}
            gatheredNote={(count, customers) => t('compare.months.gathered', { count, customers })}
            onChoose={choose}
            onNode={(id) => {
              if (segmentation.segments.some((segment) => String(segment.id) === id)) toggleSegment(Number(id));
            }}
          />
        </FigureFrame>
      </div>
      <SegmentLines found={found} segmentation={segmentation} />
    </Screen>
  );
};

/** Segmentations over time: as they were made month by month, or rebuilt from one import. */
export const MonthsView = ({ segmentation, choice }: ViewProps) => {
  const { data, error } = useProjectQuery(['compare.months'], (signal) => api.compare.months(undefined, { signal }));
  if (error !== null) {
    return (
      <Screen title={t('compare.view.months')}>
        <div className={classes.views}>{choice}</div>
        <ErrorPanel error={error} />
      </Screen>
    );
  }
  if (data === undefined)
    return (
      <Screen title={t('compare.view.months')} inspector={<span />}>
        <div className={classes.views}>{choice}</div>
      </Screen>
    );
  if (data.months.length >= 2) return <OverTime segmentation={segmentation} choice={choice} found={data} />;
  const most = data.rebuildable.length;
  return (
    <Screen title={t('compare.months.title.one')}>
      <div className={classes.views}>{choice}</div>
      <EmptyState
        icon={<IconCalendarTime size={40} stroke={1.3} aria-hidden />}
        title={t('compare.months.empty.title')}
        {...(most > 0 ? { action: <RebuildMonths most={most} /> } : {})}
      >
        {t(most > 0 ? 'compare.months.empty.text' : 'compare.months.empty.none')}
      </EmptyState>
    </Screen>
  );
};
