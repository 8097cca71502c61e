import type { Preset } from './preset.ts';

/**
 * eBay Seller Hub → Orders → Download report (Orders report): an empty line above the header, one below, “record(s)
 * downloaded” and the seller’s name at the end; dates as `Sep-03-26`. A combined order has a row for the whole without
 * an item, then one an item. Headers as in files of 2020 to 2026 (eBay help, “Downloading your orders report”). `Sold
 * For` is the price of one piece; `Total Price` has shipping and tax in it.
 */
export const ebay: readonly Preset[] = [
  {
    id: 'ebayOrders',
    shop: 'eBay',
    what: 'orders',
    kind: 'orderLines',
    needs: ['sales record number', 'order number', 'buyer username', 'item title', 'quantity', 'sold for', 'sale date'],
    roles: {
      order: ['order number', 'sales record number'],
      customer: ['buyer username', 'buyer email'],
      date: ['sale date', 'paid on date'],
      quantity: ['quantity'],
      price: ['sold for'],
      product: ['item title', 'item number'],
      name: ['buyer name', 'ship to name'],
      email: ['buyer email'],
      phone: ['ship to phone', 'buyer phone'],
    },
    isOrderOnFirstRow: true,
    money: 'lines',
  },
];
