import type { Preset } from './preset.ts';

/**
 * Shopify Admin → Orders → Export: one row a line item. Name and Email stand on every row of an order, its other fields
 * on the first only (Shopify help, “Exporting orders”; headers as in exports of 2018 to 2026). Customers and products:
 * Shopify help, “Customer CSV file” and “Using CSV files to import and export products”. Orders name no customer id, so
 * the e-mail address is the key of both; `Lineitem price` is that of one piece before order discounts.
 */
export const shopify: readonly Preset[] = [
  {
    id: 'shopifyOrders',
    shop: 'Shopify',
    what: 'orders',
    kind: 'orderLines',
    needs: ['name', 'email', 'financial status', 'created at', 'lineitem quantity', 'lineitem name', 'lineitem price'],
    roles: {
      order: ['name'],
      customer: ['email', 'phone', 'billing phone'],
      date: ['created at', 'paid at'],
      quantity: ['lineitem quantity'],
      price: ['lineitem price'],
      product: ['lineitem sku', 'lineitem name'],
      name: ['billing name', 'shipping name'],
      phone: ['phone', 'billing phone', 'shipping phone'],
      consent: ['accepts marketing'],
      channel: ['source'],
    },
    aside: [
      { heading: 'financial status', values: ['refunded', 'voided', 'expired'] },
      { heading: 'cancelled at', values: null },
    ],
    isOrderOnFirstRow: true,
    money: 'lines',
  },
  {
    id: 'shopifyCustomers',
    shop: 'Shopify',
    what: 'customers',
    kind: 'customers',
    needs: [
      'first name',
      'last name',
      'email',
      ['accepts email marketing', 'accepts marketing'],
      'total spent',
      'total orders',
    ],
    roles: {
      customer: ['email', 'customer id', 'phone'],
      name: ['last name', 'first name'],
      phone: ['phone', 'default address phone'],
      consent: ['accepts email marketing', 'accepts marketing'],
    },
  },
  {
    id: 'shopifyProducts',
    shop: 'Shopify',
    what: 'products',
    kind: 'products',
    needs: ['handle', 'title', 'vendor', 'variant sku', 'variant price'],
    roles: { product: ['variant sku', 'handle'], price: ['variant price'] },
  },
];
