import { describe, expect, it } from 'vitest';
import { headerWords } from '../../../../src/main/import/roles/header-words.ts';
import type { ColumnRole } from '../../../../src/shared/model/column.ts';
import type { SourceKind } from '../../../../src/shared/model/source.ts';
import { doubtsIn, planOf, rolesIn } from '../import-text.ts';

const two = (n: number) => String(n).padStart(2, '0');
/** Values that a column of that sort has. */
const values: Record<string, (i: number) => string> = {
  customer: (i) => `K${i % 37}`,
  key: (i) => `${10_000 + i}`,
  order: (i) => String(5000 + (i >> 1)),
  own: (i) => String(5000 + i),
  date: (i) => `2023-${two((i % 12) + 1)}-${two((i % 28) + 1)}`,
  count: (i) => String((i % 4) + 1),
  money: (i) => ((i % 90) + 0.5 + i / 8).toFixed(2),
  word: (i) => ['red', 'blue', 'green'][i % 3]!,
  text: (i) => `thing ${i % 70}`,
  name: (i) => `Ann ${i % 37} Lee`,
  email: (i) => `ann${i % 37}@example.com`,
  phone: (i) => `+49 30 ${100_000 + (i % 37)}`,
  yes: (i) => (i % 3 ? 'yes' : 'no'),
};

type Sheet = readonly (readonly [heading: string, sort: string, role?: ColumnRole])[];

const sheets: readonly (readonly [string, SourceKind, Sheet])[] = [
  [
    'a gift retailer',
    'orderLines',
    [
      ['InvoiceNo', 'order', 'order'],
      ['StockCode', 'text', 'product'],
      ['Description', 'text'],
      ['Quantity', 'count', 'quantity'],
      ['InvoiceDate', 'date', 'date'],
      ['UnitPrice', 'money', 'price'],
      ['CustomerID', 'customer', 'customer'],
      ['Country', 'word'],
    ],
  ],
  [
    'a superstore',
    'orderLines',
    [
      ['Row ID', 'own'],
      ['Order ID', 'order', 'order'],
      ['Order Date', 'date', 'date'],
      ['Ship Date', 'date'],
      ['Customer ID', 'customer', 'customer'],
      ['Customer Name', 'name', 'name'],
      ['Segment', 'word'],
      ['Product ID', 'text', 'product'],
      ['Product Name', 'text'],
      ['Sales', 'money', 'amount'],
      ['Quantity', 'count', 'quantity'],
      ['Discount', 'money'],
      ['Profit', 'money'],
    ],
  ],
  [
    'German',
    'orderLines',
    [
      ['Bestellnummer', 'order', 'order'],
      ['Bestelldatum', 'date', 'date'],
      ['Kundennummer', 'customer', 'customer'],
      ['Kundenname', 'name', 'name'],
      ['E-Mail', 'email', 'email'],
      ['Artikelnummer', 'text', 'product'],
      ['Menge', 'count', 'quantity'],
      ['Einzelpreis', 'money', 'price'],
      ['Gesamtpreis', 'money', 'amount'],
      ['Versandkosten', 'money'],
    ],
  ],
  [
    'German, short',
    'orderLines',
    [
      ['Rechnungs-Nr.', 'order', 'order'],
      ['Kunden-Nr.', 'customer', 'customer'],
      ['Datum', 'date', 'date'],
      ['Anzahl', 'count', 'quantity'],
      ['Preis', 'money', 'price'],
      ['Lieferdatum', 'date'],
    ],
  ],
  [
    'French',
    'orderLines',
    [
      ['Numéro de commande', 'order', 'order'],
      ['Date de commande', 'date', 'date'],
      ['Client', 'customer', 'customer'],
      ['Quantité', 'count', 'quantity'],
      ['Prix unitaire', 'money', 'price'],
      ['Produit', 'text', 'product'],
      ['Courriel', 'email', 'email'],
    ],
  ],
  [
    'Spanish',
    'orderLines',
    [
      ['Pedido', 'order', 'order'],
      ['Fecha', 'date', 'date'],
      ['Cliente', 'customer', 'customer'],
      ['Cantidad', 'count', 'quantity'],
      ['Precio unitario', 'money', 'price'],
      ['Importe', 'money', 'amount'],
      ['Teléfono', 'phone', 'phone'],
    ],
  ],
  [
    'Italian',
    'orderLines',
    [
      ['Numero ordine', 'order', 'order'],
      ['Data', 'date', 'date'],
      ['Codice cliente', 'customer', 'customer'],
      ['Quantità', 'count', 'quantity'],
      ['Prezzo unitario', 'money', 'price'],
    ],
  ],
  [
    'Dutch',
    'orderLines',
    [
      ['Bestelnummer', 'order', 'order'],
      ['Besteldatum', 'date', 'date'],
      ['Klantnummer', 'customer', 'customer'],
      ['Aantal', 'count', 'quantity'],
      ['Stukprijs', 'money', 'price'],
      ['Totaal', 'money', 'amount'],
    ],
  ],
  [
    'whole orders',
    'orders',
    [
      ['Order ID', 'own', 'order'],
      ['Customer', 'customer', 'customer'],
      ['Created at', 'date', 'date'],
      ['Shipping', 'money'],
      ['Tax', 'money'],
      ['Total', 'money', 'amount'],
      ['Status', 'word'],
    ],
  ],
  [
    'orders without a number',
    'orders',
    [
      ['customer_id', 'customer', 'customer'],
      ['purchase_date', 'date', 'date'],
      ['amount', 'money', 'amount'],
    ],
  ],
  [
    'a music shop',
    'orderLines',
    [
      ['customer_id', 'customer', 'customer'],
      ['date', 'date', 'date'],
      ['number_of_cds', 'count', 'quantity'],
      ['dollar_value', 'money', 'amount'],
    ],
  ],
  [
    'customers by e-mail only',
    'orders',
    [
      ['Order no', 'own', 'order'],
      ['Email', 'email', 'customer'],
      ['Date', 'date', 'date'],
      ['Total', 'money', 'amount'],
    ],
  ],
  [
    'customers by name only',
    'orders',
    [
      ['Invoice', 'own', 'order'],
      ['Name', 'name', 'customer'],
      ['Date', 'date', 'date'],
      ['Amount', 'money', 'amount'],
    ],
  ],
  [
    'customer facts',
    'customers',
    [
      ['CustomerID', 'key', 'customer'],
      ['Gender', 'word'],
      ['Age', 'count'],
      ['Annual Income (k$)', 'money'],
      ['Total spent', 'money'],
    ],
  ],
  [
    'facts with a birthday',
    'customers',
    [
      ['ID', 'key', 'customer'],
      ['Date of birth', 'date'],
      ['Last purchase date', 'date'],
      ['Revenue', 'money'],
      ['Newsletter', 'yes', 'consent'],
    ],
  ],
  [
    'facts with a day of joining',
    'customers',
    [
      ['Kundennr', 'key', 'customer'],
      ['Name', 'name', 'name'],
      ['Datum', 'date'],
      ['Umsatz', 'money'],
    ],
  ],
  [
    'facts without a key',
    'customers',
    [
      ['recency', 'count'],
      ['history', 'money'],
      ['channel', 'word', 'channel'],
      ['spend', 'money'],
    ],
  ],
  [
    'products',
    'products',
    [
      ['SKU', 'key', 'product'],
      ['Name', 'text'],
      ['Price', 'money', 'price'],
      ['Stock', 'count'],
    ],
  ],
  [
    'visits',
    'events',
    [
      ['user_id', 'customer', 'customer'],
      ['timestamp', 'date', 'date'],
      ['page', 'text'],
    ],
  ],
];

const rowsOf = (sheet: Sheet) => Array.from({ length: 400 }, (_, i) => sheet.map(([, sort]) => values[sort]!(i)));

describe('headings as words', () => {
  it.each([
    ['InvoiceNo', 'invoice no'],
    ['customerID', 'customer id'],
    ['invoice_no.', 'invoice no'],
    ['Stückzahl', 'stuckzahl'],
    ['N° client', 'no client'],
    ['E-Mail', 'email'],
    ['SKU', 'sku'],
    ['Annual Income (k$)', 'annual income k'],
  ])('%s', (heading, words) => expect(headerWords(heading)).toBe(words));
});

describe('the roles of columns', () => {
  it.each(sheets)('%s: %s', async (_, kind, sheet) => {
    const plan = await planOf(
      sheet.map(([heading]) => heading),
      rowsOf(sheet),
    );
    expect(rolesIn(plan)).toEqual(
      Object.fromEntries(sheet.flatMap(([heading, , role]) => (role ? [[role, heading]] : []))),
    );
    expect(plan.kind).toBe(kind);
    if (['orderLines', 'orders'].includes(kind) && !_.endsWith('name only')) expect(plan.doubts).toEqual([]);
  });

  it('are found from values where nothing has a name, and doubted', async () => {
    const sheet: Sheet = [
      ['Column 1', 'text'],
      ['Column 2', 'date'],
      ['Column 3', 'count'],
      ['Column 4', 'money'],
    ];
    const plan = await planOf(
      sheet.map(([heading]) => heading),
      rowsOf(sheet),
      0,
    );
    expect(rolesIn(plan)).toEqual({ customer: 'Column 1', date: 'Column 2', quantity: 'Column 3', amount: 'Column 4' });
    expect(doubtsIn(plan)[0]).toMatch(/no names.*“Column 1” to say who bought, “Column 2” when, “Column 4” how much/);
  });

  it('are found from values where the names are foreign, and asked about', async () => {
    const sheet: Sheet = [
      ['Покупатель', 'text'],
      ['Дата', 'date'],
      ['Сумма', 'money'],
    ];
    const plan = await planOf(
      sheet.map(([heading]) => heading),
      rowsOf(sheet),
    );
    expect(rolesIn(plan)).toEqual({ customer: 'Покупатель', date: 'Дата', amount: 'Сумма' });
    expect(doubtsIn(plan)).toEqual([
      'Does “Покупатель” (for example thing 0) say who bought?',
      'Does “Дата” (for example 2023-01-01) say when?',
      'Does “Сумма” (for example 0.50) say how much money?',
    ]);
  });

  it('are doubted where two columns name the customer', async () => {
    const sheet: Sheet = [
      ['Client', 'customer'],
      ['Account', 'text'],
      ['Order', 'order'],
      ['Date', 'date'],
      ['Total', 'money'],
    ];
    const plan = await planOf(
      sheet.map(([heading]) => heading),
      rowsOf(sheet),
    );
    expect(rolesIn(plan).customer).toBe('Client');
    expect(doubtsIn(plan)).toEqual(['Two columns could name the customer: “Client” and “Account”. We took “Client”.']);
  });

  it('do not make a customer of a word that hardly varies', async () => {
    const sheet: Sheet = [
      ['age', 'count'],
      ['contact', 'word'],
      ['balance', 'money'],
      ['duration', 'money'],
    ];
    const plan = await planOf(
      sheet.map(([heading]) => heading),
      rowsOf(sheet),
    );
    expect(plan.kind).toBe('customers');
    expect(rolesIn(plan).customer).toBeUndefined();
    expect(doubtsIn(plan)).toEqual(['No column tells customers apart, so every row counts as one customer.']);
  });

  it('leave an order date and total that stand on the first line only', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => {
      const first = i % 2 === 0;
      return [
        `#${1000 + (i >> 1)}`,
        values.email!(i >> 1),
        first ? values.date!(i) : '',
        values.date!(i),
        first ? '99.00' : '',
        '2',
        values.money!(i),
      ];
    });
    const plan = await planOf(
      ['Name', 'Email', 'Paid at', 'Created at', 'Total', 'Lineitem quantity', 'Lineitem price'],
      rows,
    );
    expect(rolesIn(plan)).toEqual({
      order: 'Name',
      customer: 'Email',
      date: 'Created at',
      quantity: 'Lineitem quantity',
      price: 'Lineitem price',
    });
    expect(plan.doubts).toEqual([]);
  });
});
