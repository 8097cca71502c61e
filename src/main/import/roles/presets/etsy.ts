import type { Preset } from './preset.ts';

/**
 * Etsy → Shop Manager → Settings → Options → Download data: `EtsySoldOrders….csv` (a row an order) and
 * `EtsySoldOrderItems….csv` (a row a line). Etsy help, “How to Download Your Shop’s Data”; headers as in files of 2021
 * to 2026. Dates are MM/DD/YY whatever the country; `Price` is that of one piece. Neither file has an e-mail address.
 */
export const etsy: readonly Preset[] = [
  {
    id: 'etsyOrders',
    shop: 'Etsy',
    what: 'orders',
    kind: 'orders',
    needs: ['sale date', 'order id', 'buyer user id', 'full name', 'number of items', 'order value', 'order net'],
    roles: {
      order: ['order id'],
      customer: ['buyer user id', 'buyer', 'full name'],
      date: ['sale date'],
      amount: ['order total', 'order value'],
      name: ['full name'],
      channel: ['order type'],
    },
    aside: [{ heading: 'status', values: ['canceled', 'cancelled', 'refunded', 'fully refunded', 'unpaid'] }],
    dayFirst: false,
    money: 'orderTotals',
  },
  {
    id: 'etsyOrderItems',
    shop: 'Etsy',
    what: 'orderItems',
    kind: 'orderLines',
    needs: ['sale date', 'item name', 'buyer', 'quantity', 'price', 'item total', 'listing id', 'order id'],
    roles: {
      order: ['order id'],
      customer: ['buyer', 'ship name'],
      date: ['sale date'],
      quantity: ['quantity'],
      price: ['price'],
      product: ['item name'],
      name: ['ship name'],
      channel: ['order type'],
    },
    dayFirst: false,
    money: 'lines',
  },
];
