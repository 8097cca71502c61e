import type { Message } from '../../../shared/model/message.ts';
import type { FindingKind, Severity } from '../../../shared/model/quality.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';

/** A finding about rows rather than cells. */
export interface RowFinding {
  readonly kind: FindingKind;
  readonly at: number | null;
  readonly severity: Severity;
  readonly rows: number;
  /** The rows that can be looked at: of very many the first, and none where there are none of its own. */
  readonly found: readonly number[];
  readonly message: Message;
  /** On counted rows. */
  readonly micros: number;
  /** Those that count, where others are among them. */
  readonly countedRows?: number;
  /** Rows that score against the table, where they are not `rows`. */
  readonly scored?: number;
}

/** Rows of a finding that are kept to be looked at. */
export const mostRows = 200_000;

export const roleAt = (source: StoredSource, role: string): number =>
  source.columns.findIndex((one) => one.role === role);

/** What a list of rows turns into. */
export const createRowList = () => {
  const found: number[] = [];
  let rows = 0;
  let micros = 0;
  return {
    add: (row: number, amount: number | null = null) => {
      rows += 1;
      micros += Math.round((amount ?? 0) * 1e6);
      if (found.length < mostRows) found.push(row);
    },
    get: () => ({ rows, found, micros }),
  };
};

/** What a search for such findings is given. */
export interface SearchSetting {
  readonly db: Sqlite;
  readonly source: StoredSource;
  readonly mask: number;
  readonly today: string | null;
  readonly job: Pick<JobContext, 'signal'>;
  readonly onProgress: (done: number) => void;
}
