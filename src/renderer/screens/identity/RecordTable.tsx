import type { ReactNode } from 'react';
import type { IdentityField, IdentityRecord } from '../../../shared/model/identity.ts';
import { format, t } from '../../client/words.ts';
import { markDifferences } from './mark-differences.ts';
import classes from './RecordTable.module.css';
import { fieldsOf, fieldText, recordName } from './record-words.ts';

interface RecordTableProps {
  readonly records: readonly IdentityRecord[];
  /** Fields that need no marks. */
  readonly agreeing?: ReadonlySet<IdentityField> | undefined;
  /** Below each record: what can be done with it. */
  readonly action?: (record: IdentityRecord) => ReactNode;
}

const Cell = ({ text, other }: { readonly text: string | undefined; readonly other: string | undefined }) => {
  if (text === undefined) return <span className={classes.missing}>{t('same.missing')}</span>;
  if (other === undefined) return text;
  let at = 0;
  return markDifferences(text, other).map((piece) => {
    at += piece.text.length;
    return piece.differs ? (
      <mark key={at} className={classes.mark}>
        {piece.text}
      </mark>
    ) : (
      <span key={at}>{piece.text}</span>
    );
  });
};

const textOf = (field: IdentityField, text: string | undefined): string | undefined =>
  text === undefined ? undefined : fieldText(field, text);

/** Records side by side, letters that differ marked: of two both ways, of more against the first. */
export const RecordTable = ({ records, agreeing, action }: RecordTableProps) => {
  const otherOf = (at: number): IdentityRecord | undefined =>
    at > 0 ? records[0] : records.length === 2 ? records[1] : undefined;
  return (
    <section
      className={classes.frame}
      tabIndex={records.length > 3 ? 0 : undefined}
      aria-label={t('same.open', { name: recordName(records[0]!) })}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            {records.map((record, at) => (
              <th key={record.id} scope="col">
                {t('same.record', { number: at + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fieldsOf(records).map((field) => (
            <tr key={field}>
              <th scope="row">{t(`same.field.${field}`)}</th>
              {records.map(({ id, fields }, at) => (
                <td key={id}>
                  <Cell
                    text={textOf(field, fields[field])}
                    other={agreeing?.has(field) ? undefined : textOf(field, otherOf(at)?.fields[field])}
                  />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('same.field.key')}</th>
            {records.map(({ id, key, sources }) => (
              <td key={id} className={classes.origin}>
                {t('same.from', { key: key ?? t('same.guest'), sources: format.list(sources) })}
              </td>
            ))}
          </tr>
          {action && (
            <tr>
              <td />
              {records.map((record) => (
                <td key={record.id}>{action(record)}</td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
};
