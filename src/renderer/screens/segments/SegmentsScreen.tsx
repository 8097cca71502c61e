import { Alert } from '@mantine/core';
import { useMemo } from 'react';
import { ProfileHeatmap } from '../../charts/ProfileHeatmap.tsx';
import { profileOf, profileSummary } from '../../charts/profile-of.ts';
import { SegmentInspector } from '../../charts/SegmentInspector.tsx';
import { useScheme } from '../../charts/use-scheme.ts';
import { word } from '../../charts/words.ts';
import { useProject, useSegmentation } from '../../client/project.ts';
import { toggleSegment, useSelection } from '../../client/selection.ts';
import { tell } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { FindSegments } from './FindSegments.tsx';
import { SegmentList } from './SegmentList.tsx';
import { SweepMethod } from './SweepMethod.tsx';
import { segmentsSubtitle, segmentsTitle } from './segments-title.ts';
import { RulesInstead, Verdict } from './Verdict.tsx';

/** Who the customers are: the segments in a list, and how each differs from everybody. */
export const SegmentsScreen = () => {
  const project = useProject();
  const { data: segmentation, error, isPending } = useSegmentation();
  const selectedIds = useSelection(({ segmentIds }) => segmentIds);
  const scheme = useScheme();
  const picture = useMemo(() => (segmentation == null ? null : profileOf(segmentation)), [segmentation]);

  if (error !== null) {
    return (
      <Screen title={word('segments.list')}>
        <ErrorPanel error={error} />
      </Screen>
    );
  }
  if (segmentation == null || picture === null) {
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
      inspector={<SegmentInspector segmentation={segmentation} />}
    >
      {stale && (
        <Alert color="yellow" variant="light" role="status">
          {word('segments.stale')}
        </Alert>
      )}
      <Verdict segmentation={segmentation} />
      <SegmentList
        segmentation={segmentation}
        foot={<FindSegments key={id} again asked={asked} method={method} prepared={prepareOptions} facts={facts} />}
      />
      <RulesInstead segmentation={segmentation} />
      <ProfileHeatmap
        picture={picture}
        summary={profileSummary(picture)}
        scheme={scheme}
        selectedIds={selectedIds}
        onSelect={(segmentId) => toggleSegment(segmentId)}
      />
      <SweepMethod segmentation={segmentation} />
    </Screen>
  );
};
