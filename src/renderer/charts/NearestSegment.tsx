import type { ProfileCell, Segment, Segmentation } from '../../shared/model/segmentation.ts';
import { selectSegments } from '../client/selection.ts';
import { t, tell } from '../client/words.ts';
import { Panel } from '../components/Panel.tsx';
import { SegmentTile } from '../components/SegmentTile.tsx';
import { effectWord } from './effect-word.ts';
import classes from './explanation.module.css';
import inspector from './inspector.module.css';
import { valueText } from './words.ts';

/** A difference smaller than this, in standard deviations, is none that people would see. */
const noticeable = 0.3;

/** What is typical of both: medians, or means where those are the same. */
const typicalOf = (one: ProfileCell | undefined, other: ProfileCell | undefined): [number | null, number | null] =>
  one?.median === other?.median
    ? [one?.mean ?? null, other?.mean ?? null]
    : [one?.median ?? null, other?.median ?? null];

/** The segment that is most like this one, and where the two still differ. */
export const NearestSegment = ({ segment, segmentation }: { segment: Segment; segmentation: Segmentation }) => {
  const { explanation, segments, features } = segmentation;
  const near = explanation?.segments.find(({ label }) => label === segment.label)?.neighbours[0];
  const other = segments.find(({ label }) => label === near?.label);
  if (near === undefined || other === undefined) return null;
  const cellOf = (of: Segment, key: string) => of.profile.find(({ feature }) => feature === key);
  return (
    <Panel heading={t('explain.near.heading', { isOnly: segments.length === 2 })}>
      <button
        type="button"
        className={classes.segment}
        aria-label={t('explain.near.select', { name: tell(other.name) })}
        onClick={() => selectSegments([other.id])}
      >
        <SegmentTile color={other.color} />
        {tell(other.name)}
      </button>
      <dl className={inspector.rows}>
        {near.differs.map(({ feature: key, difference }, i) => {
          const feature = features.find((one) => one.key === key);
          if (feature === undefined || (i > 0 && Math.abs(difference) < noticeable)) return null;
          const [here, there] = typicalOf(cellOf(segment, key), cellOf(other, key));
          return (
            <div key={key} className={inspector.row}>
              <dt>
                {tell(feature.name)}
                <span className={inspector.rowNote}>
                  {t('explain.near.values', { here: valueText(here, feature), there: valueText(there, feature) })}
                </span>
              </dt>
              <dd>{effectWord(difference)}</dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
};
