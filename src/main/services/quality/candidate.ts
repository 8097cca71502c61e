import type { Message } from '../../../shared/model/message.ts';
import type { CellTest, FindingKind, Severity } from '../../../shared/model/quality.ts';
import type { SourceFix } from '../../store/repositories/corrections.ts';

/** Something that may be wrong with the cells of one column; how many there are is counted next. */
export interface Candidate {
  readonly kind: FindingKind;
  /** Of the source's columns. */
  readonly at: number;
  /** Which cells. */
  readonly test: CellTest;
  /** Tells candidates of one kind and column apart. */
  readonly mark?: string;
  readonly severity: (share: number) => Severity;
  /** Told the number of rows; null where so many or so few are nothing to speak of. */
  readonly message: (rows: number, share: number) => Message | null;
  readonly fix: SourceFix | null;
  /** Only rows that count are looked at. */
  readonly counted: boolean;
}

export const always = (severity: Severity) => (): Severity => severity;
export const byShare =
  (medium: number, high = Number.POSITIVE_INFINITY) =>
  (share: number): Severity =>
    share >= high ? 'high' : share >= medium ? 'medium' : 'low';
