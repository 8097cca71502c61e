import { useEffect, useRef, useState } from 'react';
import { useCustomerInAddress } from '../../client/navigation.ts';
import { t } from '../../client/words.ts';
import { CustomerPage } from './CustomerPage.tsx';
import { CustomersList } from './CustomersList.tsx';
import classes from './CustomersScreen.module.css';

/**
 * Everybody, or one of them on a page of its own, as the address says. The table stays as it is behind the page, so that
 * one comes back to where one was, or to the customer that one went on to.
 */
export const CustomersScreen = () => {
  const customerId = useCustomerInAddress();
  const isList = customerId === null;
  const [wasList, setWasList] = useState(isList);
  const [show, setShow] = useState<{ index: number; near: boolean } | null>(null);
  const last = useRef<number | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (customerId !== null) page.current?.focus();
  }, [customerId]);
  useEffect(() => {
    if (!isList) return;
    setWasList(true);
    if (last.current !== null) setShow({ index: last.current, near: true });
    last.current = null;
    // The keys go on where they were.
    place.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    document.title = `${t('app.screen.customers')} · ${t('app.name')}`;
  }, [isList]);
  return (
    <div ref={place} className={classes.places}>
      {(isList || wasList) && (
        <div className={classes.place} data-behind={!isList} inert={!isList}>
          <CustomersList show={show} />
        </div>
      )}
      {customerId !== null && (
        <div ref={page} tabIndex={-1} className={classes.place} data-customer-page>
          <CustomerPage
            customerId={customerId}
            onPlace={(index) => {
              last.current = index;
            }}
          />
        </div>
      )}
    </div>
  );
};
