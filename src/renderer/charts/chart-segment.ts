import { noSegmentId, type Segmentation } from '../../shared/model/segmentation.ts';
import { inNoSegment, noSegmentColor } from '../../shared/picture/in-no-segment.ts';
import { segmentColor } from '../../shared/picture/segment-colors.ts';
import { t, tell } from '../client/words.ts';

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
export const chartSegments = ({ segments }: Pick<Segmentation, 'segments'>): ChartSegment[] =>
  segments.map(({ id, label, name, color, size }) => ({
    id,
    label,
    name: tell(name),
    color: segmentColor(color),
    size,
  }));

/** The same for pictures of customers: those in no segment first, so that they lie behind the others. */
export const customerSegments = (segmentation: Segmentation): ChartSegment[] => {
  const rest = inNoSegment(segmentation);
  const nobodys = { id: noSegmentId, label: noSegmentId, name: t('trust.none'), color: noSegmentColor };
  return [...(rest === null ? [] : [{ ...nobodys, size: rest.size }]), ...chartSegments(segmentation)];
};
