import { noSegmentId, type Segmentation } from '../../shared/model/segmentation.ts';
import { inNoSegment, noSegmentColor } from '../../shared/picture/in-no-segment.ts';
import { segmentColor, segmentTextColor } from '../../shared/picture/segment-colors.ts';
import { t, tell } from '../client/words.ts';
import { segmentFill } from './SegmentFill.tsx';

/** A segment, or those in none, with what it has of everybody. */
export interface SegmentPart {
  readonly id: number;
  readonly label: number;
  readonly name: string;
  /** Index of the colour; null for customers in no segment. */
  readonly color: number | null;
  readonly size: number;
  readonly share: number;
  readonly revenue: number | null;
  readonly revenueShare: number | null;
}

/** Largest first, and who is in no segment at the end. */
export const segmentParts = (segmentation: Segmentation): SegmentPart[] => {
  const rest = inNoSegment(segmentation);
  return [
    ...segmentation.segments.map(({ id, label, name, color, size, share, revenue, revenueShare }) => ({
      id,
      label,
      name: tell(name),
      color,
      size,
      share,
      revenue,
      revenueShare,
    })),
    ...(rest === null ? [] : [{ id: noSegmentId, label: -1, name: t('trust.none'), color: null, ...rest }]),
  ];
};

export const partFill = ({ color }: Pick<SegmentPart, 'color'>): string =>
  color === null ? noSegmentColor : segmentFill(color);
/** Its colour without the pattern, for lines. */
export const partColor = ({ color }: Pick<SegmentPart, 'color'>): string =>
  color === null ? noSegmentColor : segmentColor(color);
export const inkOnPart = ({ color }: Pick<SegmentPart, 'color'>): string =>
  color === null ? '#000000' : segmentTextColor(color);
export const colorsOf = (parts: readonly SegmentPart[]): number[] =>
  parts.flatMap(({ color }) => (color === null ? [] : [color]));
