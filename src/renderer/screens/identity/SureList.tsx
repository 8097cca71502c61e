import { Button } from '@mantine/core';
import type { IdentityGroup, IdentityRecord } from '../../../shared/model/identity.ts';
import { api } from '../../client/api.ts';
import { t } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { decide } from './identity-jobs.ts';
import { Likelihood, Reasons } from './Reasons.tsx';
import classes from './RecordGroup.module.css';
import { RecordGroup } from './RecordGroup.tsx';
import { RecordTable } from './RecordTable.tsx';
import { agreeingFields, recordName } from './record-words.ts';
import { useFirst } from './use-first.ts';

/** Keeps one record apart from all others of its group. */
const keepApart = (record: IdentityRecord, records: readonly IdentityRecord[]): Promise<unknown> =>
  decide(
    records
      .filter(({ customerId }) => customerId !== record.customerId)
      .map(({ id }) => ({ a: record.id, b: id, verdict: 'different' })),
  );

const Group = ({ group: { records, pairs } }: { readonly group: IdentityGroup }) => (
  <RecordGroup records={records}>
    {() => (
      <>
        <RecordTable
          records={records}
          agreeing={records.length === 2 && pairs[0] ? agreeingFields(pairs[0]) : undefined}
          {...(records.length > 2
            ? {
                action: (record: IdentityRecord) => (
                  <Button
                    variant="default"
                    aria-label={t('same.apart.one.label', { name: recordName(record) })}
                    onClick={() => keepApart(record, records)}
                  >
                    {t('same.apart.one')}
                  </Button>
                ),
              }
            : {})}
        />
        {pairs[0] && records.length === 2 && (
          <>
            <Likelihood pair={pairs[0]} />
            <Reasons pair={pairs[0]} />
          </>
        )}
        {records.length === 2 && (
          <div className={classes.tools}>
            <Button variant="default" onClick={() => keepApart(records[0]!, records)}>
              {t('same.apart')}
            </Button>
          </div>
        )}
      </>
    )}
  </RecordGroup>
);

/** Customers that surely stand several times, each with its records and why. */
export const SureList = () => {
  const { data, error, refetch, more } = useFirst('identity.sure', async (page, signal) => {
    const { total, groups } = await api.identity.sure(page, { signal });
    return { total, items: groups };
  });
  if (error) return <ErrorPanel error={error} action={<Button onClick={() => refetch()}>{t('app.retry')}</Button>} />;
  if (data === undefined) return null;
  if (data.total === 0)
    return (
      <Panel>
        <EmptyState title={t('same.sure.none')} />
      </Panel>
    );
  return (
    <Panel flush>
      <p className={classes.lead}>{t('same.sure.text')}</p>
      <ul className={classes.list}>
        {data.items.map((group) => (
          <Group key={group.records[0]!.id} group={group} />
        ))}
      </ul>
      {data.items.length < data.total && (
        <div className={classes.more}>
          <Button variant="default" onClick={more}>
            {t('same.more', { left: data.total - data.items.length })}
          </Button>
        </div>
      )}
    </Panel>
  );
};
