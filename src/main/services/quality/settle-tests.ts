import { asideBit } from '../../../shared/model/source.ts';
import { furtherMask, type MarkedSheet, sign } from './marked-sheet.ts';

/** A sign that more rows than this show is none: the shop's own samples all live at example.com. */
const mostShare = 0.05;

/** Signs of a test become marks, those that too many rows show are forgotten. */
export const settleTests = ({ bits, source }: MarkedSheet): void => {
  const counts = new Map(Object.values(sign).map((bit) => [bit as number, 0]));
  for (const word of bits)
    for (const bit of counts.keys()) if ((word & bit) !== 0) counts.set(bit, counts.get(bit)! + 1);
  let telling = 0;
  for (const [bit, rows] of counts) if (rows <= Math.max(2, mostShare * source.rows)) telling |= bit;
  for (let i = 0; i < bits.length; i += 1) {
    const word = bits[i]!;
    if (word === 0) continue;
    bits[i] = (word & furtherMask) | ((word & telling) !== 0 ? asideBit.test : 0);
  }
};
