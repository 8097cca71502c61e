import type { Preset } from './preset.ts';

const refunds = [{ heading: 'event type', values: ['refund'] }] as const;

/**
 * Square Dashboard → Transactions → Export: “Transactions CSV” (a row a payment) and “Items Detail CSV” (a row a line);
 * Customers → Export (Square help, “Export your transaction history”, “Import and export customers”; headers as in
 * files of 2019 to 2026, from 21 to 55 columns). `Total Collected` has tax and tips in it, so the money is `Net Sales`.
 * `Customer ID` is empty where nobody was added to the sale.
 */
export const square: readonly Preset[] = [
  {
    id: 'squareTransactions',
    shop: 'Square',
    what: 'payments',
    kind: 'orders',
    needs: ['date', 'time', 'gross sales', 'net sales', 'total collected', 'transaction id', 'payment id'],
    roles: {
      order: ['transaction id'],
      customer: ['customer id', 'customer reference id', 'customer name'],
      date: ['date'],
      amount: ['net sales'],
      name: ['customer name'],
      channel: ['channel', 'location'],
    },
    aside: refunds,
    money: 'netSales',
  },
  {
    id: 'squareItems',
    shop: 'Square',
    what: 'orderItems',
    kind: 'orderLines',
    needs: ['date', 'category', 'item', 'qty', 'price point name', 'net sales'],
    roles: {
      order: ['transaction id'],
      customer: ['customer id', 'customer reference id', 'customer name'],
      date: ['date'],
      quantity: ['qty'],
      amount: ['net sales'],
      product: ['item'],
      name: ['customer name'],
      channel: ['channel', 'location'],
    },
    aside: refunds,
    money: 'netSales',
  },
  {
    id: 'squareCustomers',
    shop: 'Square',
    what: 'customers',
    kind: 'customers',
    needs: ['square customer id', 'first visit', 'last visit', 'transaction count', 'lifetime spend'],
    roles: {
      customer: ['square customer id'],
      name: ['last name', 'surname', 'first name'],
      email: ['email address'],
      phone: ['phone number'],
      consent: ['email subscription status'],
    },
  },
];
