import { driftsOf, isFirst, labelsOf, marginsOf } from './grid-fit';

/** Writes label and margin of a row; where it changed puts it down as row and label before, −1 for none. */
export function settle(fit: usize, row: i32, label: i32, margin: i32, changes: usize): usize {
  const labelAt = labelsOf(fit) + ((<usize>row) << 1);
  const drift = <i32>load<u16>(driftsOf(fit) + ((<usize>label) << 1));
  store<u16>(marginsOf(fit) + ((<usize>row) << 1), <u16>(margin > 0 ? min(margin + drift, 65535) : 0));
  const before = isFirst(fit) ? -1 : <i32>load<u16>(labelAt);
  store<u16>(labelAt, <u16>label);
  store<i32>(changes, row);
  store<i32>(changes, before, 4);
  return changes + ((<usize>i32(before != label)) << 3);
}
