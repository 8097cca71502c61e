import type { Preset } from './preset.ts';

/**
 * Stripe Dashboard → Payments → Export (`unified_payments.csv`, `payments.csv`, charges) and Customers → Export. Stripe
 * support, “Exporting payment reports”; headers as in files of 2019 to 2026. Amounts are in whole currency units, not
 * in cents as in Stripe’s API; `Converted Amount` is the same in the account’s own currency. Customer ID is empty for
 * guests, who have an e-mail address only.
 */
export const stripe: readonly Preset[] = [
  {
    id: 'stripePayments',
    shop: 'Stripe',
    what: 'payments',
    kind: 'orders',
    needs: ['id', ['created date utc', 'created utc', 'created'], 'amount', 'amount refunded', 'currency', 'status'],
    roles: {
      order: ['id'],
      customer: ['customer id', 'customer email', 'card name'],
      date: ['created date utc', 'created utc', 'created'],
      amount: ['converted amount', 'amount'],
      name: ['customer name', 'card name'],
      email: ['customer email'],
      phone: ['customer phone'],
    },
    aside: [
      {
        heading: 'status',
        values: [
          'failed',
          'refunded',
          'canceled',
          'cancelled',
          'blocked',
          'expired',
          'incomplete',
          'uncaptured',
          'requires_payment_method',
          'requires_action',
          'requires_confirmation',
          'requires payment method',
        ],
      },
    ],
    money: 'payments',
  },
  {
    id: 'stripeCustomers',
    shop: 'Stripe',
    what: 'customers',
    kind: 'customers',
    needs: ['id', 'email', 'total spend', 'payment count'],
    roles: { customer: ['id', 'email'], name: ['name', 'card name'], email: ['email'] },
  },
];
