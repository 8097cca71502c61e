import { noSegmentColor } from '../../shared/picture/in-no-segment.ts';
import { segmentColor, segmentPattern } from '../../shared/picture/segment-colors.ts';
import classes from './SegmentTile.module.css';

/** A segment’s colour as one small tile; what it stands for is written beside it. */
export const SegmentTile = ({ color, size = 12 }: { readonly color: number; readonly size?: number }) => (
  <span
    aria-hidden
    className={classes.tile}
    data-pattern={segmentPattern(color)}
    style={{ backgroundColor: segmentColor(color), width: size, height: size }}
  />
);

/** Customers in no segment: an empty tile. */
export const NoSegmentTile = ({ size = 12 }: { readonly size?: number }) => (
  <span
    aria-hidden
    className={classes.tile}
    style={{ border: `1.5px solid ${noSegmentColor}`, width: size, height: size }}
  />
);
