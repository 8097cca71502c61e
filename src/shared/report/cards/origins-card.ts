import { heading } from '../blocks.ts';
import { usedFacts } from '../speaker.ts';
import type { CardContext, CardPart } from './context.ts';

/** How every fact that was used was worked out, and from which columns. */
export const originsCard = ({ material: { segmentation }, speaker }: CardContext): CardPart[] => {
  const facts = usedFacts(segmentation, speaker);
  if (facts.length === 0) return [];
  const name = speaker.word('report.facts');
  const items = facts.map(({ feature, name }) => ({ name, text: speaker.tell(feature.lineage) }));
  return [{ name, blocks: [heading(2, name), { kind: 'facts', items }], isWhole: facts.length <= 6 }];
};
