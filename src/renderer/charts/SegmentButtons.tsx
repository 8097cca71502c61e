import { type KeyboardEvent, useRef, useState } from 'react';
import { hoverSegment, toggleSegment, useSelection } from '../client/selection.ts';
import { addByKey } from './add-by-key.ts';
import { nextPlace, type Place } from './next-place.ts';
import classes from './segment-buttons.module.css';

/** Where a segment lies in a picture, in pixels, and what is read out of it. */
export interface SegmentPlace extends Place {
  readonly id: number;
  readonly label: string;
}

/**
 * Lies over a picture: each segment can be pointed at, clicked and reached by keyboard where it is drawn. One stop for
 * the tab key; arrow keys go from segment to segment.
 */
export const SegmentButtons = ({ places }: { readonly places: readonly SegmentPlace[] }) => {
  const box = useRef<HTMLDivElement>(null);
  const selected = useSelection(({ segmentIds }) => segmentIds);
  const [last, setLast] = useState<number | null>(null);
  const stop = places.some(({ id }) => id === last)
    ? last
    : (places.find(({ id }) => selected.includes(id)) ?? places[0])?.id;
  const onKeyDown = (event: KeyboardEvent) => {
    const at = places.findIndex(({ id }) => id === stop);
    const target = nextPlace(event.key, places, at);
    if (target === null) return;
    event.preventDefault();
    const { id } = places[target]!;
    setLast(id);
    box.current?.querySelector<HTMLElement>(`[data-segment-button="${id}"]`)?.focus();
  };
  return (
    <div ref={box} className={classes.over}>
      {places.map(({ id, label, left, top, width, height }) => (
        <button
          key={id}
          type="button"
          data-segment-button={id}
          className={classes.place}
          tabIndex={id === stop ? 0 : -1}
          aria-label={label}
          aria-pressed={selected.includes(id)}
          style={{ left, top, width, height }}
          onFocus={() => setLast(id)}
          onKeyDown={(event) => {
            addByKey(event, id);
            onKeyDown(event);
          }}
          onClick={(event) => toggleSegment(id, event.ctrlKey || event.metaKey || event.shiftKey)}
          onPointerEnter={() => hoverSegment(id)}
          onPointerLeave={() => hoverSegment(null)}
        />
      ))}
    </div>
  );
};
