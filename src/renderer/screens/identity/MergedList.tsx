import { Button } from '@mantine/core';
import type { IdentityRecord } from '../../../shared/model/identity.ts';
import { api } from '../../client/api.ts';
import { t } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { split } from './identity-jobs.ts';
import classes from './RecordGroup.module.css';
import { RecordGroup } from './RecordGroup.tsx';
import { RecordTable } from './RecordTable.tsx';
import { recordName } from './record-words.ts';
import { useFirst } from './use-first.ts';

/** Customers that were put together; each can be split again. */
export const MergedList = () => {
  const { data, error, refetch, more } = useFirst('identity.merged', async (page, signal) => {
    const { total, customers } = await api.identity.merged(page, { signal });
    return { total, items: customers };
  });
  if (error) return <ErrorPanel error={error} action={<Button onClick={() => refetch()}>{t('app.retry')}</Button>} />;
  if (data === undefined) return null;
  if (data.total === 0)
    return (
      <Panel>
        <EmptyState title={t('same.merged.none')} />
      </Panel>
    );
  return (
    <Panel flush>
      <p className={classes.lead}>{t('same.merged.text')}</p>
      <ul className={classes.list}>
        {data.items.map(({ customerId, records }) => (
          <RecordGroup key={customerId} records={records}>
            {() => (
              <>
                <RecordTable
                  records={records}
                  {...(records.length > 2
                    ? {
                        action: (record: IdentityRecord) => (
                          <Button
                            variant="default"
                            aria-label={t('same.split.one.label', { name: recordName(record) })}
                            onClick={() => split(customerId, record.id)}
                          >
                            {t('same.split.one')}
                          </Button>
                        ),
                      }
                    : {})}
                />
                <div className={classes.tools}>
                  <Button variant="default" onClick={() => split(customerId)}>
                    {t(records.length > 2 ? 'same.split.all' : 'same.splitAgain')}
                  </Button>
                </div>
              </>
            )}
          </RecordGroup>
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
