import type { ReactNode, RefObject } from 'react';
import { pointerIn } from '../client/drawn-scale.ts';
import classes from './charts.module.css';

/** Where the pointer is inside a picture, in pixels. */
export interface PointerPlace {
  readonly x: number;
  readonly y: number;
}

export const placeIn = (box: HTMLElement | null, event: MouseEvent): PointerPlace =>
  box === null ? { x: event.clientX, y: event.clientY } : pointerIn(event, box);

interface FloatingCardProps {
  readonly box: RefObject<HTMLElement | null>;
  readonly at: PointerPlace;
  readonly children: ReactNode;
}

const room = { width: 280, height: 180 };

/** A card beside the pointer, turned inwards at the edges of the picture. */
export const FloatingCard = ({ box, at, children }: FloatingCardProps) => {
  const { clientWidth = 0, clientHeight = 0 } = box.current ?? {};
  const across = at.x > clientWidth - room.width ? 'calc(-100% - 14px)' : '14px';
  const down = at.y > clientHeight - room.height && at.y > room.height ? 'calc(-100% - 10px)' : '10px';
  return (
    <div className={classes.hoverCard} style={{ left: at.x, top: at.y, transform: `translate(${across}, ${down})` }}>
      {children}
    </div>
  );
};
