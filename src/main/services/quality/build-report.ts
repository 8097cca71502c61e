import { type ScoredTable, scoreQuality } from '../../../shared/engine/quality/score.ts';
import { message } from '../../../shared/model/message.ts';
import type { Finding, QualityFix, QualityReport, Severity } from '../../../shared/model/quality.ts';
import { activeMask, keptReasons } from '../../store/repositories/rules.ts';
import { listSources, type StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { fromMicros } from '../aggregate-orders.ts';
import type { JobContext } from '../services.ts';
import { columnFindings, filledCells } from './column-findings.ts';
import { type Counted, countCandidates } from './count-candidates.ts';
import { keySpellings, type RowFinding, rowFindings, rowsOfCustomers } from './key-findings.ts';
import { markRows } from './mark-rows.ts';
import { profileSource } from './profile-source.ts';
import { readExamples } from './read-examples.ts';
import { suspectValues } from './suspect-values.ts';
import { suspectWords } from './suspect-words.ts';

export interface ReportOptions {
  /** Days after it are in the future. */
  readonly now: string;
  /** Whether the data are up to date is judged against this day; null: it is not. */
  readonly today: string | null;
}

const gravity: Readonly<Record<Severity, number>> = { high: 3, medium: 2, low: 1, info: 0 };

const describe = (db: Sqlite, source: StoredSource, found: RowFinding, mark?: string) => ({
  id: [source.id, found.kind, ...(found.at === null ? [] : [found.at]), ...(mark === undefined ? [] : [mark])].join(
    ':',
  ),
  kind: found.kind,
  sourceId: source.id,
  source: source.name,
  column: found.at === null ? null : source.columns[found.at]!.name,
  severity: found.severity,
  rows: found.rows,
  examples: readExamples(db, source, found.examples, found.at),
  message: found.message,
});

/** What a fix is called, and what it would do. */
const offered = (change: QualityFix, rows: number, money: number | null): Finding['fix'] => {
  if (change.kind === 'rule') return { change, what: message('quality.fix.rule', { rows }), rows, money };
  const values = { column: change.column, rows };
  if (change.kind !== 'merge') return { change, what: message(`quality.fix.${change.kind}`, values), rows, money };
  const { groups } = change;
  const what = message('quality.fix.merge', { ...values, groups: groups.length, to: groups[0]!.to });
  return { change, what, rows, money };
};

const fromCounted = (db: Sqlite, source: StoredSource, { candidate, rows, micros, examples }: Counted): Finding[] => {
  const share = rows / Math.max(1, source.rows);
  const text = rows === 0 ? null : candidate.message(rows, share);
  if (text === null) return [];
  const found = { ...candidate, severity: candidate.severity(share), rows, examples, message: text, micros };
  const money = candidate.fix?.kind === 'setAside' ? fromMicros(micros) : null;
  return [
    {
      ...describe(db, source, found, candidate.mark),
      fix: candidate.fix === null ? null : offered(candidate.fix, rows, money),
    },
  ];
};

const fromRows = (db: Sqlite, source: StoredSource, found: RowFinding, kept: readonly string[]): Finding => {
  const isOrders = source.kind === 'orderLines' || source.kind === 'orders';
  const hasRule =
    found.kind === 'duplicates' &&
    kept.includes('duplicate') &&
    (isOrders || (source.kind === 'customers' && source.columns.some(({ role }) => role === 'customer')));
  return {
    ...describe(db, source, found),
    fix: hasRule
      ? offered(
          { kind: 'rule', reason: 'duplicate' },
          found.countedRows ?? found.rows,
          isOrders ? fromMicros(found.micros) : null,
        )
      : null,
  };
};

/** Values that are far out because they are impossible are told of once. */
const withoutEchoes = (counted: readonly Counted[]): Counted[] => {
  const gone = (at: number): number =>
    counted
      .filter(({ candidate }) => candidate.at === at && candidate.kind !== 'outliers')
      .reduce((sum, { rows }) => sum + rows, 0);
  return counted.flatMap((one) => {
    if (one.candidate.kind !== 'outliers') return [one];
    const rows = one.rows - gone(one.candidate.at);
    return rows <= 0 ? [] : [{ ...one, rows }];
  });
};

const reportOfSource = async (
  db: Sqlite,
  source: StoredSource,
  { now, today }: ReportOptions,
  job: Pick<JobContext, 'signal'>,
  onProgress: (done: number) => void,
): Promise<{ findings: Finding[]; table: ScoredTable }> => {
  const kept = keptReasons(db);
  const mask = activeMask(kept);
  const profile = await profileSource(db, source, job, (done) => onProgress(0.5 * done));
  const candidates = [...suspectValues(profile, now), ...suspectWords(profile)];
  const counted = await countCandidates(db, source, candidates, mask, job, (done) => onProgress(0.5 + 0.2 * done));
  const rows = [
    ...columnFindings(db, profile),
    ...(await rowFindings({ db, source, mask, today, job, onProgress: (done) => onProgress(0.7 + 0.3 * done) })),
  ];
  const findings = [
    ...withoutEchoes(counted).flatMap((one) => fromCounted(db, source, one)),
    ...rows.map((found) => fromRows(db, source, found, kept)),
  ];
  const scoredRows = new Map(rows.map((found) => [found.kind, found.scored]));
  const table = {
    rows: source.rows,
    hasDays: profile.isOrders,
    ...filledCells(profile),
    findings: findings.map((one) => ({ ...one, rows: scoredRows.get(one.kind) ?? one.rows })),
  };
  return { findings, table };
};

/** Customers that are counted apart for a zero or a capital; the finding stands with the source that brought the second. */
const addKeySpellings = async (
  db: Sqlite,
  sources: readonly StoredSource[],
  reports: readonly { findings: Finding[]; table: ScoredTable }[],
  job: Pick<JobContext, 'signal'>,
): Promise<Finding[]> => {
  const found = await keySpellings(db, job);
  const at = found === null ? -1 : sources.findIndex(({ id }) => id === found.sourceId);
  if (found === null || at < 0) return [];
  const source = sources[at]!;
  const column = source.columns.findIndex(({ role }) => role === 'customer');
  const finding: Finding = {
    ...describe(db, source, {
      kind: 'keySpellings',
      at: column < 0 ? null : column,
      severity: 'medium',
      rows: found.customers,
      examples: rowsOfCustomers(db, source, found.ids),
      micros: 0,
      message: message('quality.keySpellings', { rows: found.customers, example: found.example }),
    }),
    fix: null,
  };
  (reports[at]!.table.findings as ScoredTable['findings'][number][]).push(finding);
  return [finding];
};

/**
 * Looks through all tables of the project: a score with its parts, and every finding with its rows and what could be
 * done about it. O(cells); memory by rows (about 30 bytes) and customers, not by cells.
 * @throws AppError `cancelled`
 */
export const buildReport = async (
  db: Sqlite,
  options: ReportOptions,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<QualityReport> => {
  await markRows(db, job, (fraction) => onProgress(0.4 * fraction));
  const sources = listSources(db);
  const rows = sources.reduce((sum, source) => sum + source.rows, 0);
  const reports: { findings: Finding[]; table: ScoredTable }[] = [];
  let before = 0;
  for (const source of sources) {
    const start = before;
    const toWhole = (done: number) => onProgress(0.4 + (0.6 * (start + done * source.rows)) / Math.max(1, rows));
    reports.push(await reportOfSource(db, source, options, job, toWhole));
    before += source.rows;
  }
  const keys = await addKeySpellings(db, sources, reports, job);
  const findings = [...reports.flatMap((one) => one.findings), ...keys].sort(
    (a, b) => gravity[b.severity] - gravity[a.severity] || b.rows - a.rows || (a.id < b.id ? -1 : 1),
  );
  onProgress(1);
  return { ...scoreQuality(reports.map(({ table }) => table)), findings, rows, today: options.today };
};
