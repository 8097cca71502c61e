import type { ReactNode } from 'react';
import type { CustomerRow } from '../../shared/model/customer.ts';
import type { Segment, Segmentation } from '../../shared/model/segmentation.ts';
import { api } from '../client/api.ts';
import { featureText } from '../client/feature-text.ts';
import { openCustomer } from '../client/navigation.ts';
import { useProjectQuery } from '../client/queries.ts';
import { t, tell } from '../client/words.ts';
import { Panel } from '../components/Panel.tsx';
import classes from './explanation.module.css';
import inspector from './inspector.module.css';
import { word } from './words.ts';

/** Named of each kind. */
const named = 3;

const useCustomers = (rows: readonly number[], segmentationId: number): ReadonlyMap<number, CustomerRow> => {
  const page = useProjectQuery(
    ['customers.page', segmentationId, 'explained', rows],
    (signal) =>
      api.customers.page({ segmentationId, rows: [...rows], offset: 0, limit: Math.max(1, rows.length) }, { signal }),
    { enabled: rows.length > 0, keep: false },
  );
  return new Map(page.data?.rows.map((customer) => [customer.row, customer]));
};

const Customer = ({ customer, children }: { customer: CustomerRow; children: ReactNode }) => (
  <li className={classes.customer}>
    <button type="button" className={classes.link} onClick={() => openCustomer(customer.id)}>
      {customer.name ?? word('map.customer', { key: customer.key })}
    </button>
    <span className={inspector.rowNote}>{children}</span>
  </li>
);

/** How many surely belong here, who is most like all the others, and who could as well be elsewhere. */
export const TypicalCustomers = ({ segment, segmentation }: { segment: Segment; segmentation: Segmentation }) => {
  const { explanation, features, segments } = segmentation;
  const mine = explanation?.segments.find(({ label }) => label === segment.label);
  const typical = mine?.typical.slice(0, named) ?? [];
  const borderline = mine?.borderline.slice(0, named) ?? [];
  const customers = useCustomers([...typical, ...borderline.map(({ row }) => row)], segmentation.id);
  if (explanation === null || mine === undefined || segment.size === 0) return null;
  // The two facts that set this segment apart most.
  const facts = [...segment.profile]
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, 2)
    .flatMap(({ feature: key }) => {
      const at = features.findIndex((feature) => feature.key === key);
      return at < 0 ? [] : [{ feature: features[at]!, at }];
    });
  const factsOf = ({ values }: CustomerRow): string =>
    facts
      .map(({ feature, at }) =>
        t('explain.customers.fact', {
          name: tell(feature.name),
          value: featureText(feature, values[at] ?? null) || word('unit.missing'),
        }),
      )
      .join(' · ');
  const { sure, fairlySure, onTheEdge } = mine.certainty;
  const all = sure + fairlySure + onTheEdge;
  return (
    <Panel heading={t('explain.customers.heading')}>
      {all > 0 && (
        <p className={inspector.text}>
          {t('explain.customers.certainty', { sure: sure / all, onTheEdge: onTheEdge / all })}
        </p>
      )}
      <h3 className={classes.heading}>{t('explain.customers.typical')}</h3>
      <ul className={classes.customers}>
        {typical.map((row) => {
          const customer = customers.get(row);
          return (
            customer && (
              <Customer key={row} customer={customer}>
                {factsOf(customer)}
              </Customer>
            )
          );
        })}
      </ul>
      {borderline.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('explain.customers.borderline')}</h3>
          <ul className={classes.customers}>
            {borderline.map(({ row, label }) => {
              const customer = customers.get(row);
              const other = segments.find((one) => one.label === label);
              return (
                customer &&
                other && (
                  <Customer key={row} customer={customer}>
                    {t('explain.customers.nearly', { segment: tell(other.name) })}
                  </Customer>
                )
              );
            })}
          </ul>
        </>
      )}
    </Panel>
  );
};
