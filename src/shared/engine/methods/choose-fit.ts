import { message } from '../../model/message.ts';
import type { KChoice, KScore } from '../../model/segmentation.ts';
import { asAsked, chooseK, type KChosen, type KRule } from '../validate/choose-k.ts';
import type { MatrixMethod, MethodFit } from './method-fit.ts';

/** A method that finds its number itself, whatever is asked. */
const findsItself = (method: MatrixMethod): boolean => method === 'hdbscan';

export interface ChooseFitInput {
  readonly method: MatrixMethod;
  readonly asked: KChoice;
  /** By which numbers are compared where the method has no criterion of its own. */
  readonly rule: KRule;
}

export interface ChosenFit {
  /** Which of the fits. */
  readonly at: number;
  /** What is said of it; one part at least. */
  readonly chosen: KChosen;
}

const choose = (
  { method, asked, rule }: ChooseFitInput,
  fits: readonly MethodFit[],
  scores: readonly KScore[],
): KChosen => {
  if (findsItself(method)) {
    const { k } = fits[0]!;
    const reason = k === 0 ? message('segmentation.reason.nowhere') : message('segmentation.reason.itself', { k });
    return { ...asAsked(Math.max(1, k)), reason };
  }
  if (asked !== 'auto') return asAsked(asked);
  const chosen = chooseK(scores, rule);
  if (chosen.k < 2 || fits.some(({ criterion }) => criterion === null)) return chosen;
  const { k } = fits.reduce((best, fit) => (fit.criterion! < best.criterion! ? fit : best));
  return { ...chosen, k, reason: message('segmentation.reason.likelihood', { k }) };
};

/**
 * Chooses among the numbers of parts that a method made: the one that was asked for, else that with the least of the
 * method's own criterion (BIC of a Gaussian mixture), else by the rule.
 * @param fits what `fitMethod` gave; a density method makes one, of 0 parts where nobody crowds
 * @param scores one for each fit; not looked at where a number was asked for, or the method finds it
 */
export const chooseFit = (input: ChooseFitInput, fits: readonly MethodFit[], scores: readonly KScore[]): ChosenFit => {
  const chosen = choose(input, fits, scores);
  return { at: fits.length === 1 ? 0 : fits.findIndex(({ k }) => k === chosen.k), chosen };
};
