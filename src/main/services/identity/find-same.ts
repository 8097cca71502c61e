import { phoneCountryOf } from '../../../shared/engine/identity/normalise-phone.ts';
import { AppError } from '../../../shared/errors.ts';
import type { IdentityField } from '../../../shared/model/identity.ts';
import { standingFixes } from '../../store/repositories/corrections.ts';
import { mergedIdentities } from '../../store/repositories/identity.ts';
import { type RecordFields, replaceSearch } from '../../store/repositories/identity-search.ts';
import { keptReasons } from '../../store/repositories/rules.ts';
import { listSources } from '../../store/repositories/sources.ts';
import { inTransaction, type Sqlite } from '../../store/sqlite.ts';
import type { Compute } from '../compute.ts';
import type { JobContext } from '../services.ts';
import { breathe, spanOf } from '../session.ts';
import { type GatheredRecords, gatherRecords } from './gather-records.ts';
import { canTell, fieldsAtHand } from './identity-columns.ts';
import { decisionsOf } from './proposals.ts';

/** What records depend on: tables, rules and corrections. Merges change who counts as whom, not what was written. */
export const searchedState = (db: Sqlite): string =>
  JSON.stringify({ sources: listSources(db).map(({ id }) => id), kept: keptReasons(db), fixes: standingFixes(db) });

/** The country that most numbers with a calling code name. */
const countryOf = (phones: readonly (string | null)[] | undefined): string | null => {
  const votes = new Map<string, number>();
  for (const phone of phones ?? []) {
    const country = phone === null ? null : phoneCountryOf(phone);
    if (country !== null) votes.set(country, (votes.get(country) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
};

const fieldsOf = ({ columns }: GatheredRecords, place: number): RecordFields =>
  Object.fromEntries(
    [...columns].flatMap(([field, values]): [IdentityField, string][] => {
      const value = values[place];
      return value == null ? [] : [[field, value]];
    }),
  );

/** Where each part ends, as shares of the whole. */
const ends = { gathering: 0.3, comparing: 0.95 };
const seed = 1;

/**
 * Looks for customers that stand several times, with all that people decided before, and keeps what was found in the
 * place of what was found last. Nobody is put together by it. O(records × passes + compared pairs).
 * @throws AppError `mappingIncomplete` where no table says who anybody is, `cancelled`
 */
export const findSame = async (db: Sqlite, compute: Compute, at: Date, job: JobContext): Promise<void> => {
  const fields = fieldsAtHand(listSources(db));
  if (!canTell(fields))
    throw new AppError('mappingIncomplete', {
      file: listSources(db)[0]?.file ?? '',
      missing: 'a column with e-mail addresses or phone numbers, or names and addresses',
    });
  const state = searchedState(db);
  const gathered = await gatherRecords(db, job, spanOf(job, 'checking', 0, ends.gathering));
  const { ids, records, columns } = gathered;
  const places = new Map(Array.from(ids, (id, place) => [id, place]));
  const phoneCountry = countryOf(columns.get('phone'));
  const found = await compute.run(
    'linkRecords',
    {
      records,
      options: {
        seed,
        exactKeys: true,
        decisions: decisionsOf(db, (identity) => places.get(identity)),
        ...(phoneCountry === null ? {} : { phoneCountry }),
      },
    },
    { signal: job.signal, onProgress: spanOf(job, 'comparing', ends.gathering, ends.comparing) },
  );
  await breathe(job);
  job.progress('finishing', ends.comparing);
  const { pairs, model, compared, notes } = found;
  inTransaction(db, () => {
    const writer = replaceSearch(db, {
      at: at.toISOString(),
      state,
      result: { records: records.count, fields, compared, notes, model },
    });
    const told = new Set<number>();
    for (let i = 0; i < pairs.count; i += 1) {
      const [a, b] = [pairs.a[i]!, pairs.b[i]!];
      told.add(a).add(b);
      writer.addPair({
        a: ids[a]!,
        b: ids[b]!,
        verdict: pairs.verdict[i]!,
        held: pairs.held[i]!,
        weight: pairs.weight[i]!,
        pattern: pairs.pattern[i]!,
        nameBits: pairs.nameBits[i]!,
      });
    }
    for (const [identity, customer] of mergedIdentities(db))
      for (const place of [places.get(identity), places.get(customer)]) if (place !== undefined) told.add(place);
    for (const place of told) writer.addRecord(ids[place]!, fieldsOf(gathered, place));
  });
};
