import type { RowFilter, RowSort } from '../../../../src/shared/model/rows.ts';
import { whyNotCounted } from '../../../../src/shared/model/set-aside.ts';
import type { SetAsideReason } from '../../../../src/shared/model/source.ts';
import type { MadeCell, MadeTable } from './made-source.ts';

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ');

/** Text by text and number by number, the plain way. */
export const compareTexts = (left: string, right: string): number => {
  const parts = (text: string) => folded(text).match(/\d+|\D/gu) ?? [];
  const [a, b] = [parts(left), parts(right)];
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [one, other] = [a[i]!, b[i]!];
    const [isOne, isOther] = [/^\d/.test(one), /^\d/.test(other)];
    if (isOne && isOther) {
      if (BigInt(one) !== BigInt(other)) return BigInt(one) < BigInt(other) ? -1 : 1;
    } else {
      const difference = (isOne ? 48 : one.codePointAt(0)!) - (isOther ? 48 : other.codePointAt(0)!);
      if (difference !== 0) return difference;
    }
  }
  return a.length - b.length;
};

const rank = (cell: MadeCell): number => (cell === null ? 2 : typeof cell === 'object' ? 1 : 0);

const compareCells = (left: MadeCell, right: MadeCell): number => {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const textOf = (cell: MadeCell) => (cell !== null && typeof cell === 'object' ? cell.odd : String(cell));
  return left === null ? 0 : compareTexts(textOf(left), textOf(right));
};

const passes = (
  filter: RowFilter,
  cells: readonly MadeCell[],
  aside: number,
  kept: readonly SetAsideReason[],
): boolean => {
  if (filter.test === 'aside') {
    const reason = whyNotCounted(aside, kept);
    return filter.reason === 'any'
      ? reason !== null && reason !== 'replaced'
      : reason === (filter.reason === 'none' ? null : filter.reason);
  }
  const cell = cells[filter.column.charCodeAt(0) - 97]!;
  const text = cell === null ? null : folded(typeof cell === 'object' ? cell.odd : String(cell));
  switch (filter.test) {
    case 'contains':
      return text?.includes(folded(filter.text)) ?? false;
    case 'equals':
      return text?.trim() === folded(filter.text.trim());
    case 'between':
      return typeof cell === 'number' && !(cell < filter.least!) && !(cell > filter.most!);
    case 'days':
      return (
        typeof cell === 'string' &&
        !(cell.slice(0, 10) < (filter.first ?? '')) &&
        !(cell.slice(0, 10) > (filter.last ?? '9999'))
      );
    case 'empty':
      return cell === null;
    case 'filled':
      return cell !== null;
    case 'odd':
      return cell !== null && typeof cell === 'object';
  }
};

/** Row numbers in the order wanted, by sorting and filtering all rows. */
export const plainOrder = (
  table: MadeTable,
  sort: RowSort | undefined,
  filters: readonly RowFilter[],
  kept: readonly SetAsideReason[],
): number[] => {
  const places = table.rows.flatMap((cells, place) =>
    filters.every((filter) => passes(filter, cells, table.aside[place]!, kept)) ? [place] : [],
  );
  if (sort !== undefined) {
    const at = sort.column.charCodeAt(0) - 97;
    places.sort((a, b) => {
      const [left, right] = [table.rows[a]![at]!, table.rows[b]![at]!];
      if (rank(left) !== rank(right)) return rank(left) - rank(right);
      return (sort.descending ? -1 : 1) * compareCells(left, right) || a - b;
    });
  }
  return places.map((place) => table.numbers[place]!);
};
