import { type PointerEvent, useRef } from 'react';
import type { Stretch } from '../../../shared/picture/lines.ts';
import classes from './lines.module.css';
import type { LinesFrame } from './lines-frame.ts';
import type { FactAxis } from './use-line-axes.ts';

const halfWidth = 18;
/** So few pixels are a click, which lets go of what was marked. */
const least = 4;

interface LineZonesProps {
  readonly axes: readonly FactAxis[];
  readonly frame: LinesFrame;
  readonly onMark: (key: string, stretch: Stretch | null) => void;
}

/** Where one draws along axes with the mouse or a finger; by keyboard the axes’ heads do the same. */
export const LineZones = ({ axes, frame, onMark }: LineZonesProps) => {
  const began = useRef<number | null>(null);
  const placeOf = (event: PointerEvent<HTMLElement>): number => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    return Math.max(0, Math.min(1, 1 - y / (frame.bottom - frame.top)));
  };
  const mark = (key: string, event: PointerEvent<HTMLElement>) => {
    if (began.current === null) return;
    const place = placeOf(event);
    const isClick = Math.abs(place - began.current) * (frame.bottom - frame.top) < least;
    onMark(key, isClick ? null : { from: Math.min(place, began.current), to: Math.max(place, began.current) });
  };
  return axes.map(({ feature }, i) => (
    <div
      key={feature.key}
      className={classes.zone}
      data-no-picture=""
      data-axis={feature.key}
      style={{ left: frame.xs[i]! - halfWidth, width: halfWidth * 2, top: frame.top, height: frame.bottom - frame.top }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        began.current = placeOf(event);
      }}
      onPointerMove={(event) => mark(feature.key, event)}
      onPointerUp={(event) => {
        mark(feature.key, event);
        began.current = null;
      }}
      onPointerCancel={() => {
        began.current = null;
      }}
    />
  ));
};
