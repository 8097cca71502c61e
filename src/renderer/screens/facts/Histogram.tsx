import { t } from '../../client/words.ts';
import classes from './facts.module.css';
import type { Spread } from './spread.ts';

interface HistogramProps {
  readonly name: string;
  readonly spread: Spread;
  readonly height: number;
  readonly valueText: (value: number) => string;
}

/** A single value is a bar, not a wall. */
const fewestColumns = 8;

/** How many customers have little and much of a fact. */
export const Histogram = ({ name, spread, height, valueText }: HistogramProps) => {
  const { bars } = spread;
  const most = Math.max(...bars);
  const columns = Math.max(fewestColumns, bars.length);
  const label = t('facts.spread', {
    fact: name,
    low: valueText(spread.lowest),
    high: valueText(spread.highest),
    middle: valueText(spread.middle),
  });
  return (
    <svg
      className={classes.histogram}
      viewBox={`0 0 ${columns} 100`}
      preserveAspectRatio="none"
      height={height}
      role="img"
      aria-label={label}
    >
      {bars.map((count, i) => {
        const tall = count === 0 ? 0 : Math.max(4, (96 * count) / most);
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are where they are
        return <rect key={i} x={i + 0.06} width={0.88} y={100 - tall} height={tall} />;
      })}
      <rect className={classes.base} x={0} y={98} width={columns} height={2} />
    </svg>
  );
};
