import { type Arena, arenaBytes, withArena } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import { tournamentOf } from '../kernels/tournament.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import type { Members } from './linkage-by-bounds.ts';
import { foundBytes } from './linkage-pieces.ts';
import { blockRows, placeByBlocks } from './linkage-places.ts';
import { type MatrixLinkage, shareOf } from './linkage-share.ts';
import { type Branches, closeSlots, followChain, fullSlots, type Ground } from './nearest-chain.ts';

/** Slots of a piece, where there are enough for the crew to be worth waking. */
const pieceSlots = 2048;
const crewFrom = 4096;
/** Rows of the triangle that are moved between two looks at the cancel flag. */
const movedAtOnce = 1024;
/** Rows of a piece of branches, at least, and pieces that are worked on between two reports. */
const linkedRows = 64;
const piecesAtOnce = 16;

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

/** Where the rows of branches stand for `assembly/links.ts`. */
const layOut = ({ count, sizes }: Branches, { head, next, weights }: Members, linkage: MatrixLinkage) => {
  const rows: number[] = [];
  const shares: number[] = [];
  const branchOf: number[] = [];
  const starts = new Int32Array(count + 1);
  const pieces = [0];
  const put = (row: number, weight: number, branch: number): void => {
    rows.push(row);
    shares.push(weight);
    branchOf.push(branch);
  };
  let last = 0;
  const fillUp = (multiple: number, branch: number): void => {
    while (rows.length % multiple !== 0) put(last, 0, branch);
  };
  let isOpen = false;
  for (let branch = 0; branch < count; branch += 1) {
    const isSingle = next[head[branch]!]! < 0;
    // Two branches of single rows share two places.
    const isSecond: boolean = isOpen && isSingle;
    if (!isSecond) fillUp(2, branch - 1);
    starts[branch] = rows.length;
    const share = linkage === 'average' ? 1 / sizes[branch]! : 1;
    for (let row = head[branch]!; row >= 0; row = next[row]!) {
      put(row, weights[row]! * share, branch);
      last = row;
    }
    isOpen = isSingle && !isSecond;
    if (rows.length - pieces[pieces.length - 1]! < linkedRows && branch < count - 1) continue;
    fillUp(4, branch);
    pieces.push(rows.length);
    isOpen = false;
  }
  starts[count] = rows.length;
  return { rows, shares, branchOf, starts, pieces };
};
type Layout = ReturnType<typeof layOut>;

/** Numbers left free between columns: a power of two from one to the next, they would fight for the same cache lines. */
const apart = 40;

const layoutBytes = ({ rows, starts, pieces }: Layout, columns: number): number[] => [
  (rows.length + apart) * columns * 8,
  rows.length * 8,
  rows.length * 4,
  starts.length * 4,
  pieces.length * 4,
];

/** Distances of all branches, from all pairs of the rows they hold. */
const fillByMembers = (
  machine: Machine,
  arena: Arena,
  { nd, triangle }: Places,
  { columns, data, rows: allRows }: Matrix,
  linkage: MatrixLinkage,
  { rows, shares, branchOf, starts, pieces }: Layout,
  progress: Progress,
): void => {
  const step = rows.length + apart;
  const points = arena.f64(step * columns);
  const weights = arena.f64(rows.length);
  const branches = arena.i32(rows.length);
  const startsPlaced = arena.i32(starts.length);
  const bounds = arena.i32(pieces.length);
  for (let j = 0; j < columns; j += 1)
    for (let i = 0; i < rows.length; i += 1) points.view[j * step + i] = data[j * allRows + rows[i]!]!;
  weights.view.set(shares);
  branches.view.set(branchOf);
  startsPlaced.view.set(starts);
  bounds.view.set(pieces);
  nd.view.fill(-1);
  const numbers = [points.at, columns, step * 8, weights.at, branches.at, startsPlaced.at];
  const greatest = linkage === 'complete' ? 1 : 0;
  // Of a few pieces at a time, so that progress shows.
  const pieceCount = pieces.length - 1;
  for (let piece = 0; piece < pieceCount; piece += piecesAtOnce) {
    const count = Math.min(piecesAtOnce, pieceCount - piece);
    const from = bounds.at + piece * 4;
    machine.run('linkRowsPiece', arena.memory, count, [from, ...numbers, greatest, triangle.at], progress);
    progress.report((piece + count) / pieceCount);
  }
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
  members: Members | null,
  progress: Progress,
): boolean => {
  const { rows, columns } = matrix;
  const { count } = branches;
  const { players: blocks } = tournamentOf(Math.ceil(rows / blockRows));
  const layout = members && layOut(branches, members, linkage);
  const more = layout ? layoutBytes(layout, columns) : [blocks * blockRows * columns * 8];
  const done = withArena(machine, bytesOf(count, ...more), (arena) => {
    const places = placeAll(arena, count);
    const filling = part(progress, 0, 0.5);
    if (layout === null) fillByRows(machine, arena, places, matrix, filling);
    else fillByMembers(machine, arena, places, matrix, linkage, layout, filling);
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
