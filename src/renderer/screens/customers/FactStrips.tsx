import type { PortraitFact } from '../../../shared/model/customer.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Segment } from '../../../shared/model/segmentation.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { axisOf } from '../../../shared/picture/spread.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { endPhrase, featurePhrase, typicalPhrase } from '../../client/feature-text.ts';
import { t, tell } from '../../client/words.ts';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import classes from './FactStrips.module.css';
import { typicalOf } from './portrait-words.ts';

interface FactStripsProps {
  readonly title: string;
  readonly row: number;
  readonly facts: readonly PortraitFact[];
  readonly features: readonly Feature[];
  readonly segment: Segment | undefined;
}

const size = { width: 460, height: 52, side: 8, middle: 26, reach: 20 };
const xOf = (at: number): number => size.side + Math.max(0, Math.min(1, at)) * (size.width - 2 * size.side);

/** A hill over the middle line, or under it. */
const hill = (density: readonly number[], up: boolean): string => {
  const step = (size.width - 2 * size.side) / density.length;
  const points = density.map(
    (one, i) =>
      `${(size.side + (i + 0.5) * step).toFixed(1)},${(size.middle - (up ? 1 : -1) * one * size.reach).toFixed(1)}`,
  );
  return `M${size.side},${size.middle} L${points.join(' L')} L${size.width - size.side},${size.middle} Z`;
};

interface StripProps {
  readonly fact: PortraitFact;
  readonly color: string;
}

/** This customer among its segment, above the line, and everybody, below. */
const Strip = ({ fact, color }: StripProps) => {
  const { axis, low, high, everybody, segment, value } = fact;
  const place = axisOf({ axis, low, high });
  if (axis === 'flag')
    return (
      <svg viewBox={`0 0 ${size.width} ${size.height}`} className={classes.strip} aria-hidden="true">
        {[segment, everybody].map((part, i) => {
          const y = i === 0 ? size.middle - 14 : size.middle + 4;
          return (
            part && (
              <g key={i === 0 ? 'segment' : 'everybody'}>
                <rect
                  x={size.side}
                  y={y}
                  width={size.width - 2 * size.side}
                  height={10}
                  rx={2}
                  className={classes.rest}
                />
                <rect
                  x={size.side}
                  y={y}
                  width={Math.max(1, part.yes * (size.width - 2 * size.side))}
                  height={10}
                  rx={2}
                  className={i === 0 ? classes.segment : classes.everybody}
                  fill={i === 0 ? color : undefined}
                />
              </g>
            )
          );
        })}
      </svg>
    );
  const typical = typicalOf(segment);
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className={classes.strip} aria-hidden="true">
      <path d={hill(everybody.density, false)} className={classes.everybody} />
      {segment && <path d={hill(segment.density, true)} className={classes.segment} fill={color} />}
      <line x1={size.side} x2={size.width - size.side} y1={size.middle} y2={size.middle} className={classes.ground} />
      {typical !== null && (
        <line
          x1={xOf(place(typical))}
          x2={xOf(place(typical))}
          y1={size.middle - size.reach}
          y2={size.middle}
          className={classes.typical}
        />
      )}
      {value !== null && (
        <>
          <line x1={xOf(place(value))} x2={xOf(place(value))} y1={3} y2={size.height - 3} className={classes.here} />
          <circle cx={xOf(place(value))} cy={size.middle} r={5.5} className={classes.dot} />
        </>
      )}
    </svg>
  );
};

const shareText = (fact: PortraitFact): string =>
  fact.below === null ? '' : t('customers.strip.below', { share: fact.below });

/** Every fact of a customer among those of its segment and of everybody, each on a line of its own in its own units. */
export const FactStrips = ({ title, row, facts, features, segment }: FactStripsProps) => {
  const color = segment === undefined ? 'var(--t-muted)' : segmentColor(segment.color);
  const featureOf = new Map(features.map((feature) => [feature.key, feature]));
  const shown = facts.flatMap((fact) => {
    const feature = featureOf.get(fact.feature);
    return feature === undefined ? [] : [{ fact, feature }];
  });
  const segmentName = segment === undefined ? null : tell(segment.name);
  return (
    <FigureFrame
      title={title}
      legend={
        <ul className={classes.legend}>
          <li>
            <span className={classes.keyDot} /> {t('customers.strip.here')}
          </li>
          {segmentName !== null && (
            <li>
              <span className={classes.keySegment} style={{ background: color }} />{' '}
              <span dir="auto">{segmentName}</span>
            </li>
          )}
          <li>
            <span className={classes.keyEverybody} /> {t('customers.strip.everybody')}
          </li>
        </ul>
      }
      table={{
        caption: t('customers.strip.table'),
        head: [
          t('customers.strip.fact'),
          t('customers.strip.here'),
          ...(segmentName === null ? [] : [t('customers.strip.typical', { who: segmentName })]),
          t('customers.strip.typical', { who: t('customers.strip.everybody') }),
          t('customers.strip.place'),
        ],
        rows: shown.map(({ fact, feature }) => [
          tell(feature.name),
          featurePhrase(feature, fact.value),
          ...(segmentName === null ? [] : [typicalPhrase(feature, typicalOf(fact.segment))]),
          typicalPhrase(feature, typicalOf(fact.everybody)),
          shareText(fact),
        ]),
        figures: shown.map(({ fact, feature }) => [
          tell(feature.name),
          fact.value,
          ...(segmentName === null ? [] : [typicalOf(fact.segment)]),
          typicalOf(fact.everybody),
          fact.below,
        ]),
      }}
    >
      <ul className={classes.facts}>
        {shown.map(({ fact, feature }) => (
          <li key={feature.key} className={classes.fact}>
            <div className={classes.words}>
              <span className={classes.name} dir="auto">
                {tell(feature.name)}
              </span>
              <span className={classes.value}>
                <NumberOrigin of={{ of: 'customer', row, feature: feature.key }}>
                  {featurePhrase(feature, fact.value)}
                </NumberOrigin>
              </span>
              <span className={classes.note}>
                {fact.axis === 'flag'
                  ? t('customers.strip.yes', {
                      segment: segmentName,
                      share: fact.segment?.yes ?? null,
                      all: fact.everybody.yes,
                    })
                  : t('customers.strip.usual', {
                      segment: segmentName,
                      here: typicalPhrase(feature, typicalOf(fact.segment)),
                      all: typicalPhrase(feature, typicalOf(fact.everybody)),
                    })}
              </span>
            </div>
            <div className={classes.picture}>
              <Strip fact={fact} color={color} />
              {fact.axis !== 'flag' && (
                <div className={classes.ends} aria-hidden="true">
                  <span>{endPhrase(feature, fact.low)}</span>
                  <span>{endPhrase(feature, fact.high)}</span>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {shown.some(({ fact }) => fact.axis === 'log') && <p className={classes.remark}>{t('customers.strip.log')}</p>}
    </FigureFrame>
  );
};
