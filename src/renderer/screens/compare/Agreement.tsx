import { UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ComparedFlow, Comparison, SideDifference } from '../../../shared/model/comparison.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import { agreementWord, comparedFlowLine, reasonLine } from '../../../shared/picture/comparison-words.ts';
import { fixed, format, t, tell } from '../../client/words.ts';
import { MethodDetails } from '../../components/MethodDetails.tsx';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { NumbersIn } from '../../components/NumbersIn.tsx';
import { Panel } from '../../components/Panel.tsx';
import { NoSegmentTile, SegmentTile } from '../../components/SegmentTile.tsx';
import classes from './compare.module.css';

interface AgreementProps {
  readonly comparison: Comparison;
  readonly onChoose: (flow: ComparedFlow) => void;
}

/** So many moves are listed; the picture and the table have all. */
const listed = 6;

const namesOf = (differences: readonly SideDifference[], kind: SideDifference['kind']): string =>
  differences
    .filter((one) => one.kind === kind)
    .map(({ feature }) => tell(feature.name))
    .join('\n');

const Differences = ({ comparison: { a, b, differences } }: Pick<AgreementProps, 'comparison'>) => {
  const [nameA, nameB] = [a, b].map(({ method, k }) => t(`app.segmentation.${method}`, { k }));
  const lines = (['onlyA', 'onlyB', 'prepared'] as const).flatMap((kind) => {
    const names = namesOf(differences, kind);
    return names === '' ? [] : [t(`compare.differences.${kind}`, { names })];
  });
  const all = nameA === nameB ? lines : [t('compare.differences.method', { a: nameA!, b: nameB! }), ...lines];
  if (all.length === 0) return null;
  return (
    <Panel heading={t('compare.differences')}>
      {all.map((line) => (
        <p key={line} className={classes.text}>
          {line}
        </p>
      ))}
    </Panel>
  );
};

const Pairs = ({ comparison: { a, b, pairs } }: Pick<AgreementProps, 'comparison'>) => (
  <Panel heading={t('compare.pairs')}>
    <ul className={classes.pairs}>
      {pairs.map((pair) => {
        const [one, other] = [a.segments.find(({ id }) => id === pair.a), b.segments.find(({ id }) => id === pair.b)];
        const [first, second] = [one, other].map((segment) => segment && tell(segment.name));
        return (
          <li key={`${pair.a} ${pair.b}`}>
            <span className={classes.pairNames}>
              {(one ?? other) && <SegmentTile color={(one ?? other)!.color} />}
              <span dir="auto">{first ?? second}</span>
              {one && other && first !== second && (
                <>
                  <IconArrowRight size={12} aria-hidden />
                  <span dir="auto">{second}</span>
                </>
              )}
            </span>
            <span className={classes.pairShare}>
              {one && other ? (
                <NumbersIn
                  numbers={[
                    [format.share(pair.jaccard), { of: 'pair', a: a.key, b: b.key, one: one.id, other: other.id }],
                  ]}
                >
                  {t('compare.pairs.same', { jaccard: pair.jaccard })}
                </NumbersIn>
              ) : (
                t(one ? 'compare.pairs.onlyA' : 'compare.pairs.onlyB')
              )}
            </span>
          </li>
        );
      })}
    </ul>
  </Panel>
);

const Moves = ({ comparison, onChoose }: AgreementProps) => {
  const moves = comparison.flows.filter(({ stayed, from, to }) => !stayed && from !== 'absent' && to !== 'absent');
  const color = (side: Comparison['a'], place: ComparedFlow['from']) =>
    side.segments.find(({ id }) => id === place)?.color;
  const tile = (found: number | undefined) => (found === undefined ? <NoSegmentTile /> : <SegmentTile color={found} />);
  return (
    <Panel heading={t('compare.flow.all')}>
      {moves.length === 0 && <p className={classes.text}>{t('compare.flow.noMoves')}</p>}
      <ul className={classes.moves}>
        {moves.slice(0, listed).map((flow) => (
          <li key={flow.code}>
            <UnstyledButton className={classes.move ?? ''} onClick={() => onChoose(flow)}>
              <span className={classes.moveTiles} aria-hidden>
                {tile(color(comparison.a, flow.from))}
                <IconArrowRight size={12} />
                {tile(color(comparison.b, flow.to))}
              </span>
              <span>
                {tell(comparedFlowLine(comparison, flow, tell))}
                {flow.reasons[0] && <span className={classes.note}>{tell(reasonLine(flow.reasons[0], tell))}</span>}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** What the comparison comes to, before one flow is looked at. */
export const Agreement = ({ comparison, onChoose }: AgreementProps) => {
  const { agreement, common, moved, revenue, pairs, a, b } = comparison;
  const share = common === 0 ? 0 : agreement.stayed / common;
  type Figure = Extract<NumberRef, { of: 'comparison' }>['figure'];
  const of = (figure: Figure): NumberRef => ({ of: 'comparison', a: a.key, b: b.key, figure });
  const both = pairs.filter((pair) => pair.a !== null && pair.b !== null);
  return (
    <div className={classes.detail}>
      <Panel heading={t('compare.agreement')}>
        <p className={classes.text}>
          <NumbersIn
            numbers={[
              [format.share(share), of('stayedShare')],
              [format.number(moved.customers), of('moved')],
            ]}
          >
            {t(`compare.agreement.${agreementWord(comparison)}`, { share, moved: moved.customers })}
          </NumbersIn>
        </p>
        {moved.customers > 0 && moved.revenue !== null && revenue !== null && revenue > 0 && (
          <p className={classes.text}>
            <NumbersIn
              numbers={[
                [format.money(moved.revenue), of('movedRevenue')],
                [format.share(moved.revenue / revenue), of('movedRevenueShare')],
              ]}
            >
              {t('compare.agreement.moved', { ...moved, share: moved.revenue / revenue })}
            </NumbersIn>
          </p>
        )}
      </Panel>
      <Moves comparison={comparison} onChoose={onChoose} />
      <Pairs comparison={comparison} />
      <Differences comparison={comparison} />
      <MethodDetails>
        <dl className={classes.method}>
          <dt>{t('compare.method.ari')}</dt>
          <dd>
            <NumberOrigin of={of('randIndex')}>{fixed(agreement.adjustedRandIndex, 3)}</NumberOrigin>
          </dd>
          <dt>{t('compare.method.ami')}</dt>
          <dd>
            <NumberOrigin of={of('mutualInformation')}>{fixed(agreement.adjustedMutualInformation, 3)}</NumberOrigin>
          </dd>
          {both.length > 0 && <dt>{t('compare.method.jaccard')}</dt>}
          {both.map((pair) => (
            <dd key={`${pair.a} ${pair.b}`}>
              {format.list([
                ...new Set([
                  tell(a.segments.find(({ id }) => id === pair.a)!.name),
                  tell(b.segments.find(({ id }) => id === pair.b)!.name),
                ]),
              ])}
              :{' '}
              <NumberOrigin of={{ of: 'pair', a: a.key, b: b.key, one: pair.a!, other: pair.b! }}>
                {fixed(pair.jaccard, 3)}
              </NumberOrigin>
            </dd>
          ))}
        </dl>
        <p>{t('compare.method.pairing')}</p>
        <p>{t('compare.method.why')}</p>
      </MethodDetails>
    </div>
  );
};
