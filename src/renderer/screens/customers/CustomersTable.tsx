import { type ReactNode, useMemo } from 'react';
import type { CustomerRow } from '../../../shared/model/customer.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { api } from '../../client/api.ts';
import { featureText } from '../../client/feature-text.ts';
import { useProject } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { t, tell } from '../../client/words.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { NoSegmentTile, SegmentTile } from '../../components/SegmentTile.tsx';
import type { TableColumn, TableSort } from '../../components/table-column.ts';
import classes from './CustomersTable.module.css';

interface CustomersTableProps {
  readonly segmentation: Segmentation | null;
  readonly segmentIds: readonly number[];
  readonly rows: Uint32Array | null;
  readonly search: string;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
  readonly onTotal: (total: number) => void;
  readonly chosenRow: number | null;
  readonly onChoose: (row: number) => void;
  readonly empty: ReactNode;
}

/** Wide enough for the longest name of a segment, within reason. */
const segmentWidth = ({ segments }: Segmentation): number =>
  Math.max(160, Math.min(270, 52 + Math.max(0, ...segments.map(({ name }) => tell(name).length)) * 7));

/** Columns of the list: who, the segment, every fact, the address. Names and addresses only where the file has them. */
const columnsOf = (segmentation: Segmentation | null, sample: CustomerRow | undefined): TableColumn<CustomerRow>[] => {
  const segments = new Map(segmentation?.segments.map((segment) => [segment.id, segment]) ?? []);
  const text = (id: 'key' | 'name' | 'email', width: number): TableColumn<CustomerRow> => ({
    id,
    header: t(`customers.${id}`),
    width,
    sortable: true,
    cell: (row) => row[id] ?? '',
  });
  return [
    text('key', Math.max(96, Math.min(180, 36 + (sample?.key.length ?? 0) * 8))),
    ...(sample && sample.name !== null ? [text('name', 150)] : []),
    ...(segmentation === null
      ? []
      : [
          {
            id: 'segment',
            header: t('customers.segment'),
            width: segmentWidth(segmentation),
            sortable: true,
            cell: (row: CustomerRow) => {
              const segment = row.segmentId === null ? undefined : segments.get(row.segmentId);
              return segment ? (
                <span className={classes.segment}>
                  <SegmentTile color={segment.color} />
                  <span className={classes.name}>{tell(segment.name)}</span>
                </span>
              ) : (
                <span className={classes.segment}>
                  <NoSegmentTile />
                  <span className={classes.nobody}>{t('trust.none')}</span>
                </span>
              );
            },
          },
        ]),
    ...(segmentation?.features ?? []).map(
      (feature, at): TableColumn<CustomerRow> => ({
        id: feature.key,
        header: tell(feature.name),
        width: Math.max(96, Math.min(190, 30 + tell(feature.name).length * 6.2)),
        numeric: true,
        sortable: true,
        cell: (row) => featureText(feature, row.values[at] ?? null),
      }),
    ),
    ...(sample && sample.email !== null ? [text('email', 210)] : []),
  ];
};

export const CustomersTable = (props: CustomersTableProps) => {
  const { segmentation, segmentIds, rows, search, sort, onSort, onTotal, chosenRow, onChoose, empty } = props;
  const project = useProject();
  const segmentationId = segmentation?.id;
  const first = useProjectQuery(['customers.first', segmentationId], (signal) =>
    api.customers.page({ ...(segmentationId ? { segmentationId } : {}), offset: 0, limit: 1 }, { signal }),
  );
  const sample = first.data?.rows[0];
  const columns = useMemo(() => columnsOf(segmentation, sample), [segmentation, sample]);
  const picked = useMemo(() => (rows === null ? undefined : [...rows]), [rows]);
  return (
    <DataTable<CustomerRow>
      label={t('customers.table')}
      columns={columns}
      pagesKey={[
        'customers.page',
        project?.path,
        project?.revision,
        segmentationId,
        segmentIds,
        picked?.length ?? null,
        picked?.slice(0, 50),
        search,
        sort,
      ]}
      fetchPage={async (offset, limit, signal) => {
        const page = await api.customers.page(
          {
            ...(segmentationId ? { segmentationId } : {}),
            ...(segmentIds.length > 0 ? { segmentIds: [...segmentIds] } : {}),
            ...(picked ? { rows: picked } : {}),
            ...(search === '' ? {} : { search }),
            ...(sort ? { sort } : {}),
            offset,
            limit,
          },
          { signal },
        );
        return page;
      }}
      onTotal={onTotal}
      sort={sort}
      onSort={onSort}
      isSelected={({ row }) => row === chosenRow}
      onChoose={({ row }) => onChoose(row)}
      empty={empty}
    />
  );
};
