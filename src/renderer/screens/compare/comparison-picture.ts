import type { ComparedSide, Comparison } from '../../../shared/model/comparison.ts';
import type { Move } from '../../../shared/model/flow.ts';
import { comparedFlowLine } from '../../../shared/picture/comparison-words.ts';
import { noSegmentColor } from '../../../shared/picture/in-no-segment.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import type { FlowPictureColumn, FlowPictureLink, FlowPictureNode } from '../../charts/flow-frame.ts';
import { t, tell } from '../../client/words.ts';
import { sideName } from './side-names.ts';

const sizeOf = ({ flows }: Comparison, end: 'from' | 'to', place: Move['from']): number =>
  flows.reduce((sum, flow) => (flow[end] === place ? sum + flow.customers : sum), 0);

export const placeName = (side: ComparedSide, place: Move['from'], end: 'from' | 'to'): string => {
  if (place === 'absent') return t(end === 'from' ? 'compare.new' : 'compare.gone');
  const segment = side.segments.find(({ id }) => id === place);
  return segment === undefined ? t('trust.none') : tell(segment.name);
};

const outsiders = ['none', 'absent'] as const;

const nodesOf = (comparison: Comparison, side: ComparedSide, order: readonly number[], end: 'from' | 'to') => {
  const segments = [...side.segments].sort((x, y) => order.indexOf(x.id) - order.indexOf(y.id));
  const note = (size: number) => t('compare.picture.customers', { customers: size });
  return [
    ...segments
      .filter(({ size }) => size > 0)
      .map(
        ({ id, name, color, size }): FlowPictureNode => ({
          id: String(id),
          size,
          name: tell(name),
          note: note(size),
          color: segmentColor(color),
        }),
      ),
    ...outsiders.flatMap((place): FlowPictureNode[] => {
      const size = sizeOf(comparison, end, place);
      const color = place === 'none' ? noSegmentColor : null;
      return size === 0 ? [] : [{ id: place, size, name: placeName(side, place, end), note: note(size), color }];
    }),
  ];
};

/** Both columns in one order: a segment stands where it is the same, so that those who stayed go straight across. */
export const comparisonColumns = (comparison: Comparison): FlowPictureColumn[] => {
  const { a, b, pairs } = comparison;
  const orderA = pairs.flatMap((pair) => (pair.a === null ? [] : [pair.a]));
  const paired = pairs.flatMap((pair) => (pair.b === null ? [] : [pair.b]));
  const isOneDay = a.asOf === b.asOf;
  const heading = (side: ComparedSide) => sideName(isOneDay && !side.rebuilt ? { ...side, asOf: null } : side);
  return [
    { key: 'a', heading: heading(a), nodes: nodesOf(comparison, a, orderA, 'from') },
    { key: 'b', heading: heading(b), nodes: nodesOf(comparison, b, paired, 'to') },
  ];
};

export const flowKey = (code: number): string => String(code);

export const comparisonLinks = (comparison: Comparison, shareOf: (code: number) => number | null): FlowPictureLink[] =>
  comparison.flows.map((flow) => {
    const color = comparison.a.segments.find(({ id }) => id === flow.from)?.color;
    return {
      key: flowKey(flow.code),
      column: 0,
      from: String(flow.from),
      to: String(flow.to),
      size: flow.customers,
      label: tell(comparedFlowLine(comparison, flow, tell)),
      stayed: flow.stayed,
      color: color === undefined ? (flow.from === 'none' ? noSegmentColor : null) : segmentColor(color),
      // Those who are gone cannot be selected, so that a selection leaves them aside.
      selected: shareOf(flow.code),
    };
  });
