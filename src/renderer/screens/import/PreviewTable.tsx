import type { ColumnRole, ColumnType } from '../../../shared/model/column.ts';
import type { Mapping, SheetPreview } from '../../../shared/model/source.ts';
import { t } from '../../client/words.ts';
import { ColumnBadges } from '../../components/ColumnBadges.tsx';
import { Panel } from '../../components/Panel.tsx';
import classes from './PreviewTable.module.css';
import { withoutNoise } from './without-noise.ts';

/** Numbers stand right; numbers that only name something stand left. */
const isQuantity = (type: ColumnType, role: ColumnRole): boolean =>
  (type === 'integer' || type === 'decimal') && role !== 'customer' && role !== 'order' && role !== 'phone';

/** The first rows as they stand in the file, with what we take each column for. */
export const PreviewTable = ({
  sheet,
  mapping,
  short = false,
}: {
  readonly sheet: Pick<SheetPreview, 'columns' | 'sample'>;
  readonly mapping: Pick<Mapping, 'kind' | 'columns'>;
  /** Leaves room for what stands under it. */
  readonly short?: boolean;
}) => (
  <Panel heading={t('import.preview')} flush>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
    <section className={classes.scroller} data-short={short} tabIndex={0} aria-label={t('import.preview.scroll')}>
      <table className={classes.table}>
        <thead>
          <tr>
            {sheet.columns.map((column, at) => {
              const { role = column.role, type = column.type } = mapping.columns[at] ?? {};
              return (
                <th key={column.name} scope="col" data-numeric={isQuantity(type, role)}>
                  <span className={classes.name}>{column.name}</span>
                  <ColumnBadges type={type} role={role} fact={mapping.kind === 'customers'} />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sheet.sample.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file have no other name than their place
            <tr key={at}>
              {sheet.columns.map(({ name, type, role }, column) => (
                <td
                  key={name}
                  data-numeric={isQuantity(
                    mapping.columns[column]?.type ?? type,
                    mapping.columns[column]?.role ?? role,
                  )}
                >
                  {withoutNoise(row[column] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </Panel>
);
