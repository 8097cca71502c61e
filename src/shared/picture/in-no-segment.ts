import { customersInNone, type Segmentation } from '../model/segmentation.ts';

/** Their grey: a colour that no segment has. */
export const noSegmentColor = '#9AA0A6';

/** Customers that are in no segment, with what they have spent; null where everybody is in one. */
export const inNoSegment = (
  segmentation: Segmentation,
): { size: number; share: number; revenue: number | null; revenueShare: number | null } | null => {
  const size = customersInNone(segmentation);
  if (size <= 0) return null;
  const { customers, segments, revenue: all } = segmentation;
  const revenue = all === null ? null : segments.reduce((rest, one) => rest - (one.revenue ?? 0), all);
  return {
    size,
    share: size / customers,
    revenue,
    revenueShare: revenue === null || all === null || all <= 0 ? null : Math.max(0, revenue / all),
  };
};
