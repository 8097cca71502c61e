import { quintilesOf, scoreColumn } from '../../../shared/engine/features/score-column.ts';
import type { ScoreBreaks } from '../../../shared/model/feature.ts';
import { hasMoney } from './columns-at-hand.ts';
import { type FeatureDefinition, oneColumn } from './definition.ts';
import { type Setting, spoken } from './setting.ts';

const scoreOf = (
  id: string,
  of: string,
  breaks: keyof ScoreBreaks,
  lessIsBetter: boolean,
  own: readonly number[] | undefined,
): FeatureDefinition =>
  oneColumn(
    spoken('scores', id, 'number', { limits: own === undefined ? null : own.join(', ') }),
    [],
    async ({ columns, breaks: asked }) => {
      const values = columns.get(of)!;
      return scoreColumn(values, asked[breaks] ?? quintilesOf(values), lessIsBetter);
    },
    { after: [of] },
  );

/** Recency, frequency and money as scores from 1 to 5, and their sum. */
export const scoreFeatures = ({ at, breaks }: Setting): FeatureDefinition[] => {
  if (at.orders.length === 0) return [];
  const scores = [
    scoreOf('recencyScore', 'daysSinceLastOrder', 'recency', true, breaks.recency),
    scoreOf('frequencyScore', 'orders', 'frequency', false, breaks.frequency),
    ...(hasMoney(at.orders) ? [scoreOf('moneyScore', 'totalSpent', 'money', false, breaks.money)] : []),
  ];
  const keys = scores.map(({ key }) => key);
  return [
    ...scores,
    oneColumn(
      spoken('scores', 'scoreSum', 'number'),
      [],
      async ({ columns, each }) => each((row) => keys.reduce((sum, key) => sum + columns.get(key)![row]!, 0)),
      { after: keys },
    ),
  ];
};
