import { throwIfCancelled } from '../progress.ts';
import type { BuyingModel, History } from './buying-model.ts';
import { drawGamma, drawPoisson } from './draw.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { digamma, logGamma } from './log-gamma.ts';

type Parameters = [r: number, alpha: number, s: number, beta: number];

const rule = gaussLegendre(32);
/** What is smaller than the largest by more than e to this is no part of a sum. */
const negligible = 46;

interface LostWhen {
  /** ln ∫ (α+τ)^−(r+x) (β+τ)^−(s+1) dτ from the last order to the end of the observation; −∞ where they are the same. */
  logIntegral: number;
  /** Means over that integral, of ln(α+τ), 1/(α+τ), ln(β+τ), 1/(β+τ). */
  logAlpha: number;
  perAlpha: number;
  logBeta: number;
  perBeta: number;
}

/**
 * Over all moments at which the customer may have been lost. By logarithms of the time the integrand bends little, so
 * that Gauss' rule is exact to some 1e-13; where it fades before the end, only as far as it counts. Nothing is subtracted,
 * so that nothing cancels (the usual form is a difference of two hypergeometric functions).
 */
const lostWhen = (parameters: Float64Array, x: number, recency: number, observed: number, into: LostWhen): void => {
  const r = parameters[0]!;
  const alpha = parameters[1]!;
  const s = parameters[2]!;
  const beta = parameters[3]!;
  into.logIntegral = -Infinity;
  into.logAlpha = 0;
  into.perAlpha = 0;
  into.logBeta = 0;
  into.perBeta = 0;
  if (observed <= recency) return;
  const offset = Math.min(alpha, beta);
  const start = offset + recency;
  const fading = ((r + x) * start) / (alpha + recency) + ((s + 1) * start) / (beta + recency) - 1;
  const range = Math.log((offset + observed) / start);
  const length = fading > 0 ? Math.min(range, negligible / fading) : range;
  const base = -(r + x) * Math.log(alpha + recency) - (s + 1) * Math.log(beta + recency) + Math.log(start);
  const logStart = Math.log(start);
  let sum = 0;
  let logAlpha = 0;
  let perAlpha = 0;
  let logBeta = 0;
  let perBeta = 0;
  for (let i = 0; i < rule.nodes.length; i += 1) {
    const v = length * rule.nodes[i]!;
    const time = start * Math.expm1(v) + recency;
    const lnA = Math.log(alpha + time);
    const lnB = Math.log(beta + time);
    const weight = rule.weights[i]! * Math.exp(v + logStart - (r + x) * lnA - (s + 1) * lnB - base);
    sum += weight;
    logAlpha += weight * lnA;
    perAlpha += weight / (alpha + time);
    logBeta += weight * lnB;
    perBeta += weight / (beta + time);
  }
  into.logIntegral = base + Math.log(sum * length);
  into.logAlpha = logAlpha / sum;
  into.perAlpha = perAlpha / sum;
  into.logBeta = logBeta / sum;
  into.perBeta = perBeta / sum;
};

const nothing = (): LostWhen => ({ logIntegral: -Infinity, logAlpha: 0, perAlpha: 0, logBeta: 0, perBeta: 0 });

/**
 * Orders come at random with a rate that differs by a gamma distribution (r, α); a customer is lost at any moment, with a
 * rate that differs by another (s, β).
 * Sources: Schmittlein, Morrison & Colombo (1987), Management Science 33(1); Fader & Hardie (2005), A Note on Deriving the
 * Pareto/NBD Model and Related Expressions.
 */
export const paretoNbd: BuyingModel = {
  parameterNames: ['r', 'alpha', 's', 'beta'],
  timeParameters: [1, 3],
  starts: [
    [0.5, 2.5, 0.6, 3],
    [1, 2, 1, 10],
    [0.2, 0.5, 0.4, 1],
    [2, 3, 0.5, 5],
  ],

  logLikelihood(parameters, { frequency, recency, observed, customers }, gradient, progress) {
    const [r, alpha, s, beta] = parameters as unknown as Parameters;
    const fromR = logGamma(r);
    const psiR = digamma(r);
    const [lnAlpha, lnBeta, lnS] = [Math.log(alpha), Math.log(beta), Math.log(s)];
    const lost = nothing();
    let [sum, sumR, sumAlpha, sumS, sumBeta] = [0, 0, 0, 0, 0];
    for (let i = 0; i < frequency.length; i += 1) {
      if ((i & 4095) === 0) throwIfCancelled(progress);
      const [x, end] = [frequency[i]!, observed[i]!];
      lostWhen(parameters, x, recency[i]!, end, lost);
      const [seenA, seenB] = [Math.log(alpha + end), Math.log(beta + end)];
      const stays = -(r + x) * seenA - s * seenB;
      const leaves = lnS + lost.logIntegral;
      const together = Math.max(stays, leaves) + Math.log1p(Math.exp(-Math.abs(stays - leaves)));
      const gone = Math.exp(leaves - together);
      const kept = 1 - gone;
      const count = customers[i]!;
      sum += count * (logGamma(r + x) - fromR + r * lnAlpha + s * lnBeta + together);
      sumR += count * (digamma(r + x) - psiR + lnAlpha - kept * seenA - gone * lost.logAlpha);
      sumAlpha += count * (r / alpha - (r + x) * (kept / (alpha + end) + gone * lost.perAlpha));
      sumS += count * (lnBeta + gone / s - kept * seenB - gone * lost.logBeta);
      sumBeta += count * (s / beta - (kept * s) / (beta + end) - gone * (s + 1) * lost.perBeta);
    }
    gradient.set([sumR, sumAlpha, sumS, sumBeta]);
    return sum;
  },

  alive(parameters, { frequency: x, recency, observed }: History) {
    const [r, alpha, s, beta] = parameters as unknown as Parameters;
    const lost = nothing();
    lostWhen(parameters, x, recency, observed, lost);
    const stays = -(r + x) * Math.log(alpha + observed) - s * Math.log(beta + observed);
    return 1 / (1 + Math.exp(Math.log(s) + lost.logIntegral - stays));
  },

  rateLater(parameters, x, observed) {
    const [r, alpha, s, beta] = parameters as unknown as Parameters;
    return (later) => ((r + x) / (alpha + observed)) * ((beta + observed) / (beta + observed + later)) ** s;
  },

  ordersAtAll(parameters, x, observed, horizon) {
    const [r, alpha, s, beta] = parameters as unknown as Parameters;
    const [time, life] = [alpha + observed, beta + observed];
    // Over all moments at which the next order may come, before the customer is lost.
    const length = Math.log1p(horizon / time);
    let sum = 0;
    for (let i = 0; i < rule.nodes.length; i += 1) {
      const v = length * rule.nodes[i]!;
      const later = time * Math.expm1(v);
      sum += rule.weights[i]! * (r + x) * Math.exp(-(r + x) * v - s * Math.log1p(later / life));
    }
    return sum * length;
  },

  drawLater(parameters, x, observed, horizon, random) {
    const [r, alpha, s, beta] = parameters as unknown as Parameters;
    const rate = drawGamma(random, r + x) / (alpha + observed);
    const leaving = drawGamma(random, s) / (beta + observed);
    const lifetime = -Math.log(1 - random()) / leaving;
    return drawPoisson(random, rate * Math.min(horizon, lifetime));
  },

  timeScale: (parameters, observed) => parameters[3]! + observed,
};
