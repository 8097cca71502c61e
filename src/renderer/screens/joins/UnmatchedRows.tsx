import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Join, JoinSideName, UnmatchedRows as Page } from '../../../shared/model/join.ts';
import { api } from '../../client/api.ts';
import { useProject } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { t } from '../../client/words.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { markedColumns } from '../../components/marked-columns.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import classes from './joins.module.css';

type Row = Page['rows'][number];

const columnsOf = (page: Page, withFile: boolean): TableColumn<Row>[] => {
  const columns = markedColumns(page, {
    row: t('joins.rows.row'),
    empty: t('joins.rows.empty'),
    marked: t('joins.rows.marked'),
  });
  if (!withFile) return columns;
  return [{ id: 'file', header: t('joins.rows.file'), width: 170, cell: ({ file }) => file }, ...columns];
};

/** The rows of either side that find nothing in the other table, with the value that is missing there. */
export const UnmatchedRows = ({ join }: { readonly join: Join }) => {
  const project = useProject();
  const [side, setSide] = useState<JoinSideName>(
    join.left.unmatched > 0 && join.left.unmatched <= join.right.unmatched
      ? 'left'
      : join.right.unmatched > 0
        ? 'right'
        : 'left',
  );
  const { name, unmatched, files } = join[side];
  const ask = async (offset: number, limit: number, signal: AbortSignal) => {
    const page = await api.joins.unmatched({ id: join.id, side, offset, limit }, { signal });
    return { ...page, total: page.listed };
  };
  const first = useProjectQuery(
    ['joins.unmatched.first', join.id, side],
    (signal) => api.joins.unmatched({ id: join.id, side, offset: 0, limit: 50 }, { signal }),
    { keep: false },
  );
  const columns = useMemo(
    () => (first.data === undefined ? [] : columnsOf(first.data, files > 1)),
    [first.data, files],
  );
  return (
    <section className={classes.rows} aria-label={t('joins.rows')}>
      <div className={classes.top}>
        <h2 className={classes.topTitle}>{t('joins.rows')}</h2>
        {first.data !== undefined && first.data.listed < first.data.total && (
          <span className={classes.muted}>
            {t('joins.rows.listed', { listed: first.data.listed, total: first.data.total })}
          </span>
        )}
        <SegmentedControl
          aria-label={t('joins.rows')}
          value={side}
          onChange={(value) => setSide(value === 'left' ? 'left' : 'right')}
          data={(['left', 'right'] as const).map((value) => ({
            value,
            label: t('joins.rows.side', { ...join[value] }),
          }))}
        />
      </div>
      {unmatched === 0 ? (
        <p className={classes.none}>{t('joins.rows.none', { name })}</p>
      ) : (
        first.data !== undefined && (
          <DataTable<Row>
            key={side}
            label={t('joins.rows')}
            columns={columns}
            pagesKey={['joins.unmatched', project?.path, project?.revision, join.id, side]}
            fetchPage={ask}
          />
        )
      )}
    </section>
  );
};
