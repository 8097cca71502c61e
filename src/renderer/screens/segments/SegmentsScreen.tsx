import { Alert } from '@mantine/core';
import { SegmentInspector } from '../../charts/SegmentInspector.tsx';
import { word } from '../../charts/words.ts';
import { useProject } from '../../client/project.ts';
import { useSegmentation } from '../../client/queries.ts';
import { type SegmentView, useSegmentView } from '../../client/segments-view.ts';
import { t, tell } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { OwnSegments } from '../../components/OwnSegments.tsx';
import { Screen } from '../../components/Screen.tsx';
import { DifferencesView } from './DifferencesView.tsx';
import { FindSegments } from './FindSegments.tsx';
import { LinesView } from './LinesView.tsx';
import { NumberView } from './NumberView.tsx';
import { RevenueView } from './RevenueView.tsx';
import { SegmentActions } from './SegmentActions.tsx';
import { SegmentCards } from './SegmentCards.tsx';
import { SegmentList } from './SegmentList.tsx';
import { SpreadView } from './SpreadView.tsx';
import { segmentsSubtitle, segmentsTitle } from './segments-title.ts';
import { RulesInstead, Verdict } from './Verdict.tsx';
import { ViewSwitch, viewPanelId } from './ViewSwitch.tsx';
import classes from './view-switch.module.css';

/** The ways of looking under which the division by plain rules is offered. */
const besideRules: ReadonlySet<SegmentView> = new Set(['cards', 'table', 'number']);

/** Who the customers are: the segments in a list, and how each differs from everybody. */
export const SegmentsScreen = () => {
  const project = useProject();
  const { data: segmentation, error, isPending } = useSegmentation();
  const view = useSegmentView();

  if (error !== null) {
    return (
      <Screen title={word('segments.list')}>
        <ErrorPanel error={error} />
      </Screen>
    );
  }
  if (segmentation == null) {
    const hasData = project !== null && project.totals !== null;
    return (
      <Screen title={word('segments.empty.title')}>
        {!(isPending && project !== null) && (
          <EmptyState
            title={word('segments.empty.title')}
            action={hasData ? <FindSegments again={false} asked="auto" method="kmeans" /> : undefined}
          >
            {hasData ? word('segments.empty.text') : word('segments.empty.noData')}
          </EmptyState>
        )}
      </Screen>
    );
  }
  const { id, asked, method, stale, prepareOptions } = segmentation;
  const facts = segmentation.preparation.map(({ feature: key }) => {
    const feature = segmentation.features.find((one) => one.key === key);
    return { key, name: feature === undefined ? key : tell(feature.name) };
  });
  return (
    <Screen
      title={segmentsTitle(segmentation)}
      subtitle={segmentsSubtitle(segmentation)}
      inspector={
        <SegmentInspector
          segmentation={segmentation}
          actions={(segment) => <SegmentActions segment={segment} segmentation={segmentation} />}
        />
      }
    >
      {stale && (
        <Alert color="yellow" variant="light" role="status">
          {word('segments.stale')}
        </Alert>
      )}
      <Verdict segmentation={segmentation} />
      <div className={classes.bar}>
        <ViewSwitch view={view} hasRevenue={segmentation.segments.some(({ revenue }) => revenue !== null)} />
        <div className={classes.find}>
          <FindSegments key={id} again asked={asked} method={method} prepared={prepareOptions} facts={facts} />
        </div>
      </div>
      <div
        id={viewPanelId}
        data-tour="segments"
        role="tabpanel"
        aria-label={t(`segmentScreen.view.${view}`)}
        className={classes.panel}
      >
        {view === 'cards' && <SegmentCards segmentation={segmentation} />}
        {view === 'table' && <SegmentList segmentation={segmentation} />}
        {view === 'differences' && <DifferencesView segmentation={segmentation} />}
        {view === 'spread' && <SpreadView segmentation={segmentation} />}
        {view === 'lines' && <LinesView segmentation={segmentation} />}
        {view === 'revenue' && <RevenueView segmentation={segmentation} />}
        {view === 'number' && <NumberView segmentation={segmentation} />}
      </div>
      <OwnSegments segmentationId={id} />
      {besideRules.has(view) && <RulesInstead segmentation={segmentation} />}
    </Screen>
  );
};
