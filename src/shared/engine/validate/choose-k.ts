import { type Message, message } from '../../model/message.ts';
import type { IndexChoice, KScore } from '../../model/segmentation.ts';
import { bestByIndex } from './best-by-index.ts';

/** `serves`: a number that can be acted on; `silhouette`: that whose parts stand apart best. */
export type KRule = 'serves' | 'silhouette';

export interface KChosen {
  readonly k: number;
  /** The k with the best silhouette of all. */
  readonly statisticalK: number;
  readonly reason: Message;
  /** Why `statisticalK`, and how many of the other indices say the same; null where k was not to be chosen. */
  readonly statisticalReason: Message | null;
  readonly indices: readonly IndexChoice[];
}

/** The numbers of segments that are tried. */
export const sweep = { from: 2, to: 12 } as const;
/** Numbers of segments that a shop can treat differently. */
const servesFrom = 4;
const servesTo = 7;
/** A segment larger than this is everybody; one smaller than that is not worth a letter. */
const largestAllowed = 0.5;
const smallestAllowed = 0.03;
/** Silhouettes this close are as good as each other, and other starts would turn their order round. */
const nearTie = 0.03;
/** Among such, few enough to keep in mind and enough to treat differently. */
const handy = 5;

const standsApart = ({ silhouette }: KScore): number => silhouette ?? Number.NEGATIVE_INFINITY;

/** The best silhouette; of equal ones the fewer parts. */
const bestApart = (scores: readonly KScore[]): KScore =>
  scores.reduce((best, score) => (standsApart(score) > standsApart(best) ? score : best));

/** By how much, in shares of what is allowed, the largest segment is too large and the smallest too small. */
const uneven = ({ largestShare, smallestShare }: KScore): number =>
  Math.max(0, largestShare / largestAllowed - 1) + Math.max(0, 1 - smallestShare / smallestAllowed);

const chooseServing = (scores: readonly KScore[]): { chosen: KScore; even: boolean } => {
  const even = scores.filter((score) => uneven(score) === 0);
  if (even.length > 0) {
    const least = standsApart(bestApart(even)) - nearTie;
    const ties = even.filter((score) => standsApart(score) >= least);
    const chosen = ties.reduce((best, score) => (Math.abs(score.k - handy) <= Math.abs(best.k - handy) ? score : best));
    return { chosen, even: true };
  }
  return { chosen: scores.reduce((best, score) => (uneven(score) < uneven(best) ? score : best)), even: false };
};

const statisticalReason = (k: number, indices: readonly IndexChoice[]): Message => {
  const speaking = indices.filter((choice) => choice.k !== null);
  const agreeing = speaking.filter((choice) => choice.k === k);
  return message('segmentation.statistical', { k, agreeing: agreeing.length, of: speaking.length });
};

/** A number that was asked for, which then stands for the statistical optimum too. */
export const asAsked = (k: number): KChosen => ({
  k,
  statisticalK: k,
  reason: message('segmentation.reason.asked', { k }),
  statisticalReason: null,
  indices: [],
});

/**
 * Chooses among scored numbers of segments. `silhouette`: the best silhouette. `serves`: of 4 to 7 segments those
 * where none holds more than half or less than 3 % of the customers; of these the best silhouette, those within 0.03 of
 * it counting as tied and going to the number nearest 5, the larger of two; where every one breaks a bound, that which
 * breaks them least. Fewer different customers than 4 leave the choice to the silhouette.
 * @param scores rising in k; none where no two customers differ, and then k is 1
 */
export const chooseK = (scores: readonly KScore[], rule: KRule): KChosen => {
  const [first] = scores;
  if (first === undefined || scores.every(({ k }) => k < 2))
    return {
      k: 1,
      statisticalK: 1,
      reason: message('segmentation.reason.alike'),
      statisticalReason: null,
      indices: [],
    };
  const { k: statisticalK } = bestApart(scores);
  const indices = bestByIndex(scores);
  const found = { statisticalK, statisticalReason: statisticalReason(statisticalK, indices), indices };
  const serving = scores.filter(({ k }) => k >= servesFrom && k <= servesTo);
  if (rule === 'silhouette' || serving.length === 0) {
    const k = statisticalK;
    return { k, ...found, reason: message('segmentation.reason.silhouette', { k, statisticalK }) };
  }
  const { chosen, even } = chooseServing(serving);
  const { k, largestShare, smallestShare } = chosen;
  const values = { k, statisticalK, largestShare, smallestShare };
  return { k, ...found, reason: message(`segmentation.reason.${even ? 'serves' : 'uneven'}`, values) };
};
