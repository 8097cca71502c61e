import type { CardOf } from '../../model/report.ts';
import { segmentsFinding } from '../../picture/findings.ts';
import { type Block, heading, paragraph } from '../blocks.ts';
import type { CardContext, CardPart } from './context.ts';
import { paragraphsOf } from './text-card.ts';

/** Whose report it is, of which day, what it found, and what the person says before everything else. */
export const titleCard = (card: CardOf<'title'>, { material, speaker, day, names }: CardContext): CardPart[] => {
  const { word, tell } = speaker;
  const { segmentation, project } = material;
  const shop = card.shop.trim() === '' ? project : card.shop.trim();
  const blocks: Block[] = [
    paragraph(word('report.made', { day }), 'muted', { label: shop }),
    heading(1, tell(segmentsFinding(segmentation, tell))),
    ...paragraphsOf(card.text, 'lead'),
    ...(names ? [paragraph(word('report.notPrivate'), 'warning')] : []),
  ];
  return [{ name: word('report.card.title'), blocks, isWhole: true }];
};
