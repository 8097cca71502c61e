import { api } from '../../client/api.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { t } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { markedColumns } from '../../components/marked-columns.tsx';
import classes from './OrderList.module.css';

interface OrderLinesProps {
  readonly customerId: number;
  readonly sourceId: number;
  readonly number: number;
  readonly label: string;
}

/** The rows of one order as they stand in their file, with their numbers there. */
export const OrderLines = ({ customerId, sourceId, number, label }: OrderLinesProps) => {
  const { data, error } = useProjectQuery(
    ['customers.lines', customerId, sourceId, number],
    (signal) => api.customers.lines({ customerId, sourceId, number }, { signal }),
    { keep: false },
  );
  if (error) return <ErrorPanel error={error} />;
  if (data === undefined) return <Delayed>{<p className={classes.from}>{t('app.loading')}</p>}</Delayed>;
  const { source, rows, more } = data;
  const columns = markedColumns(
    { columns: data.columns, marked: null, rows },
    { row: t('rows.row'), empty: '', marked: '' },
  );
  return (
    <div className={classes.opened}>
      <p className={classes.from}>
        {t('customers.lines.from', { file: source.file, sheet: source.sheet })}
        {more > 0 && ` ${t('customers.lines.more', { more })}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled sideways must be reached by keys */}
      <section className={classes.lines} tabIndex={0} aria-label={t('customers.lines', { order: label })}>
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.map(({ id, header, numeric }) => (
                <th key={id} scope="col" data-numeric={numeric}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                {columns.map(({ id, numeric, cell }) => (
                  <td key={id} data-numeric={numeric} dir="auto">
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
};
