import { type KeyboardEvent, useState } from 'react';
import { format, t } from '../../client/words.ts';
import classes from './OrderTimeline.module.css';
import { longestGap, type OrderOnLine, orderDots } from './order-dots.ts';

interface OrderTimelineProps {
  readonly orders: readonly OrderOnLine[];
  /** The day at the end of the line; null where there is none. */
  readonly until: string | null;
  readonly color: string;
  /** Across a page; in a column at its side where absent. */
  readonly wide?: boolean;
}

const narrow = { width: 260, height: 84, side: 8, ground: 64, top: 10 };
const broad = { width: 900, height: 132, side: 8, ground: 110, top: 12 };

/**
 * A customer's orders on a line of time, the higher the more money. Arrows go from order to order; the one that is
 * pointed at is read out below. The list under it says the same for everybody.
 */
export const OrderTimeline = ({ orders, until, color, wide = false }: OrderTimelineProps) => {
  const size = wide ? broad : narrow;
  const placeOf = ({ x, size: high }: { readonly x: number; readonly size: number }) => ({
    x: size.side + x * (size.width - 2 * size.side),
    y: size.ground - high * (size.ground - size.top),
  });
  const dots = orderDots(orders, until);
  const [at, setAt] = useState<number | null>(null);
  const [first] = dots;
  if (first === undefined) return null;
  const current = at === null ? undefined : dots[at];
  const gap = longestGap(dots, until);
  const told = (dot: (typeof dots)[number]) =>
    t('customers.timeline.order', { day: dot.day, amount: dot.amount, lines: dot.lines });
  const onKeyDown = (event: KeyboardEvent) => {
    const last = dots.length - 1;
    const steps: Record<string, number> = {
      ArrowRight: Math.min(last, (at ?? -1) + 1),
      ArrowLeft: Math.max(0, (at ?? dots.length) - 1),
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <div
      className={classes.timeline}
      // A slider goes from order to order by arrows and says where it is.
      role="slider"
      tabIndex={0}
      aria-label={t('customers.timeline', { count: dots.length, from: first.day, gap })}
      aria-valuemin={1}
      aria-valuemax={dots.length}
      aria-valuenow={(at ?? dots.length - 1) + 1}
      aria-valuetext={told(current ?? dots.at(-1)!)}
      onKeyDown={onKeyDown}
      onBlur={() => setAt(null)}
    >
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        className={classes.picture}
        aria-hidden="true"
        onPointerLeave={() => setAt(null)}
      >
        <line x1={0} x2={size.width} y1={size.ground} y2={size.ground} className={classes.ground} />
        {dots.map((dot, i) => {
          const { x, y } = placeOf(dot);
          return (
            <g
              key={`${dot.order} ${dot.day}`}
              data-on={i === at}
              className={classes.dot}
              onPointerEnter={() => setAt(i)}
            >
              <line x1={x} x2={x} y1={size.ground} y2={y} stroke={color} />
              <circle cx={x} cy={y} r={i === at ? 5 : 3.5} fill={color} />
              <rect x={x - 5} width={10} y={0} height={size.ground + 6} fill="transparent" />
            </g>
          );
        })}
        <text x={0} y={size.height - 4} className={classes.label}>
          {format.day(first.day)}
        </text>
        <text x={size.width} y={size.height - 4} textAnchor="end" className={classes.label}>
          {format.day(until !== null && until > dots.at(-1)!.day ? until : dots.at(-1)!.day)}
        </text>
      </svg>
      <p className={classes.told}>
        {current !== undefined ? told(current) : gap === null ? '' : t('customers.timeline.gap', { days: gap })}
      </p>
    </div>
  );
};
