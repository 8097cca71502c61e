import { heading, paragraph } from '../blocks.ts';
import type { CardContext, CardPart } from './context.ts';

/** Whether there are groups at all, why there are so many segments, and what the figures alone would say. */
export const howManyCard = ({ material: { segmentation }, speaker: { word, tell } }: CardContext): CardPart[] => {
  const { structure, reason, statisticalReason, k, statisticalK } = segmentation;
  const name = word('trust.many');
  const blocks = [
    heading(2, name),
    ...(structure === null ? [] : [paragraph(tell(structure.reason))]),
    paragraph(tell(reason)),
    ...(statisticalReason === null
      ? []
      : [paragraph(k === statisticalK ? word('trust.many.same') : tell(statisticalReason), 'muted')]),
  ];
  return [{ name, blocks, isWhole: true }];
};
