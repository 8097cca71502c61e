import type { Preset } from './preset.ts';

const cancelled = ['cancelled', 'canceled'];
const roles = {
  // An alias at marketplace.amazon, the same for all orders of one buyer.
  customer: ['buyer email', 'buyer name'],
  date: ['purchase date', 'payments date'],
  quantity: ['quantity purchased', 'quantity', 'quantity shipped'],
  product: ['sku', 'product name'],
  name: ['buyer name', 'recipient name'],
  phone: ['buyer phone number'],
  channel: ['sales channel'],
  // Amazon gives the price of the whole line under this name.
  amount: ['item price'],
} as const;

/**
 * Amazon Seller Central, tab separated: Order reports (`order-id`), All orders and Amazon fulfilled shipments
 * (`amazon-order-id`); Payments → Date range reports (comma separated, some lines of explanation above). SP-API
 * documentation, “Order report attributes”; headers as in files of 2009 to 2026. All orders and date range reports name
 * no buyer.
 */
export const amazon: readonly Preset[] = [
  {
    id: 'amazonOrders',
    shop: 'Amazon',
    what: 'orderItems',
    kind: 'orderLines',
    needs: ['order id', 'order item id', 'purchase date', 'buyer email', 'sku', 'quantity purchased'],
    roles: { ...roles, order: ['order id'] },
    money: 'lineTotals',
  },
  {
    id: 'amazonAllOrders',
    shop: 'Amazon',
    what: 'orderItems',
    kind: 'orderLines',
    needs: ['amazon order id', 'purchase date', 'sku', 'item price'],
    roles: { ...roles, order: ['amazon order id'] },
    aside: [
      { heading: 'order status', values: cancelled },
      { heading: 'item status', values: cancelled },
    ],
    money: 'lineTotals',
  },
  {
    id: 'amazonDateRange',
    shop: 'Amazon',
    what: 'payments',
    kind: 'orderLines',
    needs: ['date time', 'settlement id', 'type', 'order id', 'sku', 'product sales', 'total'],
    roles: {
      order: ['order id'],
      date: ['date time'],
      quantity: ['quantity'],
      amount: ['product sales'],
      product: ['sku'],
      channel: ['marketplace'],
    },
    money: 'netSales',
  },
];
