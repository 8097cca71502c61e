import type { CustomerRow } from '../../../shared/model/customer.ts';
import type { WhyHere as Why } from '../../../shared/model/explanation.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Segment, Segmentation } from '../../../shared/model/segmentation.ts';
import { featurePhrase, typicalPhrase } from '../../client/feature-text.ts';
import { selectSegments } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { MethodDetails } from '../../components/MethodDetails.tsx';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import classes from './CustomerStoryView.module.css';
import { toldFacts } from './told-facts.ts';

/** Names of facts that say the same; how many more there are is said. */
const mostNames = 2;

interface WhyHereProps {
  readonly why: Why;
  readonly customer: CustomerRow;
  readonly segmentation: Segmentation;
}

const sentenceOf = ({ certainty, isNearerToRunnerUp }: Why, segment: Segment, other: Segment | undefined): string => {
  if (certainty === null || other === undefined) return t('explain.why.only');
  const key = isNearerToRunnerUp ? 'nearer' : certainty;
  return t(`explain.why.${key}`, { segment: tell(segment.name), other: tell(other.name) });
};

/** Why a customer is in its segment and not in the next best one, and how sure that is. */
export const WhyHere = ({ why, customer, segmentation }: WhyHereProps) => {
  const { segments, features } = segmentation;
  const segment = segments.find(({ id }) => id === why.segmentId);
  const other = segments.find(({ id }) => id === why.runnerUpId);
  if (segment === undefined) return null;
  /** What is typical of both segments: medians, or means where those are the same. */
  const typicalText = (feature: Feature, of: Segment, next: Segment): string => {
    const [mine, its] = [of, next].map(({ profile }) => profile.find((cell) => cell.feature === feature.key));
    const which = mine?.median === its?.median ? 'mean' : 'median';
    return t(which === 'mean' ? 'explain.why.average' : 'explain.why.typical', {
      here: typicalPhrase(feature, mine?.[which] ?? null),
      there: typicalPhrase(feature, its?.[which] ?? null),
    });
  };
  const speaking = (isFor: boolean) => toldFacts(why.facts, isFor);
  const likewiseText = (keys: readonly string[]): string => {
    const names = features.flatMap(({ key, name }) => (keys.includes(key) ? [tell(name)] : []));
    const more = names.length - mostNames;
    const rest = more > 0 ? [t('explain.why.likewise.more', { more })] : [];
    return t('explain.why.likewise', { facts: format.list([...names.slice(0, mostNames), ...rest]) });
  };
  const rows = (facts: ReturnType<typeof toldFacts>) =>
    facts.flatMap(({ feature: key, likewise }) => {
      const at = features.findIndex((one) => one.key === key);
      const feature = features[at];
      if (feature === undefined || other === undefined) return [];
      return [
        <li key={key} className={classes.order}>
          <span>{tell(feature.name)}</span>
          <span className={classes.amount}>{featurePhrase(feature, customer.values[at] ?? null)}</span>
          <span className={classes.detail}>{typicalText(feature, segment, other)}</span>
          {likewise.length > 0 && <span className={classes.detail}>{likewiseText(likewise)}</span>}
        </li>,
      ];
    });
  const against = why.certainty === 'sure' ? [] : speaking(false);
  return (
    <section>
      <h3 className={classes.heading}>{t('explain.why.heading')}</h3>
      <p className={classes.sentence}>
        {other === undefined ? (
          sentenceOf(why, segment, other)
        ) : (
          <NumberOrigin of={{ of: 'sureness', row: customer.row }}>{sentenceOf(why, segment, other)}</NumberOrigin>
        )}
      </p>
      {other !== undefined && (
        <>
          <p className={classes.next}>
            {t('explain.why.runnerUp')}
            <button type="button" className={classes.segment} onClick={() => selectSegments([other.id])}>
              <SegmentTile color={other.color} />
              {tell(other.name)}
            </button>
          </p>
          {against.length > 0 && speaking(true).length > 0 && (
            <p className={classes.against}>{t('explain.why.forThis')}</p>
          )}
          <ul className={classes.orders}>{rows(speaking(true))}</ul>
          {against.length > 0 && (
            <>
              <p className={classes.against}>{t('explain.why.forOther')}</p>
              <ul className={classes.orders}>{rows(against)}</ul>
            </>
          )}
          <MethodDetails>
            <p className={classes.who}>
              {t('explain.method.sureness')}:{' '}
              <NumberOrigin of={{ of: 'sureness', row: customer.row }}>
                {format.number(why.sureness ?? 0, 3)}
              </NumberOrigin>
            </p>
            <p className={classes.who}>{t('explain.method.sureness.text')}</p>
          </MethodDetails>
        </>
      )}
    </section>
  );
};
