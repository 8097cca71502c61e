import { type Progress, throwIfCancelled } from '../progress.ts';
import { minimiseBounded } from './minimise-bounded.ts';
import { momentsOf } from './moments.ts';

/** Beyond this either way the transform is a cliff rather than a curve, for values of size e − 1 and more. */
const mostLambda = 16;
const lambdaTolerance = 1e-8;

/** `log` is log(1 + |x|). */
const bend = (log: number, isNegative: boolean, lambda: number): number => {
  if (isNegative) return lambda === 2 ? -log : Math.expm1((2 - lambda) * log) / (lambda - 2);
  return lambda === 0 ? log : Math.expm1(lambda * log) / lambda;
};

/** Yeo & Johnson's power transform (2000, Biometrika 87(4), 954–959): a Box-Cox that takes 0 and negative numbers. */
export const yeoJohnson = (value: number, lambda: number): number =>
  bend(Math.log1p(Math.abs(value)), value < 0, lambda);

/** The value that `yeoJohnson` makes this of. */
export const undoYeoJohnson = (bent: number, lambda: number): number => {
  if (bent < 0) return lambda === 2 ? -Math.expm1(-bent) : -Math.expm1(Math.log1p((lambda - 2) * bent) / (2 - lambda));
  return lambda === 0 ? Math.expm1(bent) : Math.expm1(Math.log1p(lambda * bent) / lambda);
};

/**
 * The λ under which the transformed values are likeliest to be normal (profile likelihood, Yeo & Johnson 2000; maximised
 * by Brent's method to 1e-8), within ±16, or ±16 / log(1 + |x|) of the greatest x where that is more: small numbers take a
 * large λ to bend at all. `scratch` is overwritten; as long as `values`. O(n) for each of some 20 trials.
 * @throws AppError `cancelled`
 */
export const fitYeoJohnson = (values: Float64Array, scratch: Float64Array, progress: Progress): number => {
  const logs = values.map((value) => Math.log1p(Math.abs(value)));
  let signed = 0;
  let greatest = 0;
  for (let i = 0; i < logs.length; i += 1) {
    signed += values[i]! < 0 ? -logs[i]! : logs[i]!;
    greatest = Math.max(greatest, logs[i]!);
  }
  const bound = mostLambda * Math.max(1, greatest > 0 ? 1 / greatest : 1);
  const slope = signed / values.length;
  /** Negative mean log-likelihood, up to a constant. */
  const unlikelihood = (lambda: number): number => {
    throwIfCancelled(progress);
    for (let i = 0; i < logs.length; i += 1) scratch[i] = bend(logs[i]!, values[i]! < 0, lambda);
    const { deviation } = momentsOf(scratch);
    const found = Math.log(deviation) - (lambda - 1) * slope;
    return Number.isFinite(found) ? found : Number.POSITIVE_INFINITY;
  };
  return minimiseBounded(unlikelihood, -bound, bound, lambdaTolerance);
};
