import { useMemo, useState } from 'react';
import type { Finding, FindingRowsPage } from '../../../shared/model/quality.ts';
import { api } from '../../client/api.ts';
import { useProject } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { t } from '../../client/words.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { markedColumns } from '../../components/marked-columns.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import classes from './quality.module.css';

type Row = FindingRowsPage['rows'][number];

const columnsOf = (page: FindingRowsPage): TableColumn<Row>[] =>
  markedColumns(page, { row: t('mend.table.row'), empty: t('mend.table.empty'), marked: t('mend.cell.marked') });

/** Every row that a finding is about, fetched as it comes into view, with the cell marked. */
export const FindingRows = ({ finding }: { readonly finding: Finding }) => {
  const project = useProject();
  const [total, setTotal] = useState<number | null>(null);
  const ask = (offset: number, limit: number, signal: AbortSignal) =>
    api.quality.rows({ finding: finding.id, offset, limit }, { signal });
  const first = useProjectQuery(['quality.rows.first', finding.id], (signal) => ask(0, 50, signal), { keep: false });
  const columns = useMemo(() => (first.data === undefined ? [] : columnsOf(first.data)), [first.data]);
  if (first.data === undefined) return null;
  if (first.data.total === 0) return <p className={classes.none}>{t('mend.table.none')}</p>;
  return (
    <>
      <div className={classes.tableTop}>
        <h2 className={classes.tableTitle}>{t('mend.table')}</h2>
        <span className={classes.from}>
          {[finding.file, finding.sheet].filter(Boolean).join(' · ')}
          {total !== null && ` · ${t('mend.table.of', { shown: total, rows: Math.max(finding.rows, total) })}`}
        </span>
      </div>
      <DataTable<Row>
        label={t('mend.table')}
        columns={columns}
        pagesKey={['quality.rows', project?.path, project?.revision, finding.id]}
        fetchPage={ask}
        onTotal={setTotal}
      />
    </>
  );
};
