import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { partOfRows, type Spread } from '../../../shared/picture/spread.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import type { Ground } from '../../charts/picture-file.ts';
import { SegmentButtons } from '../../charts/SegmentButtons.tsx';
import type { SegmentPart } from '../../charts/segment-parts.ts';
import { useShownSegments } from '../../charts/selected-shares.ts';
import { chartTheme } from '../../charts/theme.ts';
import { useScheme } from '../../charts/use-scheme.ts';
import { typicalValueText, word } from '../../charts/words.ts';
import { useColumn } from '../../client/queries.ts';
import { useSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import classes from './pictures.module.css';
import { SpreadPicture, spreadFrame, typicalOf } from './SpreadPicture.tsx';

/** Who has most of it and who least, as a headline. */
const findingOf = (feature: Feature, spread: Spread, parts: readonly SegmentPart[]): string => {
  const name = tell(feature.name);
  const levelOf = ({ label }: SegmentPart) => {
    const part = spread.parts[label];
    if (part === undefined || part.quantiles === null) return null;
    return spread.axis === 'flag' ? part.yes : part.quantiles[2];
  };
  const known = parts
    .flatMap((part) => {
      const level = levelOf(part);
      return level === null ? [] : [{ part, level }];
    })
    .sort((a, b) => b.level - a.level);
  const [first, second] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined || known.length < 2 || first.level === last.level) return name;
  const one = { name, segment: first.part.name, least: last.part.name };
  return t(first.level === second?.level ? 'segmentScreen.spread.finding.least' : 'segmentScreen.spread.finding', one);
};

interface SpreadPanelProps {
  readonly feature: Feature;
  /** Null while it is worked out. */
  readonly spread: Spread | null;
  readonly parts: readonly SegmentPart[];
  readonly segmentation: Segmentation;
}

/** One fact, with the spread of every segment in it. */
export const SpreadPanel = ({ feature, spread, parts: all, segmentation }: SpreadPanelProps) => {
  // Those in no segment are no group whose values lie anywhere; they are among everybody.
  const parts = all.filter(({ label }) => label >= 0);
  const { ref, width } = useElementSize();
  const theme = chartTheme(useScheme());
  const { selected } = useShownSegments(segmentation);
  const picked = useSelection((selection) => selection.rows);
  const { snapshotId } = segmentation;
  const column = useColumn(
    picked === null ? null : ({ of: 'features', snapshotId, feature: feature.key } as const),
  ).data;
  const chosen = useMemo(
    () => (picked === null || column === undefined || spread === null ? null : partOfRows(spread, column, picked)),
    [picked, column, spread],
  );
  const hovered = useSelection(({ hoveredSegmentId }) => hoveredSegmentId);
  const values =
    spread === null ? [] : [spread.everybody, ...spread.parts].map((part) => typicalOf(part, feature, spread.axis));
  const frame = spreadFrame(parts, Math.max(220, width), values);
  const name = tell(feature.name);
  const title = spread === null ? name : findingOf(feature, spread, parts);
  const rows =
    spread === null
      ? []
      : [
          { name: t('segmentScreen.spread.everybody'), part: spread.everybody },
          ...(chosen === null ? [] : [{ name: t('segmentScreen.spread.selected'), part: chosen }]),
          ...parts.flatMap((one) => {
            const part = spread.parts[one.label];
            return part === undefined ? [] : [{ name: one.name, part }];
          }),
        ];
  const table = {
    caption: title,
    head: [
      word('segments.column.segment'),
      ...(spread?.axis === 'flag'
        ? [t('segmentScreen.spread.yes')]
        : [
            t('segmentScreen.spread.quarter'),
            t('segmentScreen.spread.typical'),
            t('segmentScreen.spread.threeQuarters'),
          ]),
      t('segmentScreen.spread.known'),
    ],
    rows: rows.map(({ name: of, part }) => [
      of,
      ...(spread?.axis === 'flag'
        ? [format.share(part.yes)]
        : [1, 2, 3].map((at) => typicalValueText(part.quantiles?.[at] ?? null, feature))),
      format.number(part.count),
    ]),
  };
  const figure = (ground: Ground) => {
    const paper = spreadFrame(parts, 720, values);
    return {
      element: (
        <SpreadPicture
          feature={feature}
          spread={spread!}
          parts={parts}
          frame={paper}
          theme={chartTheme(ground)}
          summary={title}
        />
      ),
      width: paper.width,
      height: paper.height,
    };
  };
  return (
    <FigureFrame title={title} table={table} figure={spread === null ? undefined : figure} fileName={title}>
      <div className={classes.inset}>
        <div ref={ref} className={classes.anchor} style={{ minHeight: frame.height }}>
          {spread !== null && width > 0 && (
            <>
              <SpreadPicture
                feature={feature}
                spread={spread}
                parts={parts}
                frame={frame}
                theme={theme}
                summary={t('segmentScreen.spread.summary', { name, finding: title })}
                selected={selected}
                chosen={chosen}
                hovered={hovered}
              />
              <SegmentButtons
                places={parts.flatMap(({ id, label, name: segment }, i) => {
                  const part = spread.parts[label];
                  const typical = part === undefined ? '' : typicalOf(part, feature, spread.axis);
                  return {
                    id,
                    label: t('segmentScreen.spread.one', { segment, name, typical }),
                    left: 0,
                    top: frame.top + (i + 1) * frame.rowHeight,
                    width: frame.width,
                    height: frame.rowHeight,
                  };
                })}
              />
            </>
          )}
        </div>
        {spread !== null && (spread.beyond > 0 || spread.missing > 0 || chosen !== null) && (
          <p className={classes.note}>
            {chosen !== null &&
              chosen.count > 0 &&
              t('segmentScreen.spread.selected.note', {
                customers: chosen.count,
                typical: typicalOf(chosen, feature, spread.axis),
              })}{' '}
            {spread.beyond > 0 && t('segmentScreen.spread.beyond', { customers: spread.beyond })}{' '}
            {spread.missing > 0 && t('segmentScreen.spread.missing', { customers: spread.missing })}
          </p>
        )}
      </div>
    </FigureFrame>
  );
};
