import { Button } from '@mantine/core';
import type { CustomerStory } from '../../../shared/model/customer.ts';
import { identityFields } from '../../../shared/model/identity.ts';
import { goTo } from '../../client/navigation.ts';
import { format, t } from '../../client/words.ts';
import classes from './CustomerPage.module.css';

/** Which records of the files this customer is, and where each comes from. */
export const CustomerRecords = ({ records }: Pick<CustomerStory, 'records'>) => (
  <section>
    <h3 className={classes.heading}>{t('customers.records')}</h3>
    <p className={classes.sentence}>{t('customers.records.text', { count: records.length })}</p>
    <ul className={classes.records}>
      {records.map(({ id, key, sources, fields }) => (
        <li key={id} className={classes.record}>
          <dl className={classes.fields}>
            {identityFields.flatMap((field) => {
              const text = fields[field];
              return text === undefined
                ? []
                : [
                    <div key={field} className={classes.field}>
                      <dt>{t(`same.field.${field}`)}</dt>
                      <dd dir="auto">
                        {field === 'birthDate' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? format.day(text) : text}
                      </dd>
                    </div>,
                  ];
            })}
          </dl>
          <p className={classes.origin}>
            {t('same.from', { key: key ?? t('same.guest'), sources: format.list(sources) })}
          </p>
        </li>
      ))}
    </ul>
    <Button variant="default" size="compact-sm" onClick={() => goTo('identity')}>
      {t('customers.records.open')}
    </Button>
  </section>
);
