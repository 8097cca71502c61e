import { SegmentedControl } from '@mantine/core';
import { NoSegments } from '../../charts/NoSegments.tsx';
import { useProject } from '../../client/project.ts';
import { useSegmentation } from '../../client/queries.ts';
import { t } from '../../client/words.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { MonthsView } from './MonthsView.tsx';
import { TwoRuns } from './TwoRuns.tsx';
import { type CompareViewName, setCompare, useCompare } from './use-compare.ts';
import { WaysView } from './WaysView.tsx';

const views = ['runs', 'ways', 'months'] as const;

/** Two segmentations, ways of finding them, or months, side by side. */
export const CompareScreen = () => {
  const project = useProject();
  const { data: segmentation, error } = useSegmentation();
  const { view } = useCompare(project?.path);
  if (error !== null) {
    return (
      <Screen title={t('compare.title.none')}>
        <ErrorPanel error={error} />
      </Screen>
    );
  }
  if (segmentation == null) return <NoSegments title={t('compare.title.none')} known={segmentation === null} />;
  const choice = (
    <SegmentedControl
      data-tour="compare"
      aria-label={t('compare.views')}
      value={view}
      onChange={(value) => setCompare(project?.path, { view: value as CompareViewName })}
      data={views.map((name) => ({ value: name, label: t(`compare.view.${name}`) }))}
    />
  );
  if (view === 'ways') return <WaysView segmentation={segmentation} choice={choice} />;
  if (view === 'months') return <MonthsView segmentation={segmentation} choice={choice} />;
  return <TwoRuns segmentation={segmentation} choice={choice} />;
};
