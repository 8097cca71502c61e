import { type Arena, arenaBytes, withArena } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import { tournamentOf } from '../kernels/tournament.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part } from '../progress.ts';
import { rowMajor } from '../rows.ts';
import type { MatrixLinkage } from './linkage.ts';
import { foundBytes } from './linkage-pieces.ts';
import { blockRows, kindOf, type Members, placeByBlocks } from './linkage-places.ts';
import { type Branches, closeSlots, followChain, fullSlots, type Ground } from './nearest-chain.ts';

/** Slots of a piece, where there are enough for the crew to be worth waking; a multiple of 4. */
const pieceSlots = 2048;
const crewFrom = 8192;
/** With so few branches, or one so large, the distances of all pairs of branches are the shorter way. */
export const branchesFrom = 1500;
const largestBranch = 1000;
/** So are they once looking at rows takes more than this many pairs of them for each branch and merge. */
const pairsPerBranch = 3;
const mergesPerLook = 128;
/** Of the coordinates' size: more than rounding adds to a centre. */
const rounding = 1e-12;
/** Numbers left free between columns: a power of two from one to the next, they would fight for the same cache lines. */
const apart = 40;

const fours = (count: number): number => Math.ceil(count / 4) * 4;

const placeAll = (arena: Arena, rows: number, columns: number, blocks: number) => ({
  blocked: arena.f64(blocks * blockRows * columns),
  points: arena.f64(rows * columns),
  centres: arena.f64((fours(rows) + apart) * columns),
  centre: arena.f64(columns),
  nn: arena.f64(fours(rows)),
  nd: arena.f64(fours(rows)),
  spreads: arena.f64(fours(rows)),
  bounds: arena.f64(fours(rows)),
  sizes: arena.f64(rows),
  weights: arena.f64(rows),
  head: arena.i32(rows),
  next: arena.i32(rows),
  found: arena.f64((Math.ceil(rows / pieceSlots) * foundBytes) / 8),
});
type Places = ReturnType<typeof placeAll>;

const bytesOf = (rows: number, columns: number, blocks: number): number =>
  arenaBytes(
    ...[blocks * blockRows * columns, rows * columns, (fours(rows) + apart) * columns, columns].map((n) => n * 8),
    ...Array.from({ length: 4 }, () => fours(rows) * 8),
    ...[rows * 8, rows * 8, rows * 4, rows * 4],
    Math.ceil(rows / pieceSlots) * foundBytes,
  );

/** The nearest row to each. */
const findNearest = (machine: Machine, arena: Arena, places: Places, matrix: Matrix, progress: Progress): void => {
  const { rows, columns } = matrix;
  const { blocked, nn, nd } = places;
  placeByBlocks(matrix, blocked.view);
  const filled = Math.ceil(rows / blockRows);
  const { players, rounds, pairsPerRound } = tournamentOf(filled);
  const kernel = [blocked.at, columns, rows, blockRows, 0, nn.at, nd.at];
  machine.run('distancesPiece', arena.memory, filled, [players, -1, ...kernel], progress);
  for (let round = 0; round < rounds; round += 1) {
    machine.run('distancesPiece', arena.memory, pairsPerRound, [players, round, ...kernel], progress);
    progress.report((round + 1) / rounds);
  }
};

/** Fills up to a multiple of 4 with empty slots. */
const fillUp = ({ spreads, nn }: Places, count: number): void => {
  for (let slot = count; slot < fours(count); slot += 1) {
    spreads.view[slot] = Number.POSITIVE_INFINITY;
    nn.view[slot] = -1;
  }
};

const start = ({ rows, columns, data }: Matrix, places: Places, members: Members): void => {
  const { points, centres, nn, nd, spreads, sizes, weights, head, next } = places;
  const step = fours(rows) + apart;
  points.view.set(members.points);
  centres.view.fill(0);
  for (let j = 0; j < columns; j += 1) centres.view.set(data.subarray(j * rows, (j + 1) * rows), j * step);
  nn.view.fill(Number.POSITIVE_INFINITY);
  nd.view.fill(Number.POSITIVE_INFINITY);
  spreads.view.fill(0);
  sizes.view.fill(1);
  weights.view.fill(1);
  head.view.set(members.head);
  next.view.fill(-1);
  fillUp(places, rows);
};

interface Work {
  readonly machine: Machine;
  readonly arena: Arena;
  readonly places: Places;
  readonly matrix: Matrix;
  readonly linkage: MatrixLinkage;
  readonly branches: Branches;
  readonly members: Members;
}

/** What is near, by bounds first. `pairs` counts the pairs of rows that were looked at. */
const groundOf = (work: Work, progress: Progress): { ground: Ground; spent: { pairs: number } } => {
  const { machine, arena, places, matrix, linkage, branches, members } = work;
  const { points, centres, centre, nn, nd, spreads, bounds, sizes, weights, head, next, found } = places;
  const { rows, columns, data } = matrix;
  const step = fours(rows) + apart;
  const kind = kindOf(linkage);
  let most = 0;
  for (let i = 0; i < data.length; i += 1) most = Math.max(most, Math.abs(data[i]!));
  const slack = most * Math.sqrt(columns) * rounding;
  const kernels = machine.kernels('branches', arena.memory);
  const spent = { pairs: 0 };

  const look = (slot: number): void => {
    for (let j = 0; j < columns; j += 1) centre.view[j] = centres.view[j * step + slot]!;
    const spread = spreads.view[slot]!;
    // Not its own neighbour.
    spreads.view[slot] = Number.POSITIVE_INFINITY;
    const count = fours(branches.count);
    const numbers = [centres.at, columns, step * 8, centre.at, spread, spreads.at, bounds.at];
    let pieces = 1;
    if (count < crewFrom) kernels.boundSlots!(...numbers, 0, count, found.at);
    else {
      pieces = Math.ceil(count / pieceSlots);
      machine.run('boundSlotsPiece', arena.memory, pieces, [count, pieceSlots, found.at, ...numbers], progress);
    }
    spreads.view[slot] = spread;
    let least = Number.POSITIVE_INFINITY;
    let guess = -1;
    for (let piece = 0; piece < pieces; piece += 1)
      if (found.view[piece * 2]! < least) {
        least = found.view[piece * 2]!;
        guess = found.view[piece * 2 + 1]!;
      }
    spent.pairs += kernels.nearestBranch!(
      ...[points.at, columns, head.at, next.at, weights.at, sizes.at, kind],
      ...[bounds.at, slack, branches.count, slot, guess, nn.at, nd.at],
    );
  };

  const join = (low: number, high: number): void => {
    const one = sizes.view[low]!;
    const other = sizes.view[high]!;
    const share = linkage === 'weighted' ? 0.5 : other / (one + other);
    let square = 0;
    for (let j = 0; j < columns; j += 1) {
      const at = j * step;
      const difference = centres.view[at + high]! - centres.view[at + low]!;
      square += difference * difference;
      centres.view[at + high] = centres.view[at + low]! + difference * share;
    }
    if (linkage === 'complete')
      spreads.view[high] =
        spreads.view[low]! * (1 - share) + spreads.view[high]! * share + share * (1 - share) * square;
    spreads.view[low] = Number.POSITIVE_INFINITY;
    if (linkage === 'weighted')
      for (const slot of [low, high])
        for (let row = head.view[slot]!; row >= 0; row = next.view[row]!) weights.view[row]! *= 0.5;
    next.view[members.tail[low]!] = head.view[high]!;
    head.view[high] = head.view[low]!;
    sizes.view[high] = one + other;
    kernels.forgetPair!(nn.at, nd.at, fours(branches.count), low, high);
    nd.view[high] = -1;
  };
  return { ground: { nn: nn.view, nd: nd.view, look, join }, spent };
};

/** Closes up to the slots that are not empty. */
const close = ({ places, matrix, branches, members }: Work): void => {
  const { centres, nn, nd, spreads, sizes, head } = places;
  const step = fours(matrix.rows) + apart;
  const full = fullSlots(branches);
  for (let j = 0; j < matrix.columns; j += 1) {
    const column = centres.view.subarray(j * step, j * step + branches.count);
    for (let i = 0; i < full.length; i += 1) column[i] = column[full[i]!]!;
  }
  for (let i = 0; i < full.length; i += 1) {
    const slot = full[i]!;
    spreads.view[i] = spreads.view[slot]!;
    sizes.view[i] = sizes.view[slot]!;
    head.view[i] = head.view[slot]!;
    members.tail[i] = members.tail[slot]!;
  }
  closeSlots(branches, full, nn.view, nd.view);
  fillUp(places, branches.count);
};

/**
 * The first merges of an average, complete or weighted tree, without the distances of all pairs of rows: two branches
 * are at least as far apart as their centres (by Jensen's inequality; for complete linkage their spreads come on top),
 * so the rows of a few have to be looked at. It leaves off where all pairs of branches are the shorter way, and gives
 * what each branch holds. Null where the machine has not the memory. O(rows × columns) memory.
 * @throws AppError `cancelled`
 */
export const linkByBounds = (
  machine: Machine,
  matrix: Matrix,
  linkage: MatrixLinkage,
  branches: Branches,
  progress: Progress,
): (Members & Pick<Ground, 'nn' | 'nd'>) | null => {
  const { rows, columns } = matrix;
  const { players: blocks } = tournamentOf(Math.ceil(rows / blockRows));
  return withArena(machine, bytesOf(rows, columns, blocks), (arena) => {
    const places = placeAll(arena, rows, columns, blocks);
    const rowNumbers = Int32Array.from({ length: rows }, (_, row) => row);
    const members = { points: rowMajor(matrix), head: rowNumbers, tail: rowNumbers.slice() };
    const all = { ...members, next: new Int32Array(0), weights: new Float64Array(0) };
    start(matrix, places, all);
    findNearest(machine, arena, places, matrix, part(progress, 0, 0.3));
    const work: Work = { machine, arena, places, matrix, linkage, branches, members: all };
    const { ground, spent } = groundOf(work, progress);
    let lookedAt = 0;
    const isOver = (): boolean => {
      const { count, empty, made, sizes, chain } = branches;
      if (empty * 8 > count) close(work);
      const left = branches.count - branches.empty;
      const tip = chain[chain.length - 1];
      if (left <= branchesFrom || (tip === undefined && sizes[count - 1]! > largestBranch)) return true;
      if (made - lookedAt < mergesPerLook) return false;
      lookedAt = made;
      const isDear = spent.pairs > mergesPerLook * left * pairsPerBranch;
      spent.pairs = 0;
      return isDear || branches.sizes.some((size) => size > largestBranch);
    };
    followChain(branches, ground, isOver, part(progress, 0.3, 1));
    close(work);
    const { count } = branches;
    return {
      points: members.points,
      head: places.head.view.slice(0, count),
      tail: all.tail.slice(0, count),
      next: places.next.view.slice(),
      weights: places.weights.view.slice(),
      nn: places.nn.view.slice(0, count),
      nd: places.nd.view.slice(0, count),
    };
  });
};
