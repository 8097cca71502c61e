import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { CustomerStory } from '../../../shared/model/customer.ts';
import { format, t } from '../../client/words.ts';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { OrderLines } from './OrderLines.tsx';
import classes from './OrderList.module.css';

/** So many orders are shown before somebody asks for the others. */
const first = 12;

interface OrderListProps {
  readonly customerId: number;
  /** Of the customer in the snapshot. */
  readonly row: number;
  /** Newest first. */
  readonly orders: CustomerStory['orders'];
}

/** A customer's orders, newest first; each opens to its rows. */
export const OrderList = ({ customerId, row, orders }: OrderListProps) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const shown = all ? orders : orders.slice(0, first);
  return (
    <>
      <ul className={classes.orders}>
        {shown.map(({ order, day, lines, amount, sourceId, number }) => {
          const key = `${sourceId} ${number}`;
          const isOpen = open.has(key);
          return (
            <li key={key} className={classes.order}>
              <div className={classes.head}>
                <button
                  type="button"
                  className={classes.turn}
                  aria-expanded={isOpen}
                  onClick={() => {
                    const next = new Set(open);
                    if (!next.delete(key)) next.add(key);
                    setOpen(next);
                  }}
                >
                  <IconChevronRight size={15} stroke={1.8} aria-hidden className={classes.arrow} data-open={isOpen} />
                  <span className={classes.day}>{format.day(day)}</span>
                  <span className={classes.name} dir="auto">
                    {order === day ? '' : order}
                  </span>
                </button>
                <span className={classes.count}>
                  <NumberOrigin of={{ of: 'order', row, sourceId, number, figure: 'lines' }}>
                    {t('customers.story.lines', { lines })}
                  </NumberOrigin>
                </span>
                <span className={classes.amount}>
                  <NumberOrigin of={{ of: 'order', row, sourceId, number, figure: 'amount' }}>
                    {format.money(amount)}
                  </NumberOrigin>
                </span>
              </div>
              {isOpen && <OrderLines customerId={customerId} sourceId={sourceId} number={number} label={order} />}
            </li>
          );
        })}
      </ul>
      {!all && orders.length > first && (
        <Button variant="subtle" size="compact-sm" className={classes.more ?? ''} onClick={() => setAll(true)}>
          {t('customers.orders.all', { count: orders.length })}
        </Button>
      )}
    </>
  );
};
