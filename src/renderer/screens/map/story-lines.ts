import type { Feature } from '../../../shared/model/feature.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { valueText } from '../../charts/words.ts';
import { t, tell } from '../../client/words.ts';
import type { MapData } from './use-map-data.ts';

/** Orders, spent and last order are told by sentences of their own. */
const told = ['orders', 'totalSpent', 'daysSinceLastOrder'];

const factLine = (feature: Feature, value: number | undefined, { preparation }: Segmentation): string => {
  const all = preparation.find((one) => one.feature === feature.key)?.median ?? null;
  return t('map.story.fact', {
    fact: tell(feature.name),
    value: valueText(value, feature),
    all: valueText(all, feature),
  });
};

/**
 * A customer in a few short lines: what was bought and when, where orders are known; else the two facts that set its
 * segment apart most. The facts that the map is arranged by are always among them.
 */
export const storyLines = (
  row: number,
  segmentation: Segmentation,
  values: MapData['values'],
  segmentId: number,
  axes: readonly string[],
): string[] => {
  const value = (key: string) => values.find(({ feature }) => feature.key === key)?.column[row];
  const known = (number: number | undefined): number is number => number !== undefined && !Number.isNaN(number);
  const lines: string[] = [];
  const [orders, spent, days] = [value('orders'), value('totalSpent'), value('daysSinceLastOrder')];
  if (known(orders)) lines.push(t('map.story.bought', { orders, spent: known(spent) ? spent : null }));
  if (known(days)) lines.push(t('map.story.lastOrder', { days }));
  const profile = segmentation.segments.find(({ id }) => id === segmentId)?.profile ?? [];
  const telling = [...profile].sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)).map(({ feature }) => feature);
  const more = [...new Set([...axes, ...(lines.length === 0 ? telling : [])])].filter(
    (key) => lines.length === 0 || !told.includes(key),
  );
  for (const key of more.slice(0, 2)) {
    const feature = values.find((one) => one.feature.key === key)?.feature;
    if (feature !== undefined) lines.push(factLine(feature, value(key), segmentation));
  }
  return lines;
};
