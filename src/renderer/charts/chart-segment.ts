import type { Segmentation } from '../../shared/model/segmentation.ts';
import { segmentColor } from '../../shared/picture/segment-colors.ts';
import { tell } from '../client/words.ts';

/** A segment as the pictures need it. */
export interface ChartSegment {
  readonly id: number;
  /** Its index in the labels. */
  readonly label: number;
  readonly name: string;
  readonly color: string;
  readonly size: number;
}

/** Largest first, as the segmentation has them. */
export const chartSegments = ({ segments }: Segmentation): ChartSegment[] =>
  segments.map(({ id, label, name, color, size }) => ({
    id,
    label,
    name: tell(name),
    color: segmentColor(color),
    size,
  }));
