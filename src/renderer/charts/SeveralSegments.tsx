import { Button } from '@mantine/core';
import { IconMap2, IconUsers } from '@tabler/icons-react';
import type { NumberRef } from '../../shared/model/number-origin.ts';
import type { Segment, Segmentation } from '../../shared/model/segmentation.ts';
import { goTo } from '../client/navigation.ts';
import { selectSegments } from '../client/selection.ts';
import { format, t, tell } from '../client/words.ts';
import { NumberOrigin } from '../components/NumberOrigin.tsx';
import { NumbersIn } from '../components/NumbersIn.tsx';
import { Panel } from '../components/Panel.tsx';
import { SegmentTile } from '../components/SegmentTile.tsx';
import { effectWord } from './effect-word.ts';
import classes from './inspector.module.css';
import { typicalValueText, word } from './words.ts';

const shownFacts = 4;
/** A difference smaller than this, in standard deviations, is none that people would see. */
const noticeable = 0.3;

/** In which facts the selected segments lie furthest from each other. */
const Apart = ({ segments, segmentation }: SeveralSegmentsProps) => {
  const facts = segmentation.features
    .map((feature) => {
      const cells = segments.flatMap((segment) => {
        const cell = segment.profile.find((one) => one.feature === feature.key);
        return cell === undefined ? [] : [{ segment, cell }];
      });
      cells.sort((a, b) => b.cell.effect - a.cell.effect);
      const apart = cells.length < 2 ? 0 : cells[0]!.cell.effect - cells.at(-1)!.cell.effect;
      return { feature, cells, apart };
    })
    .filter(({ apart }) => apart >= noticeable)
    .sort((a, b) => b.apart - a.apart)
    .slice(0, shownFacts);
  if (facts.length === 0) return null;
  return (
    <Panel heading={t('segmentScreen.several.apart')}>
      {facts.map(({ feature, cells }) => (
        <div key={feature.key} className={classes.factBlock}>
          <h3 className={classes.factHeading}>{tell(feature.name)}</h3>
          <dl className={classes.rows}>
            {cells.map(({ segment, cell }) => (
              <div key={segment.id} className={classes.slimRow} title={effectWord(cell.effect)}>
                <dt className={classes.tiled}>
                  <SegmentTile color={segment.color} />
                  <span dir="auto">{tell(segment.name)}</span>
                </dt>
                <dd>
                  <NumberOrigin
                    of={{
                      of: 'segmentFeature',
                      segmentId: segment.id,
                      feature: feature.key,
                      figure: cell.median === null ? 'mean' : 'median',
                    }}
                  >
                    {typicalValueText(cell.median === null ? cell.mean : cell.median, feature)}
                  </NumberOrigin>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Panel>
  );
};

interface SeveralSegmentsProps {
  readonly segments: readonly Segment[];
  readonly segmentation: Segmentation;
}

/** Several segments at once: what they are together, and where they differ from each other. */
export const SeveralSegments = ({ segments, segmentation }: SeveralSegmentsProps) => {
  const customers = segments.reduce((sum, { size }) => sum + size, 0);
  const share = customers / Math.max(1, segmentation.customers);
  const of = (figure: 'customers' | 'share' | 'revenueShare'): NumberRef => ({
    of: 'chosen',
    segmentIds: segments.map(({ id }) => id),
    figure,
    segmentationId: segmentation.id,
  });
  const shares = segments.map(({ revenueShare }) => revenueShare);
  const revenueShare = shares.some((share) => share === null)
    ? null
    : shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  return (
    <>
      <h2 className={classes.name}>{t('segmentScreen.several.title', { count: segments.length })}</h2>
      <p className={classes.text}>
        <NumbersIn
          numbers={[
            [format.number(customers), of('customers')],
            [format.share(share), of('share')],
            ...(revenueShare === null ? [] : [[format.share(revenueShare), of('revenueShare')] as const]),
          ]}
        >
          {t('segmentScreen.several.together', { customers, share, revenueShare })}
        </NumbersIn>
      </p>
      <Panel heading={word('map.legend')}>
        <dl className={classes.rows}>
          {segments.map((segment) => (
            <div key={segment.id} className={classes.row}>
              <dt className={classes.tiled}>
                <SegmentTile color={segment.color} />
                <button
                  type="button"
                  className={classes.pick}
                  dir="auto"
                  aria-label={word('segments.select', { name: tell(segment.name) })}
                  onClick={() => selectSegments([segment.id])}
                >
                  {tell(segment.name)}
                </button>
              </dt>
              <dd>
                <NumberOrigin of={{ of: 'segment', segmentId: segment.id, figure: 'size' }}>
                  {format.number(segment.size)}
                </NumberOrigin>
                {segment.revenueShare !== null && (
                  <span className={classes.rowNote}>
                    <NumbersIn
                      numbers={[
                        [
                          format.share(segment.revenueShare),
                          { of: 'segment', segmentId: segment.id, figure: 'revenueShare' },
                        ],
                      ]}
                    >
                      {word('one.ofRevenue', { share: segment.revenueShare })}
                    </NumbersIn>
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <div className={classes.pair}>
        <Button variant="default" leftSection={<IconMap2 size={16} stroke={1.6} />} onClick={() => goTo('map')}>
          {t('segmentScreen.next.map')}
        </Button>
        <Button variant="default" leftSection={<IconUsers size={16} stroke={1.6} />} onClick={() => goTo('customers')}>
          {t('segmentScreen.next.customers')}
        </Button>
      </div>
      <Apart segments={segments} segmentation={segmentation} />
    </>
  );
};
