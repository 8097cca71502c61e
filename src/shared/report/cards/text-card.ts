import type { CardOf } from '../../model/report.ts';
import { heading, type Paragraph, paragraph } from '../blocks.ts';
import type { CardContext, CardPart } from './context.ts';

/** A person's own words: an empty line begins a new paragraph, a line end within one is a space. */
export const paragraphsOf = (text: string, look: NonNullable<Paragraph['look']> = 'plain'): Paragraph[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '')
    .map((one) => paragraph(one, look));

export const textCard = (card: CardOf<'text'>, { speaker }: CardContext): CardPart[] => {
  const title = card.heading.trim();
  const blocks = [...(title === '' ? [] : [heading(2, title)]), ...paragraphsOf(card.text)];
  return blocks.length === 0 ? [] : [{ name: title === '' ? speaker.word('report.card.text') : title, blocks }];
};
