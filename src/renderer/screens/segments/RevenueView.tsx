import { useElementSize } from '@mantine/hooks';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { squarify } from '../../../shared/picture/squarify.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import type { Ground } from '../../charts/picture-file.ts';
import { SegmentButtons } from '../../charts/SegmentButtons.tsx';
import { SharesStrip, sharesFinding } from '../../charts/SharesStrip.tsx';
import { type SegmentPart, segmentParts } from '../../charts/segment-parts.ts';
import { useShownSegments } from '../../charts/selected-shares.ts';
import { chartTheme } from '../../charts/theme.ts';
import { useScheme } from '../../charts/use-scheme.ts';
import { word } from '../../charts/words.ts';
import { useSelection } from '../../client/selection.ts';
import { format, t } from '../../client/words.ts';
import classes from './pictures.module.css';
import { TreemapPicture } from './TreemapPicture.tsx';

/** Largest first, so that the picture reads from its upper left corner. */
const sorted = (parts: readonly SegmentPart[], area: (part: SegmentPart) => number): SegmentPart[] =>
  [...parts].sort((a, b) => area(b) - area(a));

const tableOf = (parts: readonly SegmentPart[], hasRevenue: boolean, caption: string) => ({
  caption,
  head: [
    word('segments.column.segment'),
    word('segments.column.customers'),
    word('segments.column.shareOfCustomers'),
    ...(hasRevenue ? [word('segments.column.revenue'), word('segments.column.shareOfRevenue')] : []),
  ],
  rows: parts.map(({ name, size, share, revenue, revenueShare }) => [
    name,
    format.number(size),
    format.share(share),
    ...(hasRevenue ? [format.money(Math.round(revenue ?? 0)), format.share(revenueShare ?? 0)] : []),
  ]),
});

/** Each segment as large as what it brings; where there is no revenue, as large as it is. */
export const RevenueView = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { ref, width } = useElementSize();
  const { selected, shares } = useShownSegments(segmentation);
  const hovered = useSelection(({ hoveredSegmentId }) => hoveredSegmentId);
  const theme = chartTheme(useScheme());
  const all = segmentParts(segmentation);
  const hasRevenue = all.some(({ revenueShare }) => revenueShare !== null);
  const areaOf = (part: SegmentPart) => Math.max(0, hasRevenue ? (part.revenueShare ?? 0) : part.share);
  const parts = sorted(all, areaOf);
  const below = hasRevenue ? parts.filter((part) => areaOf(part) === 0 && part.size > 0) : [];
  const title = hasRevenue ? sharesFinding(all) : t('segmentScreen.treemap.customers');
  const place = (room: number) => {
    const height = Math.round(Math.max(260, Math.min(460, room * 0.5)));
    return { height, boxes: squarify(parts.map(areaOf), { x: 0, y: 0, width: room, height }) };
  };
  const { height, boxes } = place(Math.max(200, width));
  const summary = t(hasRevenue ? 'segmentScreen.treemap.summary' : 'segmentScreen.treemap.summary.customers', {
    finding: title,
  });
  const table = tableOf(parts, hasRevenue, title);
  const figure = (ground: Ground) => {
    const paper = { width: 960, ...place(960) };
    return {
      element: (
        <TreemapPicture parts={parts} {...paper} theme={chartTheme(ground)} summary={summary} hasRevenue={hasRevenue} />
      ),
      width: paper.width,
      height: paper.height,
    };
  };
  return (
    <FigureFrame
      title={title}
      aside={
        <span className={classes.aside}>
          {t(hasRevenue ? 'segmentScreen.treemap.area.revenue' : 'segmentScreen.treemap.area.customers')}
        </span>
      }
      table={table}
      figure={figure}
      fileName={title}
    >
      <div className={classes.inset}>
        <div ref={ref} className={classes.anchor} style={{ minHeight: height }}>
          {width > 0 && (
            <>
              <TreemapPicture
                parts={parts}
                boxes={boxes}
                width={width}
                height={height}
                theme={theme}
                summary={summary}
                hasRevenue={hasRevenue}
                selected={selected}
                shares={(hasRevenue ? shares?.revenue : null) ?? shares?.customers ?? null}
                hovered={hovered}
              />
              <SegmentButtons
                places={parts.flatMap(({ id, name, share, revenueShare }, i) => {
                  const { x, y, width: wide, height: high } = boxes[i]!;
                  const label = t('segmentScreen.treemap.one', { name, share, revenueShare });
                  return wide <= 0 ? [] : [{ id, label, left: x, top: y, width: wide, height: high }];
                })}
              />
            </>
          )}
        </div>
        {below.length > 0 && (
          <p className={classes.note}>
            {t('segmentScreen.treemap.below', {
              names: format.list(below.map(({ name }) => name)),
              money: below.reduce((sum, { revenue }) => sum + (revenue ?? 0), 0),
            })}
          </p>
        )}
        {hasRevenue && (
          <div className={classes.below}>
            <SharesStrip segmentation={segmentation} />
          </div>
        )}
      </div>
    </FigureFrame>
  );
};
