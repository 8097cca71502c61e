import { type Message, message } from '../../model/message.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import type { PreparedRecords } from './prepared-records.ts';
import type { CodeColumn } from './text-pool.ts';

/** A mailbox or a phone with more different full names than a family has is nobody's own. */
const namesAtMost = 6;
/** Where no names are known, the records that one person may have. */
const recordsAtMost = 50;

const recordsPerLook = 16_384;

/** Takes the values that are nobody's own out of a column and those that follow from it. */
const takeOut = (
  column: CodeColumn,
  followers: readonly CodeColumn[],
  full: Int32Array,
  progress: Progress,
): readonly [values: number, records: number] => {
  const { codes, counts } = column;
  const names = new Map<number, Set<number>>();
  for (let i = 0; i < codes.length; i += 1) {
    if (i % recordsPerLook === 0) throwIfCancelled(progress);
    const code = codes[i]!;
    if (code < 0 || counts[code]! <= namesAtMost || full[i]! < 0) continue;
    const known = names.get(code);
    if (known === undefined) names.set(code, new Set([full[i]!]));
    else if (known.size <= namesAtMost) known.add(full[i]!);
  }
  const isOut = new Uint8Array(counts.length);
  for (let code = 0; code < counts.length; code += 1) {
    const known = names.get(code)?.size ?? 0;
    if (known > namesAtMost || (known === 0 && counts[code]! > recordsAtMost)) isOut[code] = 1;
  }
  let records = 0;
  for (let i = 0; i < codes.length; i += 1) {
    if (codes[i]! < 0 || isOut[codes[i]!] === 0) continue;
    records += 1;
    for (const { codes: own, counts: of } of [column, ...followers]) {
      if (own[i]! < 0) continue;
      of[own[i]!]! -= 1;
      own[i] = -1;
    }
  }
  return [isOut.reduce((sum, one) => sum + one, 0), records];
};

/**
 * Makes mailboxes and phones missing that stand with many different names: the shop's own, typed in where a customer has
 * none. Changes the prepared records. O(records).
 * @returns what was left out
 * @throws AppError `cancelled`
 */
export const leaveOutImpersonal = (records: PreparedRecords, progress: Progress): Message[] => {
  const { mailbox, address, local, phone, phoneEnding, names } = records;
  const notes: Message[] = [];
  const [emails, withEmail] = takeOut(mailbox, [address, local], names.full, progress);
  if (emails > 0) notes.push(message('identity.note.sharedEmail', { values: emails, records: withEmail }));
  const [phones, withPhone] = takeOut(phone, [phoneEnding], names.full, progress);
  if (phones > 0) notes.push(message('identity.note.sharedPhone', { values: phones, records: withPhone }));
  return notes;
};
