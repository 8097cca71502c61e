import type { ComparedFlow, Comparison, FlowReason } from '../model/comparison.ts';
import type { FlowSegment, Move } from '../model/flow.ts';
import { type Message, message } from '../model/message.ts';

type Tell = (what: Message) => string;

const spoken = ['daysSinceLastOrder', 'orders', 'totalSpent'];

/** Why customers went, a sentence a fact. */
export const reasonLine = ({ kind, feature, before, after, average }: FlowReason, tell: Tell): Message => {
  const about = spoken.includes(feature.key) ? feature.key : 'fact';
  const values = { name: tell(feature.name), unit: feature.unit, before, after, average };
  return message(`compare.why.${kind}.${about}`, values);
};

const nameOf = (segments: readonly FlowSegment[], place: Move['from'], tell: Tell): string | null => {
  const segment = segments.find(({ id }) => id === place);
  return segment === undefined ? null : tell(segment.name);
};

/** Who went where, in one sentence. */
export const comparedFlowLine = (
  { a, b, sameCustomers }: Pick<Comparison, 'a' | 'b' | 'sameCustomers'>,
  { from, to, customers, stayed }: Pick<ComparedFlow, 'from' | 'to' | 'customers' | 'stayed'>,
  tell: Tell,
): Message => {
  const values = { customers, from: nameOf(a.segments, from, tell), to: nameOf(b.segments, to, tell) };
  if (from === 'absent') return message('compare.flow.new', values);
  if (to === 'absent') return message('compare.flow.gone', values);
  if (from === 'none' && to === 'none') return message('compare.flow.none', values);
  if (from === 'none') return message('compare.flow.placed', values);
  if (to === 'none') return message('compare.flow.unplaced', values);
  if (stayed) return message('compare.flow.stayed', values);
  return message(sameCustomers ? 'compare.flow.apart' : 'compare.flow.moved', values);
};

export type AgreementWord = 'same' | 'nearly' | 'mostly' | 'partly' | 'hardly';

/** How far two segmentations agree, by the share of customers who are in the same segment. */
export const agreementWord = ({ agreement, common }: Pick<Comparison, 'agreement' | 'common'>): AgreementWord => {
  const share = common === 0 ? 0 : agreement.stayed / common;
  if (common > 0 && agreement.stayed === common) return 'same';
  return share >= 0.95 ? 'nearly' : share >= 0.8 ? 'mostly' : share >= 0.5 ? 'partly' : 'hardly';
};

/** What comparing the two comes to. */
export const comparisonTitle = (comparison: Comparison): Message => {
  const { a, moved, common, agreement, sameCustomers } = comparison;
  if (common === 0) return message('compare.title.nobody');
  if (moved.customers === 0)
    return message(sameCustomers ? 'compare.title.same' : 'compare.title.stayed', { day: a.asOf });
  const values = { moved: moved.customers, common, stayed: agreement.stayed, share: agreement.stayed / common };
  return sameCustomers || a.asOf === null || a.asOf === comparison.b.asOf
    ? message('compare.title.apart', values)
    : message('compare.title.moved', { ...values, day: a.asOf });
};
