import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { WayResult, WaySegment } from '../../../shared/model/comparison.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import { divergingColor } from '../../../shared/picture/diverging.ts';
import { word } from '../../charts/words.ts';
import { format, t, tell } from '../../client/words.ts';
import { MethodDetails } from '../../components/MethodDetails.tsx';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import { balanceText, distinctWord, repeatableWord, wayName } from './way-words.ts';
import classes from './ways.module.css';

interface WayColumnsProps {
  readonly ways: readonly WayResult[];
  readonly features: readonly Feature[];
  /** The run in use. */
  readonly activeId: number;
  readonly busy: boolean;
  readonly onUse: (way: WayResult) => void;
}

/** A share of the whole as a bar, with its words. */
const Measure = ({ share, children }: { readonly share: number; readonly children: ReactNode }) => (
  <span className={classes.measure}>
    <span className={classes.track} aria-hidden>
      <span className={classes.fill} style={{ width: `${Math.round(Math.max(0, Math.min(1, share)) * 100)}%` }} />
    </span>
    <span>{children}</span>
  </span>
);

/** One segment against every fact, left to right. */
const Strip = ({ segment, features }: { readonly segment: WaySegment; readonly features: readonly Feature[] }) => {
  const cells = features.map(({ key, name }) => {
    const cell = segment.profile.find(({ feature }) => feature === key);
    return { key, effect: cell?.effect ?? 0, said: `${tell(name)}: ${word(`level.${cell?.level ?? 'same'}`)}` };
  });
  return (
    <span className={classes.strip} role="img" aria-label={cells.map(({ said }) => said).join(', ')}>
      {cells.map(({ key, effect, said }) => (
        <span key={key} title={said} style={{ background: divergingColor(effect) }} />
      ))}
    </span>
  );
};

const Segments = ({ way, features }: { readonly way: WayResult; readonly features: readonly Feature[] }) => (
  <ul className={classes.segments}>
    {way.segments.map((segment) => (
      <li key={segment.label}>
        <span className={classes.segment}>
          <SegmentTile color={segment.color} />
          <span className={classes.segmentName} dir="auto" title={tell(segment.name)}>
            {tell(segment.name)}
          </span>
        </span>
        <span className={classes.figuresLine}>
          <Strip segment={segment} features={features} />
          <span className={classes.share}>{format.share(segment.share)}</span>
        </span>
      </li>
    ))}
    {way.inNone > 0 && <li className={classes.none}>{t('compare.ways.none', { customers: way.inNone })}</li>}
  </ul>
);

/** What is said of each way, a row each. */
const rows: readonly {
  readonly key: string;
  readonly heading: () => string;
  readonly cell: (way: WayResult) => ReactNode;
}[] = [
  {
    key: 'distinct',
    heading: () => t('compare.ways.distinct'),
    cell: ({ silhouette, runId }) =>
      silhouette === null ? (
        '–'
      ) : (
        <Measure share={silhouette}>
          {runId === null ? (
            distinctWord(silhouette)
          ) : (
            <NumberOrigin of={{ of: 'run', figure: 'silhouette', segmentationId: runId }}>
              {distinctWord(silhouette)}
            </NumberOrigin>
          )}
        </Measure>
      ),
  },
  {
    key: 'repeatable',
    heading: () => t('compare.ways.repeatable'),
    cell: ({ repeatable }) =>
      repeatable === null ? (
        <span className={classes.unknown}>{t('compare.ways.unknown')}</span>
      ) : (
        <Measure share={repeatable}>{repeatableWord(repeatable)}</Measure>
      ),
  },
  {
    key: 'balanced',
    heading: () => t('compare.ways.balanced'),
    cell: (way) => <Measure share={way.evenness}>{balanceText(way)}</Measure>,
  },
  {
    key: 'simple',
    heading: () => t('compare.ways.simple'),
    cell: ({ ruled }) =>
      ruled === null ? '–' : <Measure share={ruled}>{t('compare.ways.ruled', { share: ruled })}</Measure>,
  },
  { key: 'time', heading: () => t('compare.ways.time'), cell: ({ seconds }) => t('compare.ways.seconds', { seconds }) },
];

/** A column a way: what it makes of the customers, how good that is, and the button that uses it. */
export const WayColumns = ({ ways, features, activeId, busy, onUse }: WayColumnsProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reachable by keyboard
  <section className={classes.frame} tabIndex={0} aria-label={t('compare.ways.table')}>
    <table className={classes.table}>
      <thead>
        <tr>
          <td />
          {ways.map((way) => (
            <th key={way.method} scope="col">
              <span className={classes.way}>{wayName(way.method)}</span>
              {way.problem === null && way.runId === activeId ? (
                <span className={classes.inUse}>{t('compare.ways.inUse')}</span>
              ) : (
                way.problem === null && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={busy}
                    aria-label={t('compare.ways.use.way', { name: wayName(way.method) })}
                    onClick={() => onUse(way)}
                  >
                    {t('compare.ways.use')}
                  </Button>
                )
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('compare.ways.segments')}</th>
          {ways.map((way) => (
            <td key={way.method}>
              {way.problem === null ? (
                <>
                  <span className={classes.number}>{format.number(way.k)}</span>
                  <Segments way={way} features={features} />
                </>
              ) : (
                <span className={classes.problem}>{tell(way.problem)}</span>
              )}
            </td>
          ))}
        </tr>
        {rows.map(({ key, heading, cell }) => (
          <tr key={key}>
            <th scope="row">{heading()}</th>
            {ways.map((way) => (
              <td key={way.method}>{way.problem === null ? cell(way) : ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <div className={classes.legend}>
      <span>{format.list(features.map(({ name }) => tell(name)))}</span>
      <span className={classes.scale}>
        {word('level.lower')}
        <span className={classes.scaleBar} aria-hidden />
        {word('level.higher')}
      </span>
    </div>
    <div className={classes.methodBox}>
      <MethodDetails>
        <p>{t('compare.ways.method')}</p>
        <ul className={classes.figures}>
          {ways
            .filter(({ silhouette }) => silhouette !== null)
            .map(({ method, silhouette }) => (
              <li key={method}>
                {wayName(method)}: {t('compare.ways.method.silhouette', { value: silhouette! })}
              </li>
            ))}
        </ul>
      </MethodDetails>
    </div>
  </section>
);
