import { type Message, message } from '../model/message.ts';
import type { Segmentation } from '../model/segmentation.ts';
import { inNoSegment } from './in-no-segment.ts';
import { type Middle, nearnessOf } from './nearness.ts';

type Tell = (what: Message) => string;

/** The finding of a segmentation: who brings the money, or where there is none who is the largest. */
export const segmentsFinding = (segmentation: Segmentation, tell: Tell): Message => {
  const { k, segments } = segmentation;
  const [largest] = segments;
  if (k < 2 || largest === undefined) return message('pictures.segments.title.one');
  const none = inNoSegment(segmentation);
  if (none !== null && none.revenueShare === null && none.size > largest.size)
    return message('pictures.segments.title.noneCustomers', { k, share: none.share });
  const theirs = none?.revenueShare ?? 0;
  if (segments.every(({ revenueShare }) => (revenueShare ?? 0) < theirs))
    return message('pictures.segments.title.none', { k, share: theirs });
  const richest = segments.reduce((best, one) => ((one.revenueShare ?? 0) > (best.revenueShare ?? 0) ? one : best));
  return richest.revenueShare === null
    ? message('pictures.segments.title.customers', { k, name: tell(largest.name), share: largest.share })
    : message('pictures.segments.title.revenue', { k, name: tell(richest.name), share: richest.revenueShare });
};

/** The finding of the map: which segments are most alike and which stands apart. Middles in the order of names. */
export const mapFinding = (middles: readonly (Middle | null)[], names: readonly string[]): Message => {
  const found = nearnessOf(middles);
  if (found === null) return message('pictures.map.title.plain');
  const [one, other] = found.alike.map((i) => names[i]!) as [string, string];
  if (names.length < 3 || found.alike.includes(found.apart)) return message('pictures.map.title.two', { one, other });
  return message('pictures.map.title.apart', { apart: names[found.apart]!, one, other });
};
