import { type ScoredTable, scoreQuality } from '../../../shared/engine/quality/score.ts';
import { message } from '../../../shared/model/message.ts';
import type { Finding, FindingKind, QualityFix, QualityReport, Severity } from '../../../shared/model/quality.ts';
import { isOrderKind } from '../../import/preview/line-reader.ts';
import { keepReport } from '../../store/repositories/quality-report.ts';
import { withoutReplaced } from '../../store/repositories/replaced.ts';
import { activeMask, keptReasons } from '../../store/repositories/rules.ts';
import { listSources, type StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { fromMicros } from '../aggregate-orders.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { currentSnapshot } from '../state.ts';
import { columnFindings, filledCells } from './column-findings.ts';
import { type Counted, countCandidates } from './count-candidates.ts';
import { keySpellings } from './key-spellings.ts';
import { markRows } from './mark-rows.ts';
import { profileSource } from './profile-source.ts';
import { readExamples } from './read-examples.ts';
import { reportState } from './report-view.ts';
import type { RowFinding } from './row-finding.ts';
import { rowFindings } from './row-findings.ts';
import { rowsOfCustomers } from './rows-of-customers.ts';
import { suspectValues } from './suspect-values.ts';
import { suspectWords } from './suspect-words.ts';

export interface ReportOptions {
  /** Days after it are in the future. */
  readonly now: string;
  /** Whether the data are up to date is judged against this day; null: it is not. */
  readonly today: string | null;
}

/** Findings of orders, keys and columns as a whole: what is on their rows says nothing. */
const withoutMoney: readonly FindingKind[] = [
  'sharedOrder',
  'longOrder',
  'empty',
  'constant',
  'gap',
  'stale',
  'keySpellings',
];

const gravity: Readonly<Record<Severity, number>> = { high: 3, medium: 2, low: 1, info: 0 };

const hasMoney = (source: StoredSource): boolean =>
  isOrderKind(source.kind) && source.columns.some(({ role }) => role === 'amount' || role === 'price');

/** Examples of a finding's rows. */
const mostExamples = 6;

const describe = (db: Sqlite, source: StoredSource, found: RowFinding, mark?: string) => ({
  id: [source.id, found.kind, ...(found.at === null ? [] : [found.at]), ...(mark === undefined ? [] : [mark])].join(
    ':',
  ),
  kind: found.kind,
  sourceId: source.id,
  source: source.name,
  file: source.file,
  sheet: source.sheet,
  column: found.at === null ? null : source.columns[found.at]!.name,
  severity: found.severity,
  rows: found.rows,
  money: hasMoney(source) && !withoutMoney.includes(found.kind) ? fromMicros(found.micros) : null,
  examples: readExamples(db, source, found.found.slice(0, mostExamples), found.at),
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

/** A finding with the rows that it is about. */
interface Told {
  readonly finding: Finding;
  readonly at: number | null;
  readonly found: readonly number[];
}

const fromCounted = (db: Sqlite, source: StoredSource, counted: Counted): Told[] => {
  const { candidate, rows, micros, found: which } = counted;
  const share = rows / Math.max(1, source.rows);
  const text = rows === 0 ? null : candidate.message(rows, share);
  if (text === null) return [];
  const found = { ...candidate, severity: candidate.severity(share), rows, found: which, message: text, micros };
  const money = candidate.fix?.kind === 'setAside' ? fromMicros(micros) : null;
  const fix = candidate.fix === null ? null : offered(candidate.fix, rows, money);
  return [{ finding: { ...describe(db, source, found, candidate.mark), fix }, at: candidate.at, found: which }];
};

const fromRows = (db: Sqlite, source: StoredSource, found: RowFinding, kept: readonly string[]): Told => {
  const isOrders = isOrderKind(source.kind);
  const hasRule =
    found.kind === 'duplicates' &&
    kept.includes('duplicate') &&
    (isOrders || (source.kind === 'customers' && source.columns.some(({ role }) => role === 'customer')));
  const rule: QualityFix = { kind: 'rule', reason: 'duplicate' };
  const money = isOrders ? fromMicros(found.micros) : null;
  const fix = hasRule ? offered(rule, found.countedRows ?? found.rows, money) : null;
  return { finding: { ...describe(db, source, found), fix }, at: found.at, found: found.found };
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

interface SourceReport {
  readonly told: Told[];
  readonly table: ScoredTable;
}

const reportOfSource = async (
  db: Sqlite,
  source: StoredSource,
  { now, today }: ReportOptions,
  job: Pick<JobContext, 'signal'>,
  onProgress: (done: number) => void,
): Promise<SourceReport> => {
  const kept = keptReasons(db);
  const mask = activeMask(kept);
  const profile = await profileSource(db, source, job, (done) => onProgress(0.5 * done));
  const candidates = [...suspectValues(profile, now), ...suspectWords(profile)];
  const counted = await countCandidates(db, source, candidates, mask, job, (done) => onProgress(0.5 + 0.2 * done));
  const rows = [
    ...(await columnFindings(db, profile, job)),
    ...(await rowFindings({ db, source, mask, today, job, onProgress: (done) => onProgress(0.7 + 0.3 * done) })),
  ];
  const told = [
    ...withoutEchoes(counted).flatMap((one) => fromCounted(db, source, one)),
    ...rows.map((found) => fromRows(db, source, found, kept)),
  ];
  const scoredRows = new Map(rows.map((found) => [found.kind, found.scored]));
  const table = {
    rows: source.rows,
    hasDays: profile.isOrders,
    ...filledCells(profile),
    findings: told.map(({ finding }) => ({ ...finding, rows: scoredRows.get(finding.kind) ?? finding.rows })),
  };
  return { told, table };
};

/** Customers that are counted apart for a zero or a capital; the finding stands with the source that brought the second. */
const addKeySpellings = async (
  db: Sqlite,
  sources: readonly StoredSource[],
  reports: readonly SourceReport[],
  job: Pick<JobContext, 'signal'>,
): Promise<Told[]> => {
  const found = await keySpellings(db, job);
  const at = found === null ? -1 : sources.findIndex(({ id }) => id === found.sourceId);
  if (found === null || at < 0) return [];
  const source = sources[at]!;
  const column = source.columns.findIndex(({ role }) => role === 'customer');
  const which = rowsOfCustomers(db, source, found.ids);
  const finding: Finding = {
    ...describe(db, source, {
      kind: 'keySpellings',
      at: column < 0 ? null : column,
      severity: 'medium',
      rows: found.customers,
      found: which,
      micros: 0,
      message: message('quality.keySpellings', { rows: found.customers, example: found.example }),
    }),
    fix: null,
  };
  (reports[at]!.table.findings as ScoredTable['findings'][number][]).push(finding);
  return [{ finding, at: column < 0 ? null : column, found: which }];
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
  const sources = withoutReplaced(db, listSources(db));
  const rows = sources.reduce((sum, source) => sum + source.rows, 0);
  const reports: SourceReport[] = [];
  let before = 0;
  for (const source of sources) {
    const start = before;
    const toWhole = (done: number) => onProgress(0.4 + (0.6 * (start + done * source.rows)) / Math.max(1, rows));
    reports.push(await reportOfSource(db, source, options, job, toWhole));
    before += source.rows;
  }
  const told = [...reports.flatMap((one) => one.told), ...(await addKeySpellings(db, sources, reports, job))];
  const revenue = currentSnapshot(db)?.totals.revenue ?? 0;
  const rowsOf = new Map(sources.map((source) => [source.id, source.rows]));
  /** The share of a table's rows, or of all money, that a finding concerns. */
  const reach = ({ sourceId, rows, money }: Finding): number =>
    Math.max(rows / Math.max(1, rowsOf.get(sourceId) ?? 1), Math.abs(money ?? 0) / Math.max(1, revenue));
  const findings = told
    .map(({ finding }) => finding)
    .sort((a, b) => gravity[b.severity] - gravity[a.severity] || reach(b) - reach(a) || (a.id < b.id ? -1 : 1));
  const report = { ...scoreQuality(reports.map(({ table }) => table)), findings, rows, today: options.today };
  await breathe(job);
  const found = new Map(
    told.map(({ finding, at, found }) => [
      finding.id,
      { sourceId: finding.sourceId, column: at, rows: Int32Array.from(found) },
    ]),
  );
  keepReport(db, reportState(db), report, found);
  onProgress(1);
  return report;
};
