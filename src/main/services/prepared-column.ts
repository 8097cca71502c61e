import { applyPreparation } from '../../shared/engine/prepare/apply-preparation.ts';
import type { Preparation } from '../../shared/model/preparation.ts';

/**
 * What a segmentation did to one feature, done again from its stored numbers. Zero where the feature was left out.
 * O(rows).
 */
export const preparedColumn = (raw: Float64Array, preparation: Preparation): Float64Array =>
  raw.map((value) => applyPreparation(preparation, value));
