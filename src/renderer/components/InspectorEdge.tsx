import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';
import * as z from 'zod';
import { drawnScale, placeOf } from '../client/drawn-scale.ts';
import { remember, useRemembered } from '../client/preferences.ts';
import { t } from '../client/words.ts';
import classes from './InspectorEdge.module.css';

const name = 'inspector.width';
const schema = z.number();
const least = 240;
const most = 560;
/** What the picture keeps, however wide the inspector was made in a wider window. */
const pictureShare = 0.5;
const step = 16;

const bounded = (width: number): number =>
  Math.round(Math.max(least, Math.min(most, (window.innerWidth / drawnScale()) * pictureShare, width)));

/** The edge between a picture and its inspector: drawn by mouse or arrow keys; Enter or a double click puts it back. */
export const InspectorEdge = () => {
  const kept = useRemembered(name, schema);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const { style } = document.documentElement;
    const show = () => {
      if (kept === null) style.removeProperty('--t-inspector-kept');
      else style.setProperty('--t-inspector-kept', `${bounded(kept)}px`);
    };
    show();
    window.addEventListener('resize', show);
    return () => window.removeEventListener('resize', show);
  }, [kept]);
  const widthNow = (edge: HTMLElement): number =>
    kept ?? (edge.nextElementSibling === null ? least : placeOf(edge.nextElementSibling).width);
  const drag = (event: PointerEvent<HTMLHRElement>) => {
    if (dragging) remember(name, bounded((window.innerWidth - event.clientX) / drawnScale()));
  };
  const press = (event: KeyboardEvent<HTMLHRElement>) => {
    const width = widthNow(event.currentTarget);
    const next =
      event.key === 'ArrowLeft'
        ? width + step
        : event.key === 'ArrowRight'
          ? width - step
          : event.key === 'Home'
            ? most
            : event.key === 'End'
              ? least
              : event.key === 'Enter'
                ? null
                : undefined;
    if (next === undefined) return;
    event.preventDefault();
    remember(name, next === null ? null : bounded(next));
  };
  return (
    <hr
      className={classes.edge}
      data-dragging={dragging}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('app.inspector.edge')}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={bounded(kept ?? 316)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
      }}
      onPointerMove={drag}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
      onDoubleClick={() => remember(name, null)}
      onKeyDown={press}
    />
  );
};
