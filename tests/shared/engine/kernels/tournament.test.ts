import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pairOf, tournamentOf } from '../../../../src/shared/engine/kernels/tournament.ts';

it('lets everybody meet everybody once, and nobody twice in a round', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 41 }), (atLeast) => {
      const { players, rounds, pairsPerRound } = tournamentOf(atLeast);
      expect(players).toBeGreaterThanOrEqual(atLeast);
      const met = new Set<number>();
      for (let round = 0; round < rounds; round += 1) {
        const playing = Array.from({ length: pairsPerRound }, (_, i) => pairOf(players, round, i));
        expect(new Set(playing.flat()).size).toBe(players);
        for (const [one, other] of playing) {
          expect(one).toBeLessThan(other);
          met.add(one * players + other);
        }
      }
      expect(met.size).toBe((players * (players - 1)) / 2);
    }),
  );
});
