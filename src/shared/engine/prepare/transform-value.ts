import type { Preparation } from '../../model/preparation.ts';
import { undoYeoJohnson, yeoJohnson } from './yeo-johnson.ts';

type Transformed = Pick<Preparation, 'transform' | 'lambda'>;

/** Negative numbers, which a log was never fitted to, are mirrored, so that a new row stays a number. */
const log = (value: number): number => (value < 0 ? -Math.log1p(-value) : Math.log1p(value));

/** A feature's transform of one value. */
export const transformValue = (value: number, { transform, lambda }: Transformed): number => {
  if (transform === 'log1p') return log(value);
  return transform === 'yeoJohnson' ? yeoJohnson(value, lambda ?? 1) : value;
};

/** The value in the feature's own unit that the transform makes this of. */
export const untransformValue = (value: number, { transform, lambda }: Transformed): number => {
  if (transform === 'log1p') return value < 0 ? -Math.expm1(-value) : Math.expm1(value);
  return transform === 'yeoJohnson' ? undoYeoJohnson(value, lambda ?? 1) : value;
};
