import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Browsers cut off a box that is higher than a few million pixels; a million rows are more than that. */
const mostPixels = 8_000_000;
/** So far from either end the two places are the same, so that nobody runs against an end that is none. */
const plainPixels = 100_000;
const overscan = 8;

export interface Heights {
  /** All rows and the heading, as if there were no limit. */
  readonly whole: number;
  /** The box that is scrolled. */
  readonly drawn: number;
  /** What is seen of it. */
  readonly seen: number;
}

/** Where a place among all rows stands in a box of limited height. */
export const boxTop = (top: number, { whole, drawn, seen }: Heights): number => {
  const [all, most] = [whole - seen, drawn - seen];
  if (whole <= drawn || top <= plainPixels) return Math.max(0, Math.min(top, most));
  if (all - top <= plainPixels) return most - Math.max(0, all - top);
  return plainPixels + ((top - plainPixels) / (all - 2 * plainPixels)) * (most - 2 * plainPixels);
};

/** The reverse of `boxTop`. */
export const rowsTop = (box: number, { whole, drawn, seen }: Heights): number => {
  const [all, most] = [whole - seen, drawn - seen];
  if (whole <= drawn || box <= plainPixels) return Math.max(0, Math.min(box, all));
  if (most - box <= plainPixels) return all - Math.max(0, most - box);
  return plainPixels + ((box - plainPixels) / (most - 2 * plainPixels)) * (all - 2 * plainPixels);
};

interface RowWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly total: number;
  readonly rowHeight: number;
  /** Of the heading, which stays in sight. */
  readonly headHeight: number;
}

/**
 * Which rows of a scrolled box are seen, for any number of rows. Small steps (wheel, arrows) move row by row; a long one
 * (the scroll bar is dragged) moves in proportion.
 */
export const useRowWindow = ({ scroller, total, rowHeight, headHeight }: RowWindowOptions) => {
  const [view, setView] = useState({ top: 0, seen: 0, shift: 0 });
  const now = useRef({ box: 0, shift: 0 });
  const whole = headHeight + total * rowHeight;
  const drawn = Math.min(whole, mostPixels);
  const heights = (): Heights => ({ whole, drawn, seen: scroller.current?.clientHeight ?? 0 });

  const show = (top: number, box: number): void => {
    const { seen } = heights();
    now.current = { box, shift: top - box };
    setView((former) =>
      former.top === top && former.seen === seen && former.shift === top - box
        ? former
        : { top, seen, shift: top - box },
    );
  };
  const jump = (top: number): void => {
    const box = boxTop(top, heights());
    show(top, box);
    if (scroller.current) scroller.current.scrollTop = box;
  };
  const follow = (): void => {
    const box = scroller.current?.scrollTop ?? 0;
    const { seen } = heights();
    const isLong = Math.abs(box - now.current.box) > Math.max(1, seen);
    const most = Math.max(0, whole - seen);
    const top =
      isLong || whole <= drawn ? rowsTop(box, heights()) : Math.max(0, Math.min(most, box + now.current.shift));
    const isAtEnd = (box <= 0 && top > 0) || (box >= drawn - seen - 1 && top < most - 1);
    // An end of the box that is none of the rows: on from a place with room on both sides.
    if (isAtEnd && whole > drawn) jump(top);
    else show(top, box);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: as many rows as there are now must fit
  useLayoutEffect(() => {
    const { seen } = heights();
    const top = Math.max(0, Math.min(view.top, whole - seen));
    if (whole <= drawn) show(Math.min(top, scroller.current?.scrollTop ?? 0), scroller.current?.scrollTop ?? 0);
    else jump(top);
  }, [whole]);
  const latest = useRef(follow);
  latest.current = follow;
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const onScroll = () => latest.current();
    const observer = new ResizeObserver(onScroll);
    observer.observe(box);
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  const firstSeen = Math.min(Math.max(0, total - 1), Math.floor(view.top / rowHeight));
  const lastSeen = Math.min(total - 1, Math.floor((view.top + view.seen - headHeight) / rowHeight));
  const first = Math.max(0, firstSeen - overscan);
  const last = Math.min(total - 1, lastSeen + overscan);
  return {
    firstSeen,
    lastSeen,
    /** Rows to draw, with where they stand in the box. */
    rows: Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
      index: first + i,
      start: headHeight + (first + i) * rowHeight - view.shift,
    })),
    height: drawn,
    /** Brings a row into sight: as little as needed, or to the top. */
    scrollTo: (index: number, toTop = false): void => {
      const { seen } = heights();
      const start = index * rowHeight;
      const most = Math.max(0, whole - seen);
      const least = start + rowHeight + headHeight - seen;
      if (toTop || start < view.top) jump(Math.min(most, start));
      else if (least > view.top) jump(Math.max(0, Math.min(most, least)));
    },
  };
};
