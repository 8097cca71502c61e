import { type Arena, arenaBytes, withArena } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import { tournamentOf } from '../kernels/tournament.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { type MatrixLinkage, shareOf } from './linkage.ts';
import { foundBytes, linkedRows } from './linkage-pieces.ts';
import { blockRows, kindOf, type Members, placeByBlocks } from './linkage-places.ts';
import { type Branches, closeSlots, followChain, fullSlots, type Ground } from './nearest-chain.ts';

/** Slots of a piece, where there are enough for the crew to be worth waking. */
const pieceSlots = 2048;
const crewFrom = 4096;
/** Rows of the triangle that are moved between two looks at the cancel flag. */
const movedAtOnce = 1024;

const placeAll = (arena: Arena, count: number) => ({
  nn: arena.f64(count),
  nd: arena.f64(count),
  gone: arena.f64(count),
  left: arena.i32(count),
  found: arena.f64((Math.ceil(count / pieceSlots) * foundBytes) / 8),
  triangle: arena.f64((count * (count - 1)) / 2),
});
type Places = ReturnType<typeof placeAll>;

const bytesOf = (count: number, ...more: readonly number[]): number =>
  arenaBytes(
    ...[count * 8, count * 8, count * 8, count * 4, Math.ceil(count / pieceSlots) * foundBytes],
    ...[count * (count - 1) * 4, ...more],
  );

/** Distances of all rows, with the nearest to each. */
const fillByRows = (machine: Machine, arena: Arena, places: Places, matrix: Matrix, progress: Progress): void => {
  const { rows, columns } = matrix;
  const { nn, nd, triangle } = places;
  const filled = Math.ceil(rows / blockRows);
  const { players, rounds, pairsPerRound } = tournamentOf(filled);
  const points = arena.f64(players * blockRows * columns);
  placeByBlocks(matrix, points.view);
  nn.view.fill(Number.POSITIVE_INFINITY);
  nd.view.fill(Number.POSITIVE_INFINITY);
  const kernel = [points.at, columns, rows, blockRows, triangle.at, nn.at, nd.at];
  machine.run('distancesPiece', arena.memory, filled, [players, -1, ...kernel], progress);
  for (let round = 0; round < rounds; round += 1) {
    machine.run('distancesPiece', arena.memory, pairsPerRound, [players, round, ...kernel], progress);
    progress.report((round + 1) / rounds);
  }
};

/** Distances of all branches, from all pairs of the rows they hold. */
const fillByMembers = (
  machine: Machine,
  arena: Arena,
  places: Places,
  { count, sizes }: Branches,
  members: Members,
  [kind, columns]: readonly [number, number],
  progress: Progress,
): void => {
  const points = arena.f64(members.points.length);
  const head = arena.i32(count);
  const next = arena.i32(members.next.length);
  const weights = arena.f64(members.weights.length);
  const sizesPlaced = arena.f64(count);
  points.view.set(members.points);
  head.view.set(members.head);
  next.view.set(members.next);
  weights.view.set(members.weights);
  sizesPlaced.view.set(sizes.subarray(0, count));
  const kernel = [points.at, columns, head.at, next.at, weights.at, sizesPlaced.at, kind, places.triangle.at];
  machine.run('linkRowsPiece', arena.memory, Math.ceil(count / linkedRows), [count, ...kernel], progress);
};

/** Closes up to the slots that are not empty. */
const close = (machine: Machine, arena: Arena, places: Places, branches: Branches, progress: Progress): void => {
  const { nn, nd, gone, left, triangle } = places;
  const full = fullSlots(branches);
  left.view.set(full);
  const kernels = machine.kernels('linkage', arena.memory);
  for (let row = 0; row < full.length; row += movedAtOnce) {
    throwIfCancelled(progress);
    kernels.closeRows!(triangle.at, left.at, row, Math.min(full.length, row + movedAtOnce));
  }
  closeSlots(branches, full, nn.view, nd.view);
  gone.view.fill(0);
};

const groundOf = (
  machine: Machine,
  arena: Arena,
  { nn, nd, gone, found, triangle }: Places,
  branches: Branches,
  linkage: MatrixLinkage,
  progress: Progress,
): Ground => {
  const kernels = machine.kernels('linkage', arena.memory);
  /** Runs a kernel over all slots and keeps what is nearest to one of them. */
  const over = (job: 'nearestSlot' | 'joinSlots', slot: number, numbers: readonly number[]): void => {
    const { count } = branches;
    let pieces = 1;
    if (count < crewFrom) kernels[job]!(...numbers, 0, count, found.at);
    else {
      pieces = Math.ceil(count / pieceSlots);
      machine.run(`${job}Piece`, arena.memory, pieces, [count, pieceSlots, found.at, ...numbers], progress);
    }
    let least = Number.POSITIVE_INFINITY;
    let which = -1;
    for (let piece = 0; piece < pieces; piece += 1) {
      const distance = found.view[piece * 2]!;
      if (distance < least) {
        least = distance;
        which = found.view[piece * 2 + 1]!;
      }
    }
    nd.view[slot] = least;
    nn.view[slot] = which;
  };
  return {
    nn: nn.view,
    nd: nd.view,
    look: (slot) => over('nearestSlot', slot, [triangle.at, slot, gone.at]),
    join: (low, high) => {
      gone.view[low] = Number.POSITIVE_INFINITY;
      const share = shareOf(linkage, branches.sizes[low]!, branches.sizes[high]!);
      over('joinSlots', high, [triangle.at, low, high, share, gone.at, nn.at, nd.at]);
    },
  };
};

/**
 * The merges that are left, over the distances of all pairs of branches: every slot remembers its nearest until that is
 * merged away, so that the chain seldom has to look. Says whether the machine had the memory (4·branches² bytes).
 * @param members what the branches hold, where they are not single rows
 * @throws AppError `cancelled`
 */
export const linkByMatrix = (
  machine: Machine,
  matrix: Matrix,
  linkage: MatrixLinkage,
  branches: Branches,
  members: (Members & Pick<Ground, 'nn' | 'nd'>) | null,
  progress: Progress,
): boolean => {
  const { rows, columns } = matrix;
  const { count } = branches;
  const { players: blocks } = tournamentOf(Math.ceil(rows / blockRows));
  const more = members
    ? [rows * columns * 8, count * 4, rows * 4, rows * 8, count * 8]
    : [blocks * blockRows * columns * 8];
  const done = withArena(machine, bytesOf(count, ...more), (arena) => {
    const places = placeAll(arena, count);
    const filling = part(progress, 0, 0.5);
    if (members === null) fillByRows(machine, arena, places, matrix, filling);
    else {
      fillByMembers(machine, arena, places, branches, members, [kindOf(linkage), columns], filling);
      places.nn.view.set(members.nn);
      places.nd.view.set(members.nd);
    }
    places.gone.view.fill(0);
    const growing = part(progress, 0.5, 1);
    const ground = groundOf(machine, arena, places, branches, linkage, growing);
    const isOver = (): boolean => {
      if (branches.empty * 4 > branches.count) close(machine, arena, places, branches, growing);
      return false;
    };
    followChain(branches, ground, isOver, growing);
    return true;
  });
  return done ?? false;
};
