/**
 * Pairs blocks as players meet in a tournament, so that nobody plays twice in a round and everybody meets everybody
 * once (the circle method; Kirkman 1847): pairs of one round can be worked on at once, each writing to its own blocks.
 */
export interface Tournament {
  /** Even. */
  readonly players: number;
  readonly rounds: number;
  readonly pairsPerRound: number;
}

/** For at least that many players. */
export const tournamentOf = (atLeast: number): Tournament => {
  const players = Math.max(2, atLeast + (atLeast % 2));
  return { players, rounds: players - 1, pairsPerRound: players / 2 };
};

/** The two who meet, the lower first. */
export const pairOf = (players: number, round: number, index: number): readonly [number, number] => {
  const circle = players - 1;
  const one = index === 0 ? circle : (round + index) % circle;
  const other = (round - index + circle) % circle;
  return one < other ? [one, other] : [other, one];
};
