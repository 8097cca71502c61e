import type { Phrase, WordList } from '../phrase.ts';

const exports: Readonly<Record<string, string>> = {
  orders: 'order export',
  orderItems: 'export of sold items',
  payments: 'payments export',
  customers: 'customer export',
  products: 'product export',
};

const instead: Readonly<Record<string, string>> = {
  any: 'Export the orders again with a customer number, an e-mail address or a phone number in them.',
  wooAnalyticsOrders:
    'This report of WooCommerce names no buyers. Export the orders with an order export plugin, with the billing e-mail address in them.',
  squareTransactions:
    'Nobody was added to these sales in Square. Add customers to sales (Square can know them by their card), then export “Transactions” again.',
  squareItems:
    'This Square export names no customers. In Square choose Reports, Transactions, Export, and then “Transactions CSV” or “Items Detail CSV”; they have a customer ID where somebody was added to the sale.',
  amazonAllOrders:
    'This Amazon report names no buyers. In Seller Central choose Orders, Order Reports (or Reports, Fulfillment, “Amazon Fulfilled Shipments”); they have the buyer’s e-mail address.',
  amazonDateRange:
    'This Amazon report is about payments and names no buyers. In Seller Central choose Orders, Order Reports; they have the buyer’s e-mail address.',
};

/** What to export where nothing says who bought. */
export const exportInstead: Phrase = (v) => instead[String(v.advice)] ?? instead.any!;

/** What was recognised of a shop's export, and how it is taken. */
export const shopNotes = {
  'source.note.preset': (v) =>
    `This looks like ${/^[AEIO]/.test(String(v.shop)) || v.shop === 'eBay' ? 'an' : 'a'} ${v.shop} ${exports[String(v.what)] ?? 'export'}.`,
  'source.note.money.lines': () =>
    'Money is price × quantity of each line. Shipping, taxes and discounts on the whole order are left out.',
  'source.note.money.lineTotals': () => 'Money is the total of each line. Shipping is left out.',
  'source.note.money.orderTotals': () => 'Money is the total of each order, with shipping, taxes and discounts.',
  'source.note.money.netSales': () => 'Money is net sales: after discounts, without taxes, tips and shipping.',
  'source.note.money.payments': () => 'Money is what was paid. Payments that were paid back in part count as paid.',
  'source.note.orderOnFirstLine': () =>
    'Customer and date stand on the first line of each order; its further lines are counted with them.',
  'source.note.customerBy': (v) =>
    v.by === 'email'
      ? `Customers are told apart by the e-mail address in “${v.column}”.`
      : v.by === 'phone'
        ? `Customers are told apart by the phone number in “${v.column}”.`
        : `Customers are told apart by the name in “${v.column}”: two of the same name count as one.`,
} satisfies WordList;
