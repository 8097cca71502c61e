import { message } from '../../model/message.ts';
import type { FindingKind, PartScore, QualityPart, Severity } from '../../model/quality.ts';
import { findingParts } from '../../model/quality.ts';

/** A finding as the score needs it. */
interface ScoredFinding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly rows: number;
}

/** One table: its rows, whether it says days, and what was found in it. */
export interface ScoredTable {
  readonly rows: number;
  readonly hasDays: boolean;
  /** Filled cells among those of the columns that matter. */
  readonly filled: number;
  readonly cells: number;
  readonly findings: readonly ScoredFinding[];
}

const partWeights: Readonly<Record<QualityPart, number>> = {
  completeness: 25,
  uniqueness: 15,
  validity: 25,
  consistency: 15,
  keys: 15,
  freshness: 5,
};
/** What a row that a finding concerns costs, against the whole table. */
const costs: Readonly<Record<Severity, number>> = { info: 0, low: 1, medium: 3, high: 10 };
/** And what a finding costs at least, however few its rows: it has to be looked at. */
const least: Readonly<Record<Severity, number>> = { info: 0, low: 0.005, medium: 0.02, high: 0.05 };

const partOf = (part: QualityPart, table: ScoredTable): { score: number; findings: ScoredFinding[] } => {
  const findings = table.findings.filter(({ kind }) => findingParts[kind] === part);
  const lost = findings.reduce(
    (sum, { severity, rows }) => sum + Math.max(least[severity], (costs[severity] * rows) / Math.max(1, table.rows)),
    0,
  );
  const kept = Math.max(0, 1 - lost);
  return part === 'completeness'
    ? { score: Math.min(table.cells === 0 ? 1 : table.filled / table.cells, 1), findings }
    : { score: kept, findings };
};

const round = (score: number): number => Math.round(score * 10) / 10;

/**
 * The score of all tables together, 0 to 100: completeness is the share of filled cells in the columns that matter; every
 * other part loses, for each finding, the share of rows it concerns times its gravity (low 1, medium 3, high 10), and a
 * little however few they are. Every table counts alike, so that a long one that is in order hides no short one that is not; a part that no table has anything to say of does not count.
 */
export const scoreQuality = (tables: readonly ScoredTable[]): { score: number; parts: PartScore[] } => {
  const parts = (Object.keys(partWeights) as QualityPart[]).map((part): PartScore => {
    const judged = tables.filter((table) => table.rows > 0 && (part !== 'freshness' || table.hasDays));
    const scored = judged.map((table) => partOf(part, table));
    const score = scored.length === 0 ? null : scored.reduce((sum, one) => sum + one.score, 0) / scored.length;
    const findings = scored.flatMap((one) => one.findings).filter(({ severity }) => severity !== 'info').length;
    return {
      part,
      weight: partWeights[part],
      score: score === null ? null : round(100 * score),
      message:
        score === null
          ? message(`quality.part.${part}.none`)
          : message(`quality.part.${part}`, { findings, share: score }),
    };
  });
  const counted = parts.filter(({ score }) => score !== null);
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  const score = weights === 0 ? 100 : counted.reduce((sum, part) => sum + part.weight * part.score!, 0) / weights;
  return { score: round(score), parts };
};
