import { describe, expect, it } from 'vitest';
import { classicalSeasons, isSeasonal } from '../../../../src/shared/engine/forecast/classical-seasons.ts';
import { shrinkSeasons } from '../../../../src/shared/engine/forecast/shrunk-seasons.ts';
import { theta } from '../../../../src/shared/engine/forecast/theta.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { airPassengers, nile, ukGas } from '../../../support/known-series.ts';

/** `decompose(AirPassengers, …)$figure` of R 4.2.2. */
const times = [
  0.9102304, 0.8836253, 1.007366, 0.975906, 0.981378, 1.112776, 1.226556, 1.219911, 1.060492, 0.9217572, 0.8011781,
  0.8988244,
];
const added = [
  -24.74874, -36.18813, -2.241162, -8.036616, -4.506313, 35.40278, 63.83081, 62.82323, 16.5202, -20.64268, -53.59343,
  -28.61995,
];

/** `thetaf` of R's package forecast 8.20, six steps ahead. */
const thetaOfR = [
  [
    'airline passengers',
    airPassengers,
    12,
    [440.0781911, 428.3842806, 489.7070987, 475.7046277, 479.6703887, 545.3662722],
  ],
  ['the Nile', nile, 1, [799.8119962, 798.4548435, 797.0976908, 795.7405381, 794.3833854, 793.0262326]],
  ['gas', ukGas, 4, [999.7439171, 660.097642, 387.1894672, 718.360743, 1016.0763726, 670.8375553]],
] as const;

describe('seasons', () => {
  it('are those of classical decomposition', () => {
    for (const [kind, known] of [
      ['M', times],
      ['A', added],
    ] as const)
      for (const [i, season] of classicalSeasons(airPassengers, 12, kind)!.entries())
        expect(Math.abs(season / known[i]! - 1)).toBeLessThan(1e-6);
  });

  it('are tested for', () => {
    expect(isSeasonal(airPassengers, 12)).toBe(true);
    const random = createRandom(3);
    expect(isSeasonal(Float64Array.from({ length: 80 }, random), 4)).toBe(false);
    expect(isSeasonal(airPassengers.subarray(0, 24), 12)).toBe(false);
  });

  it('of noise are shrunk to almost nothing, true ones kept', () => {
    const random = createRandom(3);
    const noise = Float64Array.from({ length: 80 }, () => 100 + random());
    const spreadOf = (values: Float64Array) => Math.max(...values) - Math.min(...values);
    const left = (values: Float64Array, level: number) =>
      spreadOf(shrinkSeasons(values, 4).putBack(new Float64Array(4).fill(level)));
    expect(left(noise, Math.log(100))).toBeLessThan(0.15);
    const seasonal = noise.map((value, t) => value + [0, 20, 0, -20][t % 4]!);
    expect(left(seasonal, Math.log(100))).toBeGreaterThan(37);
  });
});

describe('theta', () => {
  it.each(thetaOfR)('forecasts %s as R does', (_, values, period, known) => {
    for (const [h, value] of theta(values, period, 6).entries())
      expect(Math.abs(value / known[h]! - 1)).toBeLessThan(5e-4);
  });
});
