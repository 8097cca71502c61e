import { AppError } from '../../../shared/errors.ts';
import type { IdentityDecision } from '../../../shared/model/identity.ts';
import { type Message, message } from '../../../shared/model/message.ts';
import {
  addIdentityChange,
  dropMergedSnapshots,
  guestReader,
  type IdentityMove,
  identitiesReader,
  mergedIdentities,
} from '../../store/repositories/identity.ts';
import { moveIdentities } from '../../store/repositories/merged-rows.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { dropRedo, noteChange } from '../changes.ts';
import { ensureSnapshot } from '../features.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { hasMergesOfNow } from '../state.ts';
import { proposalsOf } from './proposals.ts';

interface IdentityChange {
  readonly moves: readonly IdentityMove[];
  readonly apart: readonly (readonly [number, number])[];
  readonly what: Message;
}

/** Of several customers the one that stays: one whom a file has a number for, then the one that was there first. */
const createSurvivorOf = (db: Sqlite): ((customers: readonly number[]) => number) => {
  const isGuest = guestReader(db);
  return (customers) => {
    const known = customers.filter((id) => !isGuest(id));
    return Math.min(...(known.length === 0 ? customers : known));
  };
};

export const sureChange = (db: Sqlite): IdentityChange => {
  const groups = proposalsOf(db).sure;
  const [survivorOf, identitiesOf] = [createSurvivorOf(db), identitiesReader(db)];
  const moves = groups.flatMap(({ customers }) => {
    const after = survivorOf(customers);
    return customers
      .filter((before) => before !== after)
      .flatMap((before) => identitiesOf(before).map((identity) => ({ identity, before, after })));
  });
  return { moves, apart: [], what: message('journal.identity.sure', { customers: groups.length }) };
};

/** @throws AppError `notFound`, `badInput` */
export const decisionChange = (db: Sqlite, decisions: readonly IdentityDecision[]): IdentityChange => {
  const survivorOf = createSurvivorOf(db);
  const isThere = db.prepare('SELECT 1 FROM customer WHERE id = ?');
  const before = mergedIdentities(db);
  const customers = new Map(before);
  const customerOf = (identity: number): number => customers.get(identity) ?? identity;
  const apart: [number, number][] = [];
  for (const { a, b, verdict } of decisions) {
    for (const id of [a, b])
      if (isThere.get(id) === undefined) throw new AppError('notFound', { what: 'customer', id });
    const refuse = (problem: string) => new AppError('badInput', { method: 'identity.decide', problem });
    if (a === b) throw refuse(`${a} and ${b} are one record`);
    const both = [customerOf(a), customerOf(b)] as const;
    if (verdict === 'different') {
      if (both[0] === both[1]) throw refuse(`${a} and ${b} were put together; split them again`);
      apart.push([a, b]);
    } else if (both[0] !== both[1]) {
      const after = survivorOf(both);
      const gone = both[0] === after ? both[1] : both[0];
      for (const identity of [gone, ...[...customers].flatMap(([one, customer]) => (customer === gone ? [one] : []))])
        customers.set(identity, after);
    }
  }
  const moves = [...customers].flatMap(([identity, after]) => {
    const was = before.get(identity) ?? identity;
    return was === after ? [] : [{ identity, before: was, after }];
  });
  const kind = apart.length === 0 ? 'same' : moves.length === 0 ? 'different' : 'several';
  return { moves, apart, what: message(`journal.identity.${kind}`, { pairs: decisions.length }) };
};

/**
 * Takes one identity out of a customer, or all apart; they stay apart for ever, whatever is found.
 * @throws AppError `notFound`
 */
export const splitChange = (db: Sqlite, customer: number, identity: number | undefined): IdentityChange => {
  const all = identitiesReader(db)(customer);
  if (all.length < 2) throw new AppError('notFound', { what: 'customer', id: customer });
  if (identity !== undefined && !all.includes(identity))
    throw new AppError('notFound', { what: 'customer', id: identity });
  const leaving = identity === undefined ? all : [identity];
  const staying = all.filter((one) => !leaving.includes(one));
  // Who leaves may be the one whose id the customer has: then the others take another of theirs.
  const kept = staying.length === 0 || staying.includes(customer) ? customer : createSurvivorOf(db)(staying);
  const moves = all.flatMap((one): IdentityMove[] => {
    const after = leaving.includes(one) ? one : kept;
    const before = customer;
    return before === after ? [] : [{ identity: one, before, after }];
  });
  const apart = leaving.flatMap((one, i) =>
    [...leaving.slice(i + 1), ...staying].map((other) => [one, other] as const),
  );
  return { moves, apart, what: message('journal.identity.split', { records: all.length }) };
};

/** Identities, or ranges of their rows, that are moved between two breaths. */
const stepsPerLook = 50;

/**
 * Makes a change of who is one customer and notes it in the journal, with the figures that follow: all of it or nothing.
 * O(rows of those who move × log rows), and the customers' figures anew where anybody moves.
 * @throws AppError `cancelled`
 */
export const changeIdentity = async (
  db: Sqlite,
  changeOf: (db: Sqlite) => IdentityChange,
  at: Date,
  job: JobContext,
): Promise<number> => {
  db.exec('BEGIN IMMEDIATE');
  try {
    dropRedo(db);
    const { moves, apart, what } = changeOf(db);
    if (moves.length === 0 && apart.length === 0) {
      db.exec('ROLLBACK');
      return 0;
    }
    const id = addIdentityChange(db, moves, apart);
    const steps = moves.map(({ identity, after }) => ({ identity, to: after }));
    let looks = 0;
    for (const done of moveIdentities(db, steps)) {
      looks += 1;
      if (looks % stepsPerLook !== 0) continue;
      job.progress('storing', (0.5 * done) / moves.length);
      await breathe(job);
    }
    if (moves.length > 0) {
      await breathe(job);
      await ensureSnapshot(db, job, (fraction) => job.progress('features', 0.5 + 0.4 * fraction));
      dropMergedSnapshots(db, hasMergesOfNow(db));
    }
    await breathe(job);
    job.progress('finishing', 0.95);
    noteChange(db, at, what, [{ kind: 'identity', id }]);
    db.exec('COMMIT');
    job.progress('finishing', 1);
    return moves.length;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
};
