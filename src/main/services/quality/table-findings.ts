import { createNearDuplicates } from '../../../shared/engine/quality/near-duplicates.ts';
import { createRowSet } from '../../../shared/engine/quality/row-set.ts';
import { message } from '../../../shared/model/message.ts';
import { lastCustomerId } from '../../store/repositories/customers.ts';
import { breathe } from '../session.ts';
import { byShare } from './candidate.ts';
import { createRowList, mostRows, type RowFinding, roleAt, type SearchSetting } from './row-finding.ts';
import { own, rowsInSteps } from './source-rows-in-steps.ts';

/** Contacts held at once while near duplicates are looked for. */
const mostContacts = 2_000_000;

/** Customer tables and all others: repeats, customers with several rows, and rows that seem to be one customer. One pass. */
export const tableFindings = async (setting: SearchSetting): Promise<RowFinding[]> => {
  const { db, source, job, onProgress } = setting;
  const isCustomers = source.kind === 'customers';
  const key = roleAt(source, 'customer');
  const [name, email] = [roleAt(source, 'name'), roleAt(source, 'email')];
  const seen = new Uint8Array(isCustomers ? lastCustomerId(db) + 1 : 0);
  const set = createRowSet(source.rows);
  const repeats = createRowList();
  const repeatedKeys = createRowList();
  const contacts = createNearDuplicates();
  let contactCount = 0;
  const facts = source.columns.flatMap(({ role, type }, at) => (role === 'phone' || type === 'date' ? [at] : []));
  const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  for (const { rows, done } of rowsInSteps(
    db,
    source,
    source.columns.map((_, at) => at),
  )) {
    for (const row of rows) {
      const number = row[own.row] as number;
      for (let at = own.first; at < row.length; at += 1) set.cell(row[at]!);
      const isRepeat = set.end();
      if (isRepeat) repeats.add(number);
      if (!isCustomers) continue;
      const customer = row[own.customer] as number | null;
      const isKnown = customer !== null && seen[customer] === 1;
      if (customer !== null) seen[customer] = 1;
      if (key >= 0 && isKnown && !isRepeat) repeatedKeys.add(number);
      if (!isKnown && !isRepeat && (name >= 0 || email >= 0) && contactCount < mostContacts) {
        contactCount += 1;
        contacts.add({
          row: number,
          name: name < 0 ? null : textOf(row[own.first + name]),
          email: email < 0 ? null : textOf(row[own.first + email]),
          facts: facts.map((at) => (row[own.first + at] == null ? null : String(row[own.first + at]))),
        });
      }
    }
    onProgress(done);
    await breathe(job);
  }
  const share = (rows: number) => rows / Math.max(1, source.rows);
  const found: RowFinding[] = [];
  const { rows } = repeats.get();
  if (rows > 0) {
    const mayBeReal = key < 0;
    found.push({
      kind: 'duplicates',
      at: null,
      severity: mayBeReal ? 'info' : byShare(0.01)(share(rows)),
      ...repeats.get(),
      message: message('quality.duplicates', { rows, mayBeReal }),
    });
  }
  const again = repeatedKeys.get();
  if (again.rows > 0)
    found.push({
      kind: 'repeatedKey',
      at: key,
      severity: 'medium',
      ...again,
      message: message('quality.repeatedKey', { rows: again.rows, column: source.columns[key]!.name }),
    });
  const groups = contacts.groups();
  if (groups.length > 0) {
    const more = groups.reduce((sum, group) => sum + group.length - 1, 0);
    found.push({
      kind: 'nearDuplicates',
      at: email >= 0 ? email : name,
      severity: byShare(0.01)(share(more)),
      rows: more,
      micros: 0,
      found: groups.flat().slice(0, mostRows),
      message: message('quality.nearDuplicates', { rows: more }),
    });
  }
  return found;
};
