import type { LabelMove } from '../../../shared/model/flow.ts';
import { type RunSide, walkBoth } from '../run-side.ts';

/** Labels come after these two. */
const absent = 0;
const none = 1;
const firstLabel = 2;

type Ends = Pick<RunSide, 'k'>;

const placeCode = (label: number): number => (label < 0 ? none : label + firstLabel);
const codeOfPlace = (place: LabelMove['from']): number =>
  place === 'absent' ? absent : place === 'none' ? none : place + firstLabel;

/** A number for every way to go from one segmentation to the other: of customers who are not there, in none, by label. */
export const flowCode = (from: LabelMove['from'], to: LabelMove['to'], later: Ends): number =>
  codeOfPlace(from) * (later.k + firstLabel) + codeOfPlace(to);

/** Calls back with the rows of each customer in either, −1 where it is not there, and its code. */
export const walkFlows = (
  earlier: RunSide,
  later: RunSide,
  visit: (before: number, after: number, code: number) => void,
): void => {
  const width = later.k + firstLabel;
  walkBoth(earlier.ids, later.ids, (before, after) => {
    const from = before < 0 ? absent : placeCode(earlier.labels[before]!);
    visit(before, after, from * width + (after < 0 ? absent : placeCode(later.labels[after]!)));
  });
};

/** For each of these customers the code of where it went, −1 where it is in neither. */
export const flowCodesOf = (customers: Int32Array, earlier: RunSide, later: RunSide): Int32Array => {
  const codes = new Int32Array(customers.length).fill(-1);
  let row = 0;
  walkFlows(earlier, later, (before, after, code) => {
    const id = before >= 0 ? earlier.ids[before]! : later.ids[after]!;
    while (row < customers.length && customers[row]! < id) row += 1;
    if (row < customers.length && customers[row] === id) codes[row] = code;
  });
  return codes;
};
