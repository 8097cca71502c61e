import { Button } from '@mantine/core';
import type { KeptPrediction, OutlookOf } from '../../../shared/model/prediction.ts';
import { showOnlySelected } from '../../client/customers-view.ts';
import { openCustomer } from '../../client/navigation.ts';
import { format, t } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import { wholeMoney } from './outlook-text.ts';
import classes from './predict.module.css';
import { usePeople } from './use-prediction.ts';

interface PeopleAheadProps {
  readonly of: OutlookOf | null;
  readonly kept: KeptPrediction;
}

/** Who is in the chosen group, those with most at stake first; each leads to the customer's own page. */
export const PeopleAhead = ({ of, kept }: PeopleAheadProps) => {
  const found = usePeople(of).data;
  const { margin } = kept.asked;
  if (of === null) return <p className={classes.ask}>{t('ahead.ask')}</p>;
  if (found === undefined) return null;
  const outlook =
    of === 'due' ? kept.due : typeof of === 'number' ? kept.bands[of]! : kept.groups.find(({ group }) => group === of)!;
  const isStake = of === 'slipping' || of === 'gone';
  const sales = margin === 1 ? t('ahead.segments.worth') : t('ahead.segments.profit');
  const figure =
    of === 'slipping'
      ? t('ahead.people.ifStaying')
      : of === 'gone'
        ? t('ahead.people.ifBack')
        : kept.found.value === null
          ? t('ahead.segments.orders')
          : sales;
  const rest = outlook.customers - found.people.length;
  return (
    <Panel heading={t('ahead.people')} aside={<span className={classes.aside}>{figure}</span>}>
      <ul className={classes.people}>
        {found.people.map(({ id, key, name, orders, worth, ifStaying, silentDays, usualDays }) => {
          const value = isStake ? ifStaying : (worth ?? orders);
          return (
            <li key={id}>
              <button type="button" className={classes.person} onClick={() => openCustomer(id)}>
                <span className={classes.personName}>{name ?? key}</span>
                <span className={classes.personValue}>
                  {worth === null ? format.number(value, 1) : wholeMoney(value * margin)}
                </span>
                <span className={classes.personNote}>
                  {t('ahead.people.silent', { days: silentDays, usual: usualDays })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {rest > 0 && <p className={classes.rest}>{t('ahead.people.rest', { customers: rest })}</p>}
      {found.rows.length > 0 && (
        <Button variant="default" size="xs" mt={8} onClick={showOnlySelected}>
          {t('ahead.people.show')}
        </Button>
      )}
    </Panel>
  );
};
