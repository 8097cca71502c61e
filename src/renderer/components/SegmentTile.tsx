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
