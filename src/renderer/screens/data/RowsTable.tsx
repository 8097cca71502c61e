import { useMemo } from 'react';
import type { Column } from '../../../shared/model/column.ts';
import type { Source } from '../../../shared/model/source.ts';
import { api } from '../../client/api.ts';
import { isYearColumn } from '../../client/feature-text.ts';
import { useProject } from '../../client/project.ts';
import { format, t } from '../../client/words.ts';
import { DataTable } from '../../components/DataTable.tsx';
import type { TableColumn } from '../../components/table-column.ts';

type Row = (string | number | null)[];

const isNumber = ({ type }: Column) => type === 'integer' || type === 'decimal';

/** Identifiers are written as they are: 12,583 is no customer. */
const isIdentity = ({ role }: Column) => role === 'customer' || role === 'order';

const cellText = (value: string | number | null, column: Column): string => {
  if (value === null) return '';
  if (typeof value === 'number' && column.type === 'integer' && isYearColumn(column.name)) return String(value);
  if (typeof value === 'number' && isNumber(column) && !isIdentity(column)) {
    return format.number(value, Number.isInteger(value) ? 0 : 2);
  }
  return column.type === 'timestamp' ? String(value).replace('T', ' ') : String(value);
};

const widthOf = (column: Column): number => {
  // A time stamp is shown with its seconds, whether the file wrote them or not.
  const least = column.type === 'timestamp' ? 19 : 0;
  const longest = Math.max(least, column.name.length, ...column.examples.map((example) => example.length));
  return Math.max(88, Math.min(300, 32 + longest * 7.8));
};

/** Every row of a source, fetched as it comes into view. */
export const RowsTable = ({ source }: { readonly source: Source }) => {
  const project = useProject();
  const columns = useMemo(
    () =>
      source.columns.map(
        (column, at): TableColumn<Row> => ({
          id: column.name,
          header: column.name,
          width: widthOf(column),
          numeric: isNumber(column) && !isIdentity(column),
          cell: (row) => cellText(row[at] ?? null, column),
        }),
      ),
    [source],
  );
  return (
    <DataTable<Row>
      label={t('data.table', { name: source.name })}
      columns={columns}
      pagesKey={['source.rows', project?.path, source.id]}
      fetchPage={(offset, limit, signal) => api.source.rows({ sourceId: source.id, offset, limit }, { signal })}
    />
  );
};
