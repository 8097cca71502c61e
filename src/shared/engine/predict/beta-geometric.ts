import { throwIfCancelled } from '../progress.ts';
import type { BuyingModel, History } from './buying-model.ts';
import { drawBeta, drawGamma, drawGeometric, drawPoisson } from './draw.ts';
import { logHypergeometric } from './hypergeometric.ts';
import { digamma, logGamma } from './log-gamma.ts';
import type { CountedHistories } from './purchase-histories.ts';

/**
 * Orders come at random with a rate that differs by a gamma distribution (r, α); after an order the customer is lost with
 * a probability that differs by a beta distribution (a, b). In the modified form a customer may be lost after the very
 * first order, too: one that never came again need not be alive for sure.
 *
 * Both are one model in which the chances to be lost are counted from `first`: the repeat orders, or one more.
 * Sources: Fader, Hardie & Lee (2005), “Counting Your Customers” the Easy Way, Marketing Science 24(2), equations 6, 8, 10;
 * Batislam, Denizel & Filiztekin (2007), International Journal of Research in Marketing 24(3).
 */
const betaGeometric = (first: 0 | 1): BuyingModel => ({
  parameterNames: ['r', 'alpha', 'a', 'b'],
  timeParameters: [1],
  starts: [
    [0.3, 1, 0.8, 2.5],
    [1, 2, 0.5, 3],
    [0.15, 0.3, 1.5, 3],
    [3, 3, 0.2, 5],
    [0.5, 5, 0.1, 0.5],
  ],

  logLikelihood(parameters, histories: CountedHistories, gradient, progress) {
    const [r, alpha, a, b] = parameters as unknown as [number, number, number, number];
    const { coded, customers } = histories;
    const [logAlpha, fromR, logA] = [Math.log(alpha), logGamma(r), Math.log(a)];
    const fromBeta = logGamma(a + b) - logGamma(b);
    const [psiR, psiB, psiBoth] = [digamma(r), digamma(b), digamma(a + b)];
    const { values: frequencies, codes: frequencyOf } = coded.frequency;
    const { codes: recencyOf } = coded.recency;
    const { codes: observedOf } = coded.observed;
    // What depends on one number of a history alone.
    const orders = frequencies.map(
      (x) => logGamma(r + x) - fromR + r * logAlpha + fromBeta + logGamma(b + x + first) - logGamma(a + b + x + first),
    );
    const byR = frequencies.map((x) => digamma(r + x) - psiR + logAlpha);
    const byA = frequencies.map((x) => psiBoth - digamma(a + b + x + first));
    const byB = frequencies.map((x) => digamma(b + x + first) - psiB);
    const below = frequencies.map((x) => (x + first > 0 ? 1 / (b + x + first - 1) : 0));
    const logLeaving = frequencies.map((x) => (x + first > 0 ? logA - Math.log(b + x + first - 1) : -Infinity));
    const logSeen = coded.observed.values.map((time) => Math.log(alpha + time));
    const perSeen = coded.observed.values.map((time) => 1 / (alpha + time));
    const logLast = coded.recency.values.map((time) => Math.log(alpha + time));
    const perLast = coded.recency.values.map((time) => 1 / (alpha + time));
    let sum = 0;
    let sumR = 0;
    let sumAlpha = 0;
    let sumA = 0;
    let sumB = 0;
    for (let i = 0; i < customers.length; i += 1) {
      if ((i & 4095) === 0) throwIfCancelled(progress);
      const x = frequencyOf[i]!;
      const seen = observedOf[i]!;
      const last = recencyOf[i]!;
      const times = r + frequencies[x]!;
      const stays = -times * logSeen[seen]!;
      const leaves = logLeaving[x]! - times * logLast[last]!;
      const odds = Math.exp(leaves - stays);
      // The chance to be gone overflows for good customers who are gone for long: then it is one.
      const lost = odds === Infinity ? 1 : odds / (1 + odds);
      const together = odds === Infinity ? leaves : stays + Math.log1p(odds);
      const kept = 1 - lost;
      const count = customers[i]!;
      sum += count * (orders[x]! + together);
      sumR += count * (byR[x]! - kept * logSeen[seen]! - lost * logLast[last]!);
      sumAlpha += count * (r / alpha - times * (kept * perSeen[seen]! + lost * perLast[last]!));
      sumA += count * (byA[x]! + lost / a);
      sumB += count * (byA[x]! + byB[x]! - lost * below[x]!);
    }
    gradient.set([sumR, sumAlpha, sumA, sumB]);
    return sum;
  },

  alive(parameters, { frequency: x, recency, observed }: History) {
    const [r, alpha, a, b] = parameters as unknown as [number, number, number, number];
    const chances = x + first;
    if (chances === 0) return 1;
    return 1 / (1 + (a / (b + chances - 1)) * ((alpha + observed) / (alpha + recency)) ** (r + x));
  },

  aliveOfAll(parameters, { frequency, recency, observed }) {
    const [r, alpha, a, b] = parameters as unknown as [number, number, number, number];
    const powers = frequency.values.map((x) => r + x);
    const odds = frequency.values.map((x) => (x + first === 0 ? 0 : a / (b + x + first - 1)));
    const logSeen = observed.values.map((time) => Math.log(alpha + time));
    const logLast = recency.values.map((time) => Math.log(alpha + time));
    const alive = new Float64Array(frequency.codes.length);
    for (let i = 0; i < alive.length; i += 1) {
      const x = frequency.codes[i]!;
      const longer = logSeen[observed.codes[i]!]! - logLast[recency.codes[i]!]!;
      alive[i] = 1 / (1 + odds[x]! * Math.exp(powers[x]! * longer));
    }
    return alive;
  },

  rateLater(parameters, x, observed) {
    const [r, alpha, a, b] = parameters as unknown as [number, number, number, number];
    // Of a customer who is alive: the rate is gamma (r + x, α + T), the chance to be lost beta (a, b + chances). The mean of
    // λ e^(−λ p τ) over both has no term that cancels another.
    const [orders, time, staying] = [r + x, alpha + observed, b + x + first];
    return (later) => {
      const share = later / (time + later);
      return Math.exp(
        Math.log(orders / time) +
          (orders + 1) * Math.log1p(-share) +
          logHypergeometric(orders + 1, staying, a + staying, share),
      );
    };
  },

  ordersAtAll(parameters, x, observed, horizon) {
    const [r, alpha] = parameters as unknown as [number, number];
    // Who is alive is lost after an order only, so that the next one comes for sure.
    return -Math.expm1(-(r + x) * Math.log1p(horizon / (alpha + observed)));
  },

  drawLater(parameters, x, observed, horizon, random) {
    const [r, alpha, a, b] = parameters as unknown as [number, number, number, number];
    const rate = drawGamma(random, r + x) / (alpha + observed);
    const leaving = drawBeta(random, a, b + x + first);
    return Math.min(drawPoisson(random, rate * horizon), drawGeometric(random, leaving));
  },

  timeScale: (parameters, observed) => parameters[1]! + observed,
});

/** BG/NBD: a customer can be lost after each repeat order. */
export const bgNbd: BuyingModel = betaGeometric(0);

/** MBG/NBD: a customer can be lost after the first order, too. */
export const mbgNbd: BuyingModel = betaGeometric(1);
