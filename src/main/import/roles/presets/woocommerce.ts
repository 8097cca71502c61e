import type { Preset, StateRule } from './preset.ts';

/** What WooCommerce’s own reports leave out unless told otherwise, and orders paid back (Analytics settings). */
const notSold = [
  'pending',
  'pending payment',
  'cancelled',
  'failed',
  'refunded',
  'checkout-draft',
  'draft',
  'trash',
  'wc-pending',
  'wc-cancelled',
  'wc-failed',
  'wc-refunded',
  'wc-checkout-draft',
];
const aside = (heading: string): readonly StateRule[] => [{ heading, values: notSold }];

const contact = {
  // A guest’s customer id is 0, so the e-mail address tells more people apart.
  customer: ['billing email', 'customer email', 'email billing', 'billing phone', 'customer id'],
  name: ['billing last name', 'last name billing', 'billing first name', 'first name billing'],
  phone: ['billing phone', 'phone billing'],
} as const;

/**
 * WooCommerce. Core: Analytics → Orders and → Customers → Download (headers: woocommerce-admin’s report tables; older
 * ones say “N. Revenue”, newer “Net sales”). Plugins: “Customer/Order/Coupon CSV Export” (SkyVerge; a row an order or a
 * row an item), “Order Export & Import” (WebToffee), “Advanced Order Export” (AlgolPlus; a row an item, the order’s
 * fields on each or on the first).
 */
export const woocommerce: readonly Preset[] = [
  {
    id: 'wooAnalyticsOrders',
    shop: 'WooCommerce',
    what: 'orders',
    kind: 'orders',
    needs: ['date', 'order #', 'status', 'customer', 'product s', 'items sold', ['n revenue', 'net sales']],
    roles: { order: ['order #'], customer: ['customer'], date: ['date'], amount: ['net sales', 'n revenue'] },
    aside: aside('status'),
    money: 'netSales',
  },
  {
    id: 'wooAnalyticsCustomers',
    shop: 'WooCommerce',
    what: 'customers',
    kind: 'customers',
    needs: ['name', 'username', 'last active', 'email', 'orders', 'total spend'],
    roles: { customer: ['email', 'username'], name: ['name'] },
  },
  {
    id: 'wooOrders',
    shop: 'WooCommerce',
    what: 'orders',
    kind: 'orders',
    needs: ['order id', ['order number', 'order number formatted'], 'status', 'order total', 'billing email'],
    without: ['item name'],
    roles: {
      ...contact,
      order: ['order number', 'order number formatted', 'order id'],
      date: ['order date', 'date', 'paid date'],
      amount: ['order total'],
    },
    aside: aside('status'),
    money: 'orderTotals',
  },
  {
    id: 'wooOrderItems',
    shop: 'WooCommerce',
    what: 'orderItems',
    kind: 'orderLines',
    needs: ['order id', 'status', 'order total', 'billing email', 'item name', 'item quantity', 'item total'],
    roles: {
      ...contact,
      order: ['order number', 'order number formatted', 'order id'],
      date: ['order date', 'date', 'paid date'],
      quantity: ['item quantity'],
      amount: ['item total'],
      product: ['item sku', 'item name'],
    },
    aside: aside('status'),
    isOrderOnFirstRow: true,
    money: 'lineTotals',
  },
  {
    id: 'wooAdvancedItems',
    shop: 'WooCommerce',
    what: 'orderItems',
    kind: 'orderLines',
    needs: ['order number', 'order status', 'order date', 'email billing', 'item name', 'quantity', 'item cost'],
    roles: {
      ...contact,
      order: ['order number'],
      date: ['order date'],
      quantity: ['quantity'],
      price: ['item cost'],
      product: ['sku', 'item name'],
    },
    aside: aside('order status'),
    isOrderOnFirstRow: true,
    money: 'lines',
  },
  {
    id: 'wooAdvancedOrders',
    shop: 'WooCommerce',
    what: 'orders',
    kind: 'orders',
    needs: ['order number', 'order status', 'order date', 'email billing', 'order total amount'],
    without: ['item name'],
    roles: { ...contact, order: ['order number'], date: ['order date'], amount: ['order total amount'] },
    aside: aside('order status'),
    money: 'orderTotals',
  },
];
