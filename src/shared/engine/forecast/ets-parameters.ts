import type { EtsForm } from './ets-form.ts';
import type { EtsParameters, EtsSlopes, EtsState } from './ets-recursion.ts';

const least = 1e-4;
const most = 1 - 1e-4;
const dampedLeast = 0.8;
const dampedMost = 0.98;
const share = (x: number): number => 1 / (1 + Math.exp(-x));
/** Off the ends, where nothing has a slope any more. */
const within = (p: number): number => Math.max(0.01, Math.min(0.99, p));
const shareToLine = (p: number): number => Math.log(p / (1 - p));

/**
 * Places on an unbounded line for what is fitted: smoothing parameters within their usual region (0 < β < α < 1,
 * 0 < γ < 1 − α, 0.8 < φ < 0.98), then the state before the first value in units of `unit` off the start. The last
 * season follows from the others, which are normal: they add up to nothing, or to the number of seasons.
 */
export const etsCoordinates = (form: EtsForm, start: EtsState, unit: number) => {
  const hasTrend = form.trend !== 'N';
  const isDamped = form.trend === 'Ad';
  const m = start.seasons.length;
  const free = form.season === 'N' ? 0 : m - 1;
  const seasonUnit = form.season === 'M' ? 0.1 : unit;
  const seasons = start.seasons.slice();
  const at = {
    beta: 1,
    gamma: hasTrend ? 2 : 1,
    phi: 1 + (hasTrend ? 1 : 0) + (free > 0 ? 1 : 0),
    level: 1 + (hasTrend ? 1 : 0) + (free > 0 ? 1 : 0) + (isDamped ? 1 : 0),
  };
  const slopeAt = at.level + 1;
  const seasonsAt = slopeAt + (hasTrend ? 1 : 0);
  const count = seasonsAt + free;

  const parametersAt = (point: Float64Array): EtsParameters => {
    const alpha = least + (most - least) * share(point[0]!);
    let rest = form.season === 'M' ? m : 0;
    for (let i = 0; i < free; i += 1) {
      seasons[i] = start.seasons[i]! + seasonUnit * point[seasonsAt + i]!;
      rest -= seasons[i]!;
    }
    if (free > 0) seasons[m - 1] = rest;
    else seasons.fill(0);
    return {
      alpha,
      beta: hasTrend ? alpha * share(point[at.beta]!) : 0,
      gamma: free > 0 ? (1 - alpha) * share(point[at.gamma]!) : 0,
      phi: isDamped ? dampedLeast + (dampedMost - dampedLeast) * share(point[at.phi]!) : hasTrend ? 1 : 0,
      level: start.level + unit * point[at.level]!,
      slope: hasTrend ? start.slope + 0.1 * unit * point[slopeAt]! : 0,
      seasons,
    };
  };

  /** The gradient on the line, turned round to climb. */
  const climbing = (
    point: Float64Array,
    { alpha, beta, gamma, phi }: EtsParameters,
    by: EtsSlopes,
    into: Float64Array,
  ) => {
    const a = share(point[0]!);
    let byAlpha = by.alpha;
    if (hasTrend) {
      const b = beta / alpha;
      byAlpha += by.beta * b;
      into[at.beta] = -by.beta * alpha * b * (1 - b);
    }
    if (free > 0) {
      const g = gamma / (1 - alpha);
      byAlpha -= by.gamma * g;
      into[at.gamma] = -by.gamma * (1 - alpha) * g * (1 - g);
    }
    if (isDamped) {
      const p = (phi - dampedLeast) / (dampedMost - dampedLeast);
      into[at.phi] = -by.phi * (dampedMost - dampedLeast) * p * (1 - p);
    }
    into[0] = -byAlpha * (most - least) * a * (1 - a);
    into[at.level] = -by.level * unit;
    if (hasTrend) into[slopeAt] = -by.slope * 0.1 * unit;
    for (let i = 0; i < free; i += 1) into[seasonsAt + i] = -(by.seasons[i]! - by.seasons[m - 1]!) * seasonUnit;
  };

  const pointOf = (alpha: number, betaShare: number, gammaShare: number): Float64Array => {
    const point = new Float64Array(count);
    point[0] = shareToLine(alpha);
    if (hasTrend) point[at.beta] = shareToLine(betaShare);
    if (free > 0) point[at.gamma] = shareToLine(gammaShare);
    if (isDamped) point[at.phi] = 2;
    return point;
  };
  const pointNear = ({ alpha, beta, gamma, phi }: EtsParameters): Float64Array => {
    const point = pointOf(within((alpha - least) / (most - least)), within(beta / alpha), within(gamma / (1 - alpha)));
    if (isDamped) point[at.phi] = shareToLine(within((phi - dampedLeast) / (dampedMost - dampedLeast)));
    return point;
  };
  return { parametersAt, climbing, pointOf, pointNear };
};
