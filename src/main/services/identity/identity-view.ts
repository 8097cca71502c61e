import { comparisonFields } from '../../../shared/engine/identity/comparison-fields.ts';
import { exactVerdictOf } from '../../../shared/engine/identity/exact-keys.ts';
import { explainPair } from '../../../shared/engine/identity/explain-pair.ts';
import { holdReasons } from '../../../shared/engine/identity/join-by-evidence.ts';
import { probabilityOf } from '../../../shared/engine/identity/score-pairs.ts';
import type { IdentityOverview, IdentityPair, IdentityRecord } from '../../../shared/model/identity.ts';
import { message } from '../../../shared/model/message.ts';
import { createOwnIdentityReader } from '../../store/repositories/customers.ts';
import { identitiesReader, mergedCustomers, mergedIdentities } from '../../store/repositories/identity.ts';
import { lastSearch, recordReader, type StoredPair } from '../../store/repositories/identity-search.ts';
import { revisionOf } from '../../store/repositories/meta.ts';
import { listSources } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { Answer } from '../answer.ts';
import type { ReaderServices } from '../services.ts';
import { searchedState } from './find-same.ts';
import { canTell, fieldsAtHand } from './identity-columns.ts';
import { type Proposals, proposalsOf } from './proposals.ts';

const recordsAtMost = 30;
/** Pairs below are not called likely for what a model says. */
const sureEnough = 0.95;

/** Turns ids into records, with what the files said when they were compared. */
export const createRecords = (db: Sqlite): ((id: number) => IdentityRecord) => {
  const searched = recordReader(db);
  const own = createOwnIdentityReader(db);
  const merged = mergedIdentities(db);
  return (id) => {
    const { key, name, email, sources } = own(id);
    const fields = searched(id) ?? {
      ...(name === null ? {} : { fullName: name }),
      ...(email === null ? {} : { email }),
    };
    return { id, customerId: merged.get(id) ?? id, key, sources, fields };
  };
};

const createPairs = (db: Sqlite): ((pair: StoredPair) => IdentityPair) => {
  const { model } = lastSearch(db)!.result;
  const recordOf = createRecords(db);
  return (pair) => {
    const evidence = explainPair(model, pair.pattern, pair.nameBits);
    const [prior, ...others] = [...evidence].reverse();
    const reason = holdReasons[pair.held]!;
    const probability = probabilityOf(pair.weight);
    const isExact = probability < sureEnough && exactVerdictOf(pair.pattern) > 0;
    return {
      id: `${pair.a}-${pair.b}`,
      a: recordOf(pair.a),
      b: recordOf(pair.b),
      probability,
      evidence: [...others.sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits)), prior!],
      remark:
        reason !== 'none'
          ? message(`identity.held.${reason}`, { limit: recordsAtMost })
          : isExact
            ? message('identity.exact')
            : null,
    };
  };
};

const overviewOf = (db: Sqlite, { sure, queue }: Proposals): IdentityOverview => {
  const atHand = fieldsAtHand(listSources(db));
  const search = lastSearch(db);
  const levels = new Map<string, readonly string[]>(comparisonFields.map((field) => [field.name, field.levels]));
  return {
    atHand,
    canSearch: canTell(atHand),
    search:
      search === null
        ? null
        : {
            at: search.at,
            records: search.result.records,
            fields: [...search.result.fields],
            compared: search.result.compared,
            notes: [...search.result.notes],
            prior: search.result.model.prior,
            model: search.result.model.fields.map(({ field, m, u }) => ({
              field,
              levels: [...(levels.get(field) ?? [])],
              same: [...m],
              others: [...u],
            })),
          },
    isStale: search !== null && search.state !== searchedState(db),
    sure: sure.length,
    sureFewer: sure.reduce((sum, { customers }) => sum + customers.length - 1, 0),
    doubtful: queue.length,
    merged: mergedCustomers(db).length,
  };
};

/** What was found and decided about who is one customer, a page at a time. */
export const createIdentityQueries = (answer: Answer): ReaderServices['identity'] => {
  let cached: { db: Sqlite; key: string; proposals: Proposals } | null = null;
  const proposals = (db: Sqlite): Proposals => {
    const key = `${revisionOf(db)}:${lastSearch(db)?.at ?? ''}`;
    if (cached?.db !== db || cached.key !== key) cached = { db, key, proposals: proposalsOf(db) };
    return cached.proposals;
  };
  const page = <Item>(items: readonly Item[], { offset, limit }: { offset: number; limit: number }): readonly Item[] =>
    items.slice(offset, offset + limit);
  return {
    get: () => answer((db) => overviewOf(db, proposals(db))),
    sure: (input) =>
      answer((db) => {
        const { sure } = proposals(db);
        if (sure.length === 0) return { total: 0, groups: [] };
        const [pairOf, recordOf] = [createPairs(db), createRecords(db)];
        const groups = page(sure, input).map(({ identities, pairs }) => ({
          records: identities.map(recordOf),
          pairs: pairs.map(pairOf),
        }));
        return { total: sure.length, groups };
      }),
    queue: (input) =>
      answer((db) => {
        const { queue } = proposals(db);
        return { total: queue.length, pairs: queue.length === 0 ? [] : page(queue, input).map(createPairs(db)) };
      }),
    merged: (input) =>
      answer((db) => {
        const customers = mergedCustomers(db);
        const [recordOf, identitiesOf] = [createRecords(db), identitiesReader(db)];
        const shown = page(customers, input).map((customerId) => ({
          customerId,
          records: identitiesOf(customerId).map(recordOf),
        }));
        return { total: customers.length, customers: shown };
      }),
  };
};
