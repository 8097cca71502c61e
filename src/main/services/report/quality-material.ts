import { findingParts } from '../../../shared/model/quality.ts';
import type { QualityMaterial } from '../../../shared/model/report-material.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { lastReportView } from '../quality/report-view.ts';

/** What the last look through the tables found, without a value of any row: counts, columns and files only. */
export const qualityMaterial = (db: Sqlite): QualityMaterial | null => {
  const last = lastReportView(db);
  if (last === null) return null;
  const { report, current } = last;
  const findings = report.findings.map(({ kind, severity, file, column, rows }) => ({
    part: findingParts[kind],
    kind,
    severity,
    file,
    column,
    rows,
  }));
  return {
    score: report.score,
    current,
    parts: report.parts.map(({ part, score }) => ({
      part,
      score,
      findings: findings.filter((one) => one.part === part).length,
    })),
    findings,
  };
};
