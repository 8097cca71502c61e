import { AppError } from '../../../shared/errors.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import { findingParts } from '../../../shared/model/quality.ts';
import { type AsideCount, sumSetAside } from '../../../shared/model/set-aside.ts';
import type { SetAside, SetAsideReason } from '../../../shared/model/source.ts';
import { lastReport } from '../../store/repositories/quality-report.ts';
import { standAgain } from '../../store/repositories/replaced.ts';
import { keptReasons } from '../../store/repositories/rules.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import { listSources, type StoredSource, setAsideOf } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { lastReportView } from '../quality/report-view.ts';
import { rowsAtOnce } from './customer-figures.ts';
import { type Answer, input, type RefOf } from './setting.ts';

/** Files whose rows are shown: not those whose every row stands again in a newer one. */
const shownSources = (db: Sqlite): StoredSource[] => {
  const hidden = standAgain(db);
  return listSources(db).filter(({ id }) => !hidden.has(id));
};

const isFew = (sources: readonly StoredSource[]): boolean =>
  sources.reduce((sum, { rows }) => sum + rows, 0) <= rowsAtOnce;

type Counts = readonly AsideCount[];

/** Rows a statement, so that none runs for long. */
const rowsInStep = 20_000;

/**
 * Rows of these files one table after the other, from the tables themselves: how many under each combination of reasons,
 * with the money on them. Yields how much has been read after every step.
 */
export function* countByReasons(db: Sqlite, sources: readonly StoredSource[]): Generator<number, Counts> {
  const counts: AsideCount[] = [];
  for (const [at, { table }] of sources.entries()) {
    const read = db.prepareRaw<[number, number, number | null]>(
      `SELECT _aside, count(*), sum(round(_amount * 1e6)) FROM ${quoteName(table)}
       WHERE _row BETWEEN ? AND ? GROUP BY _aside`,
    );
    for (const { from, to, done } of rowSpans(db, table, rowsInStep)) {
      for (const [mask, lines, micros] of read.all(from, to)) counts.push({ mask, lines, money: (micros ?? 0) / 1e6 });
      yield (at + done) / sources.length;
    }
  }
  return counts;
}

/** Without a breath: for few rows. */
const countAtOnce = (db: Sqlite, sources: readonly StoredSource[]): Counts => {
  const steps = countByReasons(db, sources);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** What a reason takes; what all reasons take that are on, where none is named. */
const takenBy = (all: readonly SetAside[], reason: SetAsideReason | null, figure: 'lines' | 'money'): number => {
  const meant = all.filter((one) => (reason === null ? one.on : one.reason === reason));
  return meant.reduce((sum, one) => sum + one[figure], 0);
};

/** The figure of rows or of rows set aside, from such counts. */
export const figureOfCounts = (db: Sqlite, ref: RefOf<'rows' | 'aside'>, counts: Counts): number =>
  ref.of === 'rows'
    ? counts.reduce((sum, { lines }) => sum + lines, 0)
    : takenBy(sumSetAside(counts, keptReasons(db)), ref.reason, ref.figure);

/** The files that such a number is about. */
export const sourcesOfRef = (db: Sqlite, ref: RefOf<'rows' | 'aside'>): StoredSource[] =>
  ref.of === 'aside'
    ? listSources(db)
    : shownSources(db).filter(({ id }) => ref.sourceId === null || id === ref.sourceId);

/** Rows of one file, or of all that are shown. */
export const ofRows = (db: Sqlite, ref: RefOf<'rows'>): Answer => {
  const sources = sourcesOfRef(db, ref);
  const [first] = sources;
  if (first === undefined) throw new AppError('notFound', { what: 'source', id: ref.sourceId });
  return {
    value: sources.reduce((sum, { rows }) => sum + rows, 0),
    unit: 'orderLines',
    recount: isFew(sources) ? figureOfCounts(db, ref, countAtOnce(db, sources)) : null,
    recountedFrom: 'rows',
    countable: true,
    customers: 0,
    told: { file: ref.sourceId === null ? null : first.file, files: sources.length },
    under: { what: 'rows', sourceId: first.id, aside: 'all' },
  };
};

/** Rows that a rule sets aside, or all rules that are on, and the money on them. */
export const ofAside = (db: Sqlite, ref: RefOf<'aside'>): Answer => {
  const { reason, figure } = ref;
  const sources = sourcesOfRef(db, ref);
  const kept = keptReasons(db);
  const all = setAsideOf(db, kept);
  const linesIn = ({ id }: StoredSource) => takenBy(setAsideOf(db, kept, id), reason, 'lines');
  const most = sources.reduce<StoredSource | null>(
    (best, one) => (linesIn(one) > (best === null ? 0 : linesIn(best)) ? one : best),
    null,
  );
  const lines: NumberRef = { of: 'aside', reason, figure: 'lines' };
  const isOn = reason === null || all.some((one) => one.reason === reason && one.on);
  return {
    value: takenBy(all, reason, figure),
    unit: figure === 'money' ? 'money' : 'orderLines',
    recount: isFew(sources) ? figureOfCounts(db, ref, countAtOnce(db, sources)) : null,
    recountedFrom: 'rows',
    countable: true,
    customers: 0,
    told: { reason, on: isOn ? 1 : 0 },
    // Rows of a rule that is off are among those that count.
    under: most === null || !isOn ? { what: 'nothing' } : { what: 'rows', sourceId: most.id, aside: reason ?? 'any' },
    inputs:
      figure === 'money'
        ? [input('rowsSetAside', takenBy(all, reason, 'lines'), 'orderLines', lines)]
        : [
            input(
              'rowsOfFiles',
              sources.reduce((sum, { rows }) => sum + rows, 0),
              'orderLines',
            ),
          ],
  };
};

const sumOfWeights = (parts: readonly { readonly weight: number }[]): number =>
  parts.reduce((sum, { weight }) => sum + weight, 0);

/** Points of the last look through the tables. */
export const ofQuality = (db: Sqlite, { part }: RefOf<'quality'>): Answer => {
  const report = lastReport(db)?.report;
  if (report === undefined) throw new AppError('notFound', { what: 'qualityReport', id: null });
  const base = { unit: 'points' as const, recountedFrom: 'facts' as const, customers: 0 };
  const under = { what: 'screen' as const, screen: 'quality' as const };
  const judged = report.parts.filter(({ score }) => score !== null);
  if (part !== null) {
    const one = report.parts.find((found) => found.part === part);
    const findings = report.findings.filter(({ kind }) => findingParts[kind] === part);
    return {
      ...base,
      ...{ value: one?.score ?? null, recount: null, under },
      told: {
        part,
        weight: one?.weight ?? 0,
        all: sumOfWeights(judged),
        findings: findings.length,
        why: one?.message ?? null,
      },
    };
  }
  const sum = judged.reduce((all, { weight, score }) => all + weight * score!, 0);
  return {
    ...base,
    value: report.score,
    recount: judged.length === 0 ? 100 : Math.round((10 * sum) / sumOfWeights(judged)) / 10,
    told: { stale: lastReportView(db)?.current === false ? 1 : 0 },
    under,
    inputs: judged.map((one) => input(one.part, one.score, 'points', { of: 'quality', part: one.part })),
  };
};
