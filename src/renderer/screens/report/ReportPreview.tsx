import { useMemo } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { inNoSegment } from '../../../shared/picture/in-no-segment.ts';
import { ProfileHeatmap } from '../../charts/ProfileHeatmap.tsx';
import { profileOf, profileSummary } from '../../charts/profile-of.ts';
import { useScheme } from '../../charts/use-scheme.ts';
import { word } from '../../charts/words.ts';
import { useProject } from '../../client/project.ts';
import { toggleSegment, useSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { NoSegmentTile, SegmentTile } from '../../components/SegmentTile.tsx';
import classes from './report.module.css';

const Totals = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const totals = useProject()?.totals ?? null;
  const figures: [string, string][] = [
    [word('report.total.customers'), format.number(segmentation.customers)],
    ...(segmentation.orders === null
      ? []
      : ([[word('report.total.orders'), format.number(segmentation.orders)]] as [string, string][])),
    ...(segmentation.revenue === null
      ? []
      : ([[word('report.total.revenue'), format.money(segmentation.revenue)]] as [string, string][])),
    ...(totals?.firstDay == null || totals.lastDay === null
      ? []
      : ([[word('report.total.period'), word('report.period', { from: totals.firstDay, to: totals.lastDay })]] as [
          string,
          string,
        ][])),
  ];
  return (
    <dl className={classes.totals}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What the report says, on the page it will be on. */
export const ReportPreview = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const scheme = useScheme();
  const selectedIds = useSelection(({ segmentIds }) => segmentIds);
  const rest = inNoSegment(segmentation);
  const picture = useMemo(() => profileOf(segmentation), [segmentation]);
  return (
    <article className={classes.page} aria-label={word('report.contains')}>
      <Totals segmentation={segmentation} />
      {segmentation.structure !== null && <p className={classes.verdict}>{tell(segmentation.structure.reason)}</p>}
      <ul className={classes.segments}>
        {segmentation.segments.map(({ id, name, color, size, share, revenueShare, why, action }) => (
          <li key={id} className={classes.segment}>
            <div className={classes.segmentHead}>
              <h2 className={classes.segmentName}>
                <SegmentTile color={color} /> {tell(name)}
              </h2>
              <span className={classes.segmentFigures}>
                {word('report.figures', { customers: size, share, revenueShare })}
              </span>
            </div>
            <p className={classes.why}>{tell(why)}</p>
            <p className={classes.action}>{tell(action)}</p>
          </li>
        ))}
        {rest !== null && (
          <li className={classes.segment}>
            <div className={classes.segmentHead}>
              <h2 className={classes.segmentName}>
                <NoSegmentTile /> {t('trust.none')}
              </h2>
              <span className={classes.segmentFigures}>
                {word('report.figures', { customers: rest.size, share: rest.share, revenueShare: rest.revenueShare })}
              </span>
            </div>
            <p className={classes.why}>{t('trust.none.why')}</p>
          </li>
        )}
      </ul>
      <ProfileHeatmap
        picture={picture}
        summary={profileSummary(picture)}
        scheme={scheme}
        selectedIds={selectedIds}
        onSelect={(id) => toggleSegment(id)}
      />
    </article>
  );
};
