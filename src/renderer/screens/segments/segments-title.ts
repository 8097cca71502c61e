import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { segmentsFinding } from '../../../shared/picture/findings.ts';
import { inSentence } from '../../../shared/words/in-sentence.ts';
import { word } from '../../charts/words.ts';
import { format, locale, tell } from '../../client/words.ts';

/** The finding as a headline: who brings the money, or where there is none who is the largest. */
export const segmentsTitle = (segmentation: Segmentation): string => tell(segmentsFinding(segmentation, tell));

/** From which facts, and counted from which day. */
export const segmentsSubtitle = ({ features, preparation, asOf }: Segmentation): string => {
  const names = preparation.flatMap(({ feature, used }) => {
    const found = features.find(({ key }) => key === feature);
    if (!used || found === undefined) return [];
    const name = tell(found.name);
    return found.key.startsWith('column:') ? [name] : [inSentence(name, locale)];
  });
  const shown =
    names.length > 6 ? [...names.slice(0, 5), word('segments.moreFacts', { count: names.length - 5 })] : names;
  const from = word('segments.from', { facts: format.list(shown) });
  return asOf === null ? from : `${from} ${word('segments.countedFrom', { day: asOf })}`;
};
