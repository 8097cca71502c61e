import { type Message, message } from '../../model/message.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import type { PreparedRecords } from './prepared-records.ts';
import type { RecordSets } from './record-sets.ts';
import type { KeyField } from './records.ts';
import type { CodeColumn } from './text-pool.ts';

/** A value that more records share is a till's or a shop's own, not a customer's. */
const sharedAtMost = 100;

const recordsPerLook = 16_384;

const columnOf = (records: PreparedRecords, key: KeyField): CodeColumn =>
  key === 'key' ? records.key : key === 'email' ? records.mailbox : records.phone;

/**
 * Joins records with the same value in a field that a person declared to be a key, except where a person keeps them
 * apart. O(records × keys).
 * @returns what was left alone, and why
 * @throws AppError `cancelled`
 */
export const joinByKeys = (
  records: PreparedRecords,
  keys: readonly KeyField[],
  sets: RecordSets,
  progress: Progress,
): Message[] => {
  const notes: Message[] = [];
  for (const key of keys) {
    const { codes, counts } = columnOf(records, key);
    const first = new Int32Array(counts.length).fill(-1);
    // Of one value there may be several customers where a person said so: each record goes to the first that it may join.
    const others = new Map<number, number[]>();
    for (let i = 0; i < records.count; i += 1) {
      if (i % recordsPerLook === 0) throwIfCancelled(progress);
      const code = codes[i]!;
      if (code < 0 || counts[code]! > sharedAtMost) continue;
      if (first[code]! < 0) {
        first[code] = i;
        continue;
      }
      const heads = [first[code]!, ...(others.get(code) ?? [])];
      const head = heads.find((one) => !sets.areApart(one, i));
      if (head !== undefined) sets.join(head, i);
      else others.set(code, [...(others.get(code) ?? []), i]);
    }
    const values = counts.reduce((sum, n) => sum + (n > sharedAtMost ? 1 : 0), 0);
    if (values > 0) notes.push(message('identity.note.sharedKey', { field: key, values, records: sharedAtMost }));
  }
  return notes;
};
