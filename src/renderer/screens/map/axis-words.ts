import { axisPhrase, type Link } from '../../../shared/picture/axis-words.ts';
import { word } from '../../charts/words.ts';
import { tell } from '../../client/words.ts';

export { isReversed, type Link } from '../../../shared/picture/axis-words.ts';

/** What grows towards the end of a map axis: “More orders, more spent, ordered more recently →”; else what nearness means. */
export const axisWords = (links: readonly Link[]): string => {
  const words = axisPhrase(links, tell);
  return words === null ? word('map.axis.plain') : word('map.axis.words', { words });
};
