import { useElementSize } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { noSegmentId, type Segmentation } from '../../shared/model/segmentation.ts';
import { hoverSegment, toggleSegment, useSelection } from '../client/selection.ts';
import { t } from '../client/words.ts';
import { FloatingCard, type PointerPlace, placeIn } from './FloatingCard.tsx';
import { SharesPicture, sharesHeight } from './SharesPicture.tsx';
import { type SegmentPart, segmentParts } from './segment-parts.ts';
import { useShownSegments } from './selected-shares.ts';
import classes from './shares-strip.module.css';
import { chartTheme } from './theme.ts';
import { useScheme } from './use-scheme.ts';

/** The segment that brings most beyond its share of customers: what the picture is about. */
const foremost = (parts: readonly SegmentPart[]): SegmentPart | undefined =>
  parts
    .filter(({ id, revenueShare }) => id !== noSegmentId && revenueShare !== null)
    .sort((a, b) => b.revenueShare! - b.share - (a.revenueShare! - a.share))[0];

export const sharesFinding = (parts: readonly SegmentPart[]): string => {
  const best = foremost(parts);
  if (best === undefined) return t('segmentScreen.strip.customers');
  const { name, share, revenueShare } = best;
  return t('segmentScreen.strip.title', { name, share, revenueShare });
};

/** Two bars, who they are above and what they bring below, each segment joined with itself. */
export const SharesStrip = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { ref, width } = useElementSize();
  const box = useRef<HTMLDivElement>(null);
  const theme = chartTheme(useScheme());
  const { selected, shares } = useShownSegments(segmentation);
  const hovered = useSelection(({ hoveredSegmentId }) => hoveredSegmentId);
  const [at, setAt] = useState<PointerPlace | null>(null);
  const parts = segmentParts(segmentation);
  const height = sharesHeight(parts);
  const shown = parts.find(({ id }) => id === hovered);
  return (
    <div ref={ref} className={classes.strip} style={{ minHeight: height }}>
      {width > 0 && (
        <div ref={box} className={classes.box}>
          <SharesPicture
            parts={parts}
            width={width}
            theme={theme}
            summary={t('segmentScreen.strip.summary', { finding: sharesFinding(parts) })}
            selected={selected}
            shares={shares}
            hovered={hovered}
            onPick={toggleSegment}
            onPoint={(id, event) => {
              hoverSegment(id);
              setAt(id === null || event === null ? null : placeIn(box.current, event));
            }}
          />
          {at !== null && shown !== undefined && (
            <FloatingCard box={box} at={at}>
              <strong dir="auto">{shown.name}</strong>
              <div>{t('segmentScreen.strip.tip', { share: shown.share, revenueShare: shown.revenueShare })}</div>
            </FloatingCard>
          )}
        </div>
      )}
    </div>
  );
};
