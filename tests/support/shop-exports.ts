import type { ColumnRole } from '../../src/shared/model/column.ts';
import type { SourceKind } from '../../src/shared/model/source.ts';

/** What must be found in a generated export; money in whole units of currency. */
interface ExpectedExport {
  readonly shop: string;
  readonly kind: SourceKind;
  readonly roles: Partial<Record<ColumnRole, string>>;
  readonly rows: number;
  readonly customers: number;
  readonly orders: number | null;
  readonly revenue: number | null;
}

export interface ShopExport {
  readonly file: string;
  readonly bytes: Buffer;
  readonly expected: ExpectedExport;
}

interface Line {
  readonly title: string;
  readonly sku: string;
  readonly quantity: number;
  readonly cents: number;
}

type State = 'sold' | 'refunded' | 'cancelled' | 'pending';

interface Order {
  readonly number: number;
  /** Null: nobody was named. */
  readonly customer: number | null;
  readonly at: Date;
  readonly state: State;
  readonly lines: readonly Line[];
  readonly shipping: number;
  readonly tax: number;
  readonly note: string;
}

export interface SampleShop {
  readonly customers: readonly {
    readonly id: string;
    readonly first: string;
    readonly last: string;
    readonly email: string;
  }[];
  readonly orders: readonly Order[];
}

/** Mulberry32: 0 to 1, the same for the same seed. */
const randomOf = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const firsts = ['Ann', 'Björn', 'Chloé', 'Dmitri', 'Eve', 'François', 'Gül', 'Hana'];
const lasts = ["O'Hara", 'Müller', 'Smith, Jr.', 'van den Berg', 'García', 'Ng'];
const titles = ['Mug, blue', 'Candle "Winter"', 'Tea - 100 g', 'Poster 30×40', 'Scarf', 'Notebook; lined'];
const notes = ['', '', '', 'Please ring\ntwice', 'A gift, with a "card"', '=1+1'];

/** A made-up shop: about a tenth of its orders did not come to anything, and some were bought by nobody in particular. */
export const makeShop = (seed: number, orderCount = 240): SampleShop => {
  const random = randomOf(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const customers = Array.from({ length: 60 }, (_, i) => ({
    id: `${7_000_000_000 + i * 7919}`,
    first: pick(firsts),
    last: pick(lasts),
    email: `buyer${i}@example.com`,
  }));
  const orders = Array.from({ length: orderCount }, (_, i): Order => {
    const chance = random();
    return {
      number: 1001 + i,
      customer: random() < 0.06 ? null : Math.floor(random() ** 2 * customers.length),
      at: new Date(
        Date.UTC(2025, 0, 3 + Math.floor(i * 1.4), 8 + Math.floor(random() * 10), Math.floor(random() * 60), 7),
      ),
      state: chance < 0.05 ? 'refunded' : chance < 0.08 ? 'cancelled' : chance < 0.1 ? 'pending' : 'sold',
      lines: Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
        const product = Math.floor(random() * titles.length);
        return {
          title: titles[product]!,
          sku: `SKU-${product}`,
          quantity: 1 + Math.floor(random() * 3),
          cents: 350 + product * 1275 + Math.floor(random() * 3) * 100,
        };
      }),
      shipping: random() < 0.5 ? 490 : 0,
      tax: Math.floor(random() * 300),
      note: pick(notes),
    };
  });
  return { customers, orders };
};

const goods = ({ lines }: Order): number => lines.reduce((sum, { quantity, cents }) => sum + quantity * cents, 0);
const totalOf = (order: Order): number => goods(order) + order.shipping + order.tax;
const money = (cents: number): string => (cents / 100).toFixed(2);
const two = (n: number): string => String(n).padStart(2, '0');
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const days = {
  iso: (at: Date) => at.toISOString().slice(0, 10),
  isoTime: (at: Date) => at.toISOString().slice(0, 19).replace('T', ' '),
  american: (at: Date) => `${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}/${two(at.getUTCFullYear() % 100)}`,
  named: (at: Date) => `${months[at.getUTCMonth()]}-${two(at.getUTCDate())}-${two(at.getUTCFullYear() % 100)}`,
};

const csv = (rows: readonly (readonly string[])[], delimiter = ',', end = '\n', quoteAll = false): string =>
  rows
    .map((cells) =>
      cells
        .map((cell) =>
          quoteAll || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell,
        )
        .join(delimiter),
    )
    .join(end) + end;

/** A table by its headings: cells by heading, all others empty. */
const table = (header: string, rows: readonly Readonly<Record<string, string>>[], delimiter = ','): string[][] => {
  const names = header.split(delimiter);
  for (const row of rows)
    for (const name of Object.keys(row)) if (!names.includes(name)) throw new Error(`There is no column ${name}.`);
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
};

type Counted = Pick<ExpectedExport, 'customers' | 'orders' | 'revenue'>;
/** What counts of the orders that came to something and have a customer. */
const counted = (orders: readonly Order[], revenueOf: (order: Order) => number, aside: readonly State[]): Counted => {
  const sold = orders.filter(({ customer, state }) => customer !== null && !aside.includes(state));
  return {
    customers: new Set(sold.map(({ customer }) => customer)).size,
    orders: sold.length,
    revenue: sold.reduce((sum, order) => sum + revenueOf(order), 0) / 100,
  };
};

type Maker = (shop: SampleShop) => ShopExport;

const shopifyHeader =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Duties';

const shopifyOrders =
  (isEmailOnEachRow: boolean): Maker =>
  ({ customers, orders }) => {
    const zone = ' -0500';
    const rows = orders.flatMap((order) => {
      const buyer = order.customer === null ? null : customers[order.customer]!;
      const at = days.isoTime(order.at) + zone;
      const refunded = order.state === 'refunded';
      const head = {
        Email: buyer?.email ?? '',
        'Financial Status': refunded ? 'refunded' : order.state === 'pending' ? 'pending' : 'paid',
        'Paid at': order.state === 'pending' ? '' : at,
        'Fulfillment Status': 'fulfilled',
        'Accepts Marketing': order.number % 3 ? 'no' : 'yes',
        Currency: 'EUR',
        Subtotal: money(goods(order)),
        Shipping: money(order.shipping),
        Taxes: money(order.tax),
        Total: money(totalOf(order)),
        'Discount Amount': '0.00',
        'Created at': at,
        'Billing Name': buyer ? `${buyer.first} ${buyer.last}` : '',
        'Billing Zip': "'01234",
        'Billing Phone': order.number % 4 ? '' : `'+49 30 ${100_000 + order.number}`,
        Notes: order.note,
        'Cancelled at': order.state === 'cancelled' ? at : '',
        'Refunded Amount': money(refunded ? totalOf(order) : 0),
        Id: `${5_550_000_000_000 + order.number}`,
        'Risk Level': 'Low',
        Source: order.number % 5 ? 'web' : 'pos',
      };
      return order.lines.map(
        (line, i): Record<string, string> => ({
          ...(i === 0 ? head : isEmailOnEachRow ? { Email: head.Email } : {}),
          Name: `#${order.number}`,
          'Lineitem quantity': String(line.quantity),
          'Lineitem name': line.title,
          'Lineitem price': money(line.cents),
          'Lineitem sku': line.sku,
          'Lineitem requires shipping': 'true',
          'Lineitem taxable': 'true',
          Vendor: 'Corner shop',
        }),
      );
    });
    return {
      file: 'orders_export_1.csv',
      bytes: Buffer.from(csv(table(shopifyHeader, rows))),
      expected: {
        shop: 'Shopify',
        kind: 'orderLines',
        rows: rows.length,
        ...counted(orders, goods, ['refunded', 'cancelled']),
        roles: {
          order: 'Name',
          customer: 'Email',
          date: 'Created at',
          quantity: 'Lineitem quantity',
          price: 'Lineitem price',
          product: 'Lineitem sku',
          name: 'Billing Name',
          phone: 'Billing Phone',
          consent: 'Accepts Marketing',
          channel: 'Source',
        },
      },
    };
  };

const shopifyCustomers: Maker = ({ customers, orders }) => ({
  file: 'customers_export.csv',
  bytes: Buffer.from(
    csv(
      table(
        'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address City,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags',
        customers.map(({ id, first, last, email }, i) => ({
          'Customer ID': `'${id}`,
          'First Name': first,
          'Last Name': last,
          Email: email,
          'Accepts Email Marketing': i % 2 ? 'yes' : 'no',
          Phone: i % 3 ? '' : `'+3161234${1000 + i}`,
          'Accepts SMS Marketing': 'no',
          'Total Spent': money(100 * i),
          'Total Orders': String(orders.filter(({ customer }) => customer === i).length),
          Note: i % 7 ? '' : 'Likes tea,\nnot coffee',
          'Tax Exempt': 'no',
        })),
      ),
    ),
  ),
  expected: {
    shop: 'Shopify',
    kind: 'customers',
    rows: customers.length,
    customers: customers.length,
    orders: null,
    revenue: null,
    roles: { customer: 'Email', name: 'Last Name', phone: 'Phone', consent: 'Accepts Email Marketing' },
  },
});

const shopifyProducts: Maker = () => ({
  file: 'products_export.csv',
  bytes: Buffer.from(
    csv(
      table(
        'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Status',
        titles.map((title, i) => ({
          Handle: title.toLowerCase().replace(/\W+/g, '-'),
          Title: title,
          'Body (HTML)': `<p>${title},\n"made by hand"</p>`,
          Vendor: 'Corner shop',
          Published: 'true',
          'Option1 Name': 'Title',
          'Option1 Value': 'Default Title',
          'Variant SKU': `SKU-${i}`,
          'Variant Grams': '250',
          'Variant Inventory Qty': String(i * 4),
          'Variant Price': money(350 + i * 1275),
          Status: 'active',
        })),
      ),
    ),
  ),
  expected: {
    shop: 'Shopify',
    kind: 'products',
    rows: titles.length,
    customers: 0,
    orders: null,
    revenue: null,
    roles: { product: 'Variant SKU', price: 'Variant Price' },
  },
});

const wooStates: Record<State, string> = {
  sold: 'completed',
  refunded: 'refunded',
  cancelled: 'cancelled',
  pending: 'pending',
};
const notSold: readonly State[] = ['refunded', 'cancelled', 'pending'];

const wooAnalyticsOrders: Maker = ({ customers, orders }) => {
  const nameOf = (order: Order) => {
    const buyer = order.customer === null ? null : customers[order.customer]!;
    return buyer ? `${buyer.first} ${buyer.last}` : '';
  };
  const sold = orders.filter((order) => nameOf(order) !== '' && !notSold.includes(order.state));
  return {
    file: 'wc-orders-report-export.csv',
    // WooCommerce writes a byte order mark.
    bytes: Buffer.from(
      `\uFEFF${csv(
        table(
          'Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue,Attribution',
          orders.map((order) => ({
            Date: days.isoTime(order.at),
            'Order #': String(order.number),
            Status: wooStates[order.state],
            Customer: nameOf(order),
            'Customer type': order.number % 2 ? 'new' : 'returning',
            'Product(s)': order.lines.map(({ quantity, title }) => `${quantity}× ${title}`).join(', '),
            'Items sold': String(order.lines.reduce((sum, { quantity }) => sum + quantity, 0)),
            'N. Revenue': money(goods(order)),
            Attribution: 'Direct',
          })),
        ),
      )}`,
    ),
    expected: {
      shop: 'WooCommerce',
      kind: 'orders',
      rows: orders.length,
      // Known by their names alone.
      customers: new Set(sold.map(nameOf)).size,
      orders: sold.length,
      revenue: sold.reduce((sum, order) => sum + goods(order), 0) / 100,
      roles: { order: 'Order #', customer: 'Customer', date: 'Date', amount: 'N. Revenue' },
    },
  };
};

const wooHeader =
  'order_id,order_number,date,status,shipping_total,tax_total,discount_total,order_total,refunded_total,order_currency,payment_method,customer_id,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_country,customer_note';
const wooHead = (order: Order, { customers }: SampleShop): Record<string, string> => {
  const buyer = order.customer === null ? null : customers[order.customer]!;
  return {
    order_id: String(order.number),
    order_number: String(order.number),
    date: days.isoTime(order.at),
    status: wooStates[order.state],
    shipping_total: money(order.shipping),
    tax_total: money(order.tax),
    discount_total: '0.00',
    order_total: money(totalOf(order)),
    refunded_total: money(order.state === 'refunded' ? totalOf(order) : 0),
    order_currency: 'GBP',
    payment_method: 'stripe',
    // Most buy as guests.
    customer_id: order.number % 4 || !buyer ? '0' : buyer.id,
    billing_first_name: buyer?.first ?? '',
    billing_last_name: buyer?.last ?? '',
    billing_email: buyer?.email ?? '',
    billing_phone: order.number % 3 ? '' : `+44 20 ${1_000_000 + order.number}`,
    billing_country: 'GB',
    customer_note: order.note,
  };
};

const wooOrders: Maker = (shop) => ({
  file: 'orders-export-2025.csv',
  bytes: Buffer.from(
    csv(
      table(
        wooHeader,
        shop.orders.map((order) => wooHead(order, shop)),
      ),
      ',',
      '\r\n',
      true,
    ),
  ),
  expected: {
    shop: 'WooCommerce',
    kind: 'orders',
    rows: shop.orders.length,
    ...counted(shop.orders, totalOf, notSold),
    roles: {
      order: 'order_number',
      customer: 'billing_email',
      date: 'date',
      amount: 'order_total',
      name: 'billing_last_name',
      phone: 'billing_phone',
    },
  },
});

const wooOrderItems: Maker = (shop) => {
  const rows = shop.orders.flatMap((order) =>
    order.lines.map((line, i) => ({
      ...wooHead(order, shop),
      item_id: String(order.number * 10 + i),
      item_name: line.title,
      item_sku: line.sku,
      item_quantity: String(line.quantity),
      item_total: money(line.quantity * line.cents),
    })),
  );
  return {
    file: 'order-items-export.csv',
    bytes: Buffer.from(csv(table(`${wooHeader},item_id,item_name,item_sku,item_quantity,item_total`, rows), ';')),
    expected: {
      shop: 'WooCommerce',
      kind: 'orderLines',
      rows: rows.length,
      ...counted(shop.orders, goods, notSold),
      roles: {
        order: 'order_number',
        customer: 'billing_email',
        date: 'date',
        quantity: 'item_quantity',
        amount: 'item_total',
        product: 'item_sku',
        name: 'billing_last_name',
        phone: 'billing_phone',
      },
    },
  };
};

const wooAdvancedItems: Maker = ({ customers, orders }) => {
  const states: Record<State, string> = {
    sold: 'Processing',
    refunded: 'Refunded',
    cancelled: 'Cancelled',
    pending: 'Pending payment',
  };
  const rows = orders.flatMap((order) =>
    order.lines.map((line, i): Record<string, string> => {
      const buyer = order.customer === null ? null : customers[order.customer]!;
      return {
        'Order Number': String(order.number),
        ...(i === 0
          ? {
              'Order Status': states[order.state],
              'Order Date': days.isoTime(order.at).slice(0, 16),
              'Customer Note': order.note,
              'First Name (Billing)': buyer?.first ?? '',
              'Last Name (Billing)': buyer?.last ?? '',
              'Email (Billing)': buyer?.email ?? '',
              'Order Total Amount': money(totalOf(order)),
            }
          : {}),
        SKU: line.sku,
        'Item #': String(i + 1),
        'Item Name': line.title,
        Quantity: String(line.quantity),
        'Item Cost': money(line.cents),
      };
    }),
  );
  return {
    file: 'orders.csv',
    bytes: Buffer.from(
      csv(
        table(
          'Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),Email (Billing),Phone (Billing),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Order Total Amount,SKU,Item #,Item Name,Quantity,Item Cost,Coupon Code,Discount Amount',
          rows,
        ),
      ),
    ),
    expected: {
      shop: 'WooCommerce',
      kind: 'orderLines',
      rows: rows.length,
      ...counted(orders, goods, notSold),
      roles: {
        order: 'Order Number',
        customer: 'Email (Billing)',
        date: 'Order Date',
        quantity: 'Quantity',
        price: 'Item Cost',
        product: 'SKU',
        name: 'Last Name (Billing)',
      },
    },
  };
};

/** Marketplaces know every buyer. */
const named = (shop: SampleShop): SampleShop => ({
  ...shop,
  orders: shop.orders.map((order) => ({ ...order, customer: order.customer ?? order.number % shop.customers.length })),
});

const etsyOrders: Maker = (whole) => {
  const { customers, orders } = named(whole);
  return {
    file: 'EtsySoldOrders2025.csv',
    bytes: Buffer.from(
      csv(
        table(
          'Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,Street 1,Street 2,Ship City,Ship State,Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,Adjusted Card Processing Fees,Adjusted Net Order Amount,Buyer,Order Type,Payment Type,InPerson Discount,InPerson Location,SKU',
          orders.map((order) => {
            const buyer = customers[order.customer!]!;
            return {
              'Sale Date': days.american(order.at),
              'Order ID': String(3_000_000_000 + order.number),
              'Buyer User ID': `shopper${order.customer}`,
              'Full Name': `${buyer.first} ${buyer.last}`,
              'First Name': buyer.first,
              'Last Name': buyer.last,
              'Number of Items': String(order.lines.length),
              'Date Shipped': days.american(new Date(order.at.getTime() + 86_400_000)),
              'Ship Zipcode': '02108',
              Currency: 'USD',
              'Order Value': money(goods(order)),
              Shipping: money(order.shipping),
              'Sales Tax': money(order.tax),
              'Order Total': money(totalOf(order)),
              Status:
                order.state === 'cancelled' ? 'Canceled' : order.state === 'refunded' ? 'Fully Refunded' : 'Completed',
              'Card Processing Fees': '1.20',
              'Order Net': money(totalOf(order) - 120),
              Buyer: `shopper${order.customer}`,
              'Order Type': 'online',
            };
          }),
        ),
      ),
    ),
    expected: {
      shop: 'Etsy',
      kind: 'orders',
      rows: orders.length,
      ...counted(orders, totalOf, ['refunded', 'cancelled']),
      roles: {
        order: 'Order ID',
        customer: 'Buyer User ID',
        date: 'Sale Date',
        amount: 'Order Total',
        name: 'Full Name',
        channel: 'Order Type',
      },
    },
  };
};

const etsyOrderItems: Maker = (whole) => {
  const { customers, orders } = named(whole);
  const rows = orders.flatMap((order) =>
    order.lines.map((line, i) => {
      const buyer = customers[order.customer!]!;
      return {
        'Sale Date': days.american(order.at),
        'Item Name': line.title,
        Buyer: `${buyer.first} ${buyer.last} (shopper${order.customer})`,
        Quantity: String(line.quantity),
        Price: money(line.cents),
        'Order Shipping': money(order.shipping),
        'Order Sales Tax': money(order.tax),
        'Item Total': money(line.quantity * line.cents),
        Currency: 'USD',
        'Transaction ID': String(4_000_000 + order.number * 10 + i),
        'Listing ID': `9${line.sku.slice(4)}01`,
        'Date Paid': days.american(order.at),
        'Ship Name': `${buyer.first} ${buyer.last}`,
        'Ship Zipcode': '02108',
        'Order ID': String(3_000_000_000 + order.number),
        Variations: 'Colour: blue, Size: "L"',
        'Order Type': 'online',
      };
    }),
  );
  return {
    file: 'EtsySoldOrderItems2025.csv',
    bytes: Buffer.from(
      csv(
        table(
          'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Address1,Ship Address2,Ship City,Ship State,Ship Zipcode,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU',
          rows,
        ),
      ),
    ),
    expected: {
      shop: 'Etsy',
      kind: 'orderLines',
      rows: rows.length,
      ...counted(orders, goods, []),
      roles: {
        order: 'Order ID',
        customer: 'Buyer',
        date: 'Sale Date',
        quantity: 'Quantity',
        price: 'Price',
        product: 'Item Name',
        name: 'Ship Name',
        channel: 'Order Type',
      },
    },
  };
};

const dollars = (cents: number): string => `${cents < 0 ? '-' : ''}$${money(Math.abs(cents))}`;

const squareTransactions: Maker = ({ customers, orders }) => {
  const rows = orders.map((order): Record<string, string> => {
    const buyer = order.customer === null ? null : customers[order.customer]!;
    const sign = order.state === 'refunded' ? -1 : 1;
    return {
      Date: days.iso(order.at),
      Time: order.at.toISOString().slice(11, 19),
      'Time Zone': 'Eastern Time (US & Canada)',
      'Gross Sales': dollars(sign * goods(order)),
      Discounts: '$0.00',
      'Service Charges': '$0.00',
      'Net Sales': dollars(sign * goods(order)),
      'Gift Card Sales': '$0.00',
      Tax: dollars(sign * order.tax),
      Tip: '$1.00',
      'Partial Refunds': '$0.00',
      'Total Collected': dollars(sign * (goods(order) + order.tax) + 100),
      Source: 'Point of Sale',
      Card: dollars(sign * goods(order)),
      Cash: '$0.00',
      Fees: '-$0.95',
      'Net Total': dollars(sign * goods(order) - 95),
      'Transaction ID': `T${order.number}abc`,
      'Payment ID': `P${order.number}xyz`,
      'Card Brand': 'Visa',
      Description: order.lines.map(({ title, quantity }) => `${title} x ${quantity}`).join(', '),
      'Event Type': sign < 0 ? 'Refund' : 'Payment',
      Location: 'Main',
      'Customer ID': buyer ? `CUST${buyer.id}` : '',
      'Customer Name': buyer ? `${buyer.first} ${buyer.last}` : '',
    };
  });
  return {
    file: 'transactions-2025-01-01-2026-01-01.csv',
    bytes: Buffer.from(
      csv(
        table(
          'Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Card Entry Methods,Cash,Square Gift Card,Other Tender,Other Tender Type,Tender Note,Fees,Net Total,Transaction ID,Payment ID,Card Brand,PAN Suffix,Device Name,Staff Name,Staff ID,Details,Description,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Device Nickname,Transaction Status',
          rows,
        ),
      ),
    ),
    expected: {
      shop: 'Square',
      kind: 'orders',
      rows: rows.length,
      ...counted(orders, goods, ['refunded']),
      roles: {
        order: 'Transaction ID',
        customer: 'Customer ID',
        date: 'Date',
        amount: 'Net Sales',
        name: 'Customer Name',
        channel: 'Location',
      },
    },
  };
};

const squareItems =
  (hasCustomers: boolean): Maker =>
  ({ customers, orders }) => {
    const rows = orders.flatMap((order) =>
      order.lines.map((line): Record<string, string> => {
        const buyer = order.customer === null ? null : customers[order.customer]!;
        const sign = order.state === 'refunded' ? -1 : 1;
        const net = sign * line.quantity * line.cents;
        return {
          Date: days.american(order.at),
          Time: order.at.toISOString().slice(11, 19),
          'Time Zone': 'Eastern Time (US & Canada)',
          Category: 'Gifts',
          Item: line.title,
          Qty: (sign * line.quantity).toFixed(1),
          'Price Point Name': 'Regular',
          SKU: line.sku,
          'Gross Sales': dollars(net),
          Discounts: '$0.00',
          'Net Sales': dollars(net),
          Tax: '$0.00',
          'Transaction ID': `T${order.number}abc`,
          'Payment ID': `P${order.number}xyz`,
          Notes: order.note,
          'Event Type': sign < 0 ? 'Refund' : 'Payment',
          Location: 'Main',
          ...(hasCustomers
            ? {
                'Customer ID': buyer ? `CUST${buyer.id}` : '',
                'Customer Name': buyer ? `${buyer.first} ${buyer.last}` : '',
              }
            : {}),
        };
      }),
    );
    return {
      file: 'items-2025-01-01-2026-01-01.csv',
      bytes: Buffer.from(
        csv(
          table(
            `Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option${hasCustomers ? ',Customer ID,Customer Name,Customer Reference ID' : ''},Unit,Count`,
            rows,
          ),
        ),
      ),
      expected: {
        shop: 'Square',
        kind: 'orderLines',
        rows: rows.length,
        ...counted(orders, goods, ['refunded']),
        roles: {
          order: 'Transaction ID',
          customer: 'Customer ID',
          date: 'Date',
          quantity: 'Qty',
          amount: 'Net Sales',
          product: 'Item',
          name: 'Customer Name',
          channel: 'Location',
        },
      },
    };
  };

const squareCustomers: Maker = ({ customers }) => ({
  file: 'customer-directory.csv',
  bytes: Buffer.from(
    csv(
      table(
        'Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,Street Address 1,Street Address 2,City,State,Postal Code,Birthday,Memo,Square Customer ID,Creation Source,First Visit,Last Visit,Transaction Count,Lifetime Spend,Email Subscription Status,Instant Profile',
        customers.map(({ id, first, last, email }, i) => ({
          'First Name': first,
          'Last Name': last,
          'Email Address': i % 4 ? email : '',
          'Phone Number': `'+1 555 010 ${1000 + i}`,
          'Postal Code': '02108',
          Memo: i % 9 ? '' : 'Allergic to\nnuts',
          'Square Customer ID': `CUST${id}`,
          'Creation Source': 'Directory',
          'First Visit': `2024-0${1 + (i % 9)}-11`,
          'Last Visit': `2025-0${1 + (i % 9)}-12`,
          'Transaction Count': String(1 + (i % 7)),
          'Lifetime Spend': dollars(1250 * (1 + (i % 7))),
          'Email Subscription Status': i % 3 ? 'Subscribed' : 'Unsubscribed',
          'Instant Profile': 'No',
        })),
      ),
    ),
  ),
  expected: {
    shop: 'Square',
    kind: 'customers',
    rows: customers.length,
    customers: customers.length,
    orders: null,
    revenue: null,
    roles: {
      customer: 'Square Customer ID',
      name: 'Last Name',
      email: 'Email Address',
      phone: 'Phone Number',
      consent: 'Email Subscription Status',
    },
  },
});

const amazonOrders: Maker = (whole) => {
  const { customers, orders } = named(whole);
  const header =
    'order-id order-item-id purchase-date payments-date buyer-email buyer-name buyer-phone-number sku product-name quantity-purchased currency item-price item-tax shipping-price shipping-tax ship-service-level recipient-name ship-address-1 ship-address-2 ship-address-3 ship-city ship-state ship-postal-code ship-country ship-phone-number delivery-start-date delivery-end-date delivery-time-zone delivery-Instructions sales-channel'.replaceAll(
      ' ',
      '\t',
    );
  const rows = orders.flatMap((order) =>
    order.lines.map((line, i) => {
      const buyer = customers[order.customer!]!;
      const at = `${order.at.toISOString().slice(0, 19)}-08:00`;
      return {
        'order-id': `112-${1_000_000 + order.number}-${7_000_000 + order.number}`,
        'order-item-id': String(52_336_476_957_000 + order.number * 10 + i),
        'purchase-date': at,
        'payments-date': at,
        'buyer-email': `${buyer.id}@marketplace.amazon.com`,
        'buyer-name': `${buyer.first} ${buyer.last}`,
        'buyer-phone-number': '555-123-4567',
        sku: line.sku,
        'product-name': line.title,
        'quantity-purchased': String(line.quantity),
        currency: 'USD',
        'item-price': money(line.quantity * line.cents),
        'item-tax': '0.00',
        'shipping-price': money(order.shipping),
        'recipient-name': `${buyer.first} ${buyer.last}`,
        'ship-postal-code': '02108',
        'sales-channel': 'Amazon.com',
      };
    }),
  );
  return {
    file: '51234567890.txt',
    bytes: Buffer.from(csv(table(header, rows, '\t'), '\t', '\r\n')),
    expected: {
      shop: 'Amazon',
      kind: 'orderLines',
      rows: rows.length,
      ...counted(orders, goods, []),
      roles: {
        order: 'order-id',
        customer: 'buyer-email',
        date: 'purchase-date',
        quantity: 'quantity-purchased',
        amount: 'item-price',
        product: 'sku',
        name: 'buyer-name',
        phone: 'buyer-phone-number',
        channel: 'sales-channel',
      },
    },
  };
};

const amazonShipments: Maker = (whole) => {
  const { customers, orders } = named(whole);
  const header =
    'amazon-order-id merchant-order-id shipment-id shipment-item-id amazon-order-item-id merchant-order-item-id purchase-date payments-date shipment-date reporting-date buyer-email buyer-name buyer-phone-number sku product-name quantity-shipped currency item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax ship-service-level recipient-name ship-city ship-postal-code ship-country item-promotion-discount ship-promotion-discount carrier tracking-number fulfillment-center-id fulfillment-channel sales-channel'.replaceAll(
      ' ',
      '\t',
    );
  const rows = orders.flatMap((order) =>
    order.lines.map((line, i) => {
      const at = `${order.at.toISOString().slice(0, 19)}+00:00`;
      return {
        'amazon-order-id': `249-${1_000_000 + order.number}-${7_000_000 + order.number}`,
        'shipment-id': `D${order.number}`,
        'amazon-order-item-id': String(52_336_476_957_000 + order.number * 10 + i),
        'purchase-date': at,
        'payments-date': at,
        'shipment-date': at,
        'reporting-date': at,
        'buyer-email': `${customers[order.customer!]!.id}@marketplace.amazon.co.uk`,
        sku: line.sku,
        'product-name': line.title,
        'quantity-shipped': String(line.quantity),
        currency: 'GBP',
        'item-price': money(line.quantity * line.cents),
        'fulfillment-channel': 'AFN',
        'sales-channel': 'amazon.co.uk',
      };
    }),
  );
  return {
    file: 'fulfilled-shipments.txt',
    bytes: Buffer.from(csv(table(header, rows, '\t'), '\t')),
    expected: {
      shop: 'Amazon',
      kind: 'orderLines',
      rows: rows.length,
      ...counted(orders, goods, []),
      roles: {
        order: 'amazon-order-id',
        customer: 'buyer-email',
        date: 'purchase-date',
        quantity: 'quantity-shipped',
        amount: 'item-price',
        product: 'sku',
        channel: 'sales-channel',
      },
    },
  };
};

/** Names no buyers. */
const amazonDateRange: Maker = ({ orders }) => {
  const rows = orders.flatMap((order) =>
    order.lines.map((line) => ({
      'date/time': `${months[order.at.getUTCMonth()]} ${order.at.getUTCDate()}, ${order.at.getUTCFullYear()} 10:30:00 AM PST`,
      'settlement id': '18174059732',
      type: order.state === 'refunded' ? 'Refund' : 'Order',
      'order id': `112-${1_000_000 + order.number}-${7_000_000 + order.number}`,
      sku: line.sku,
      description: line.title,
      quantity: String(line.quantity),
      marketplace: 'amazon.com',
      'product sales': money(line.quantity * line.cents),
      total: money(line.quantity * line.cents - 250),
    })),
  );
  const title = [
    '"Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions"',
    '"All amounts in USD, unless specified"',
    '"Definitions:"',
    '"Sales tax collected: Includes sales tax collected from buyers for product sales, shipping, and gift wrap."',
    '"Selling fees: Includes variable closing fees and referral fees."',
    '"Other transaction fees: Includes shipping chargebacks, shipping holdbacks, per-item fees and sales tax collection fees."',
    '"Other: Includes non-order transaction amounts."',
  ];
  return {
    file: '2025MonthlyTransaction.csv',
    bytes: Buffer.from(
      `${title.join('\n')}\n${csv(
        table(
          'date/time,settlement id,type,order id,sku,description,quantity,marketplace,account type,fulfillment,order city,order state,order postal,tax collection model,product sales,product sales tax,shipping credits,shipping credits tax,gift wrap credits,giftwrap credits tax,Regulatory Fee,Tax On Regulatory Fee,promotional rebates,promotional rebates tax,marketplace withheld tax,selling fees,fba fees,other transaction fees,other,total',
          rows,
        ),
        ',',
        '\n',
        true,
      )}`,
    ),
    expected: {
      shop: 'Amazon',
      kind: 'orderLines',
      rows: rows.length,
      customers: 0,
      orders: 0,
      revenue: 0,
      roles: {
        order: 'order id',
        quantity: 'quantity',
        amount: 'product sales',
        product: 'sku',
        channel: 'marketplace',
      },
    },
  };
};

const ebayHeader =
  'Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer Note,Buyer Address 1,Buyer Address 2,Buyer City,Buyer State,Buyer Zip,Buyer Country,Ship To Name,Ship To Phone,Ship To Address 1,Ship To City,Ship To Zip,Ship To Country,Item Number,Item Title,Custom Label,Sold Via Promoted Listings,Quantity,Sold For,Shipping And Handling,Seller Collected Tax,eBay Collected Tax,Total Price,Payment Method,Sale Date,Paid On Date,Ship By Date,Shipped On Date,Feedback Left,My Item Note,Tracking Number,Transaction ID,Variation Details';

const ebayOrders: Maker = (whole) => {
  const { customers, orders } = named(whole);
  const rows = orders.flatMap((order) => {
    const buyer = customers[order.customer!]!;
    const head = {
      'Sales Record Number': String(order.number),
      'Order Number': `12-${10_000 + order.number}-${54_321 + order.number}`,
      'Buyer Username': `user_${order.customer}`,
      'Buyer Name': `${buyer.first} ${buyer.last}`,
      'Buyer Email': buyer.email,
      'Buyer Note': order.note,
      'Ship To Name': `${buyer.first} ${buyer.last}`,
      'Ship To Zip': '02108',
      'Shipping And Handling': `$${money(order.shipping)}`,
      'Total Price': `$${money(totalOf(order))}`,
      'Sale Date': days.named(order.at),
      'Paid On Date': days.named(order.at),
    };
    const items = order.lines.map((line, i) => ({
      'Sales Record Number': head['Sales Record Number'],
      'Order Number': head['Order Number'],
      'Item Number': `3351111${line.sku.slice(4)}`,
      'Item Title': line.title,
      Quantity: String(line.quantity),
      'Sold For': `$${money(line.cents)}`,
      'Transaction ID': String(9_000_000 + order.number * 10 + i),
    }));
    // A combined order has a row for the whole, without an item.
    return items.length === 1 ? [{ ...head, ...items[0] }] : [head, ...items];
  });
  const text = csv(table(ebayHeader, rows), ',', '\r\n', true).split('\r\n');
  const width = ebayHeader.split(',').length;
  const blank = ','.repeat(width - 1);
  return {
    file: 'eBay-OrdersReport-Dec-31-2025.csv',
    bytes: Buffer.from(
      [
        blank,
        text[0],
        blank,
        ...text.slice(1, -1),
        '',
        `${orders.length},"record(s) downloaded,"," from ","Jan-01-25 00:00:00"," to ","Dec-31-25 23:59:59"`,
        'Seller ID : corner_shop',
        '',
      ].join('\r\n'),
    ),
    expected: {
      shop: 'eBay',
      kind: 'orderLines',
      // The two lines at the end are not of the table and stay in it.
      rows: rows.length + 2,
      ...counted(orders, goods, []),
      roles: {
        order: 'Order Number',
        customer: 'Buyer Username',
        date: 'Sale Date',
        quantity: 'Quantity',
        price: 'Sold For',
        product: 'Item Title',
        name: 'Buyer Name',
        email: 'Buyer Email',
      },
    },
  };
};

const stripeStates: Record<State, string> = {
  sold: 'Paid',
  refunded: 'Refunded',
  cancelled: 'Failed',
  pending: 'Paid',
};

const stripePayments =
  (isEuropean: boolean): Maker =>
  ({ customers, orders }) => {
    const write = (cents: number): string => {
      if (!isEuropean) return money(cents);
      const [whole, part] = money(cents).split('.') as [string, string];
      return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${part}`;
    };
    const rows = orders.map((order): Record<string, string> => {
      const buyer = order.customer === null ? null : customers[order.customer]!;
      const isForeign = order.number % 6 === 0;
      const cents = totalOf(order);
      return {
        id: `ch_3T${order.number}LQF3ru3`,
        'Created date (UTC)': days.isoTime(order.at),
        // Other currencies stand beside what they were converted to.
        Amount: write(isForeign ? cents * 150 : cents),
        'Amount Refunded': write(order.state === 'refunded' ? cents : 0),
        Currency: isForeign ? 'jpy' : 'eur',
        Captured: 'true',
        'Converted Amount': write(cents),
        'Converted Amount Refunded': write(order.state === 'refunded' ? cents : 0),
        'Converted Currency': 'eur',
        Description: order.note,
        Fee: write(35),
        Status: stripeStates[order.state],
        // Guests have an address and no number.
        'Customer ID': buyer && order.number % 2 ? `cus_${buyer.id}` : '',
        'Customer Email': buyer?.email ?? '',
        'Seller Message': 'Payment complete.',
      };
    });
    return {
      file: 'unified_payments.csv',
      bytes: Buffer.from(
        csv(
          table(
            'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Decline Reason,Description,Fee,Is Link,Link Funding,Mode,PaymentIntent ID,Payment Source Type,Refunded date (UTC),Statement Descriptor,Status,Seller Message,Taxes On Fee,Card ID,Customer ID,Customer Description,Customer Email,Invoice ID,Transfer',
            rows,
          ),
        ),
      ),
      expected: {
        shop: 'Stripe',
        kind: 'orders',
        rows: rows.length,
        ...counted(orders, totalOf, ['refunded', 'cancelled']),
        roles: { order: 'id', customer: 'Customer Email', date: 'Created date (UTC)', amount: 'Converted Amount' },
      },
    };
  };

const stripeCustomers: Maker = ({ customers }) => ({
  file: 'customers.csv',
  bytes: Buffer.from(
    csv(
      table(
        'id,Description,Email,Name,Created (UTC),Card ID,Plan,Status,Delinquent,Currency,Total Spend,Payment Count,Average Order,Refunded Volume,Dispute Losses',
        customers.map(({ id, first, last, email }, i) => ({
          id: `cus_${id}`,
          Email: email,
          Name: `${first} ${last}`,
          'Created (UTC)': `2024-0${1 + (i % 9)}-11 09:30`,
          Delinquent: 'false',
          Currency: 'eur',
          'Total Spend': money(1250 * (1 + (i % 7))),
          'Payment Count': String(1 + (i % 7)),
          'Average Order': money(1250),
          'Refunded Volume': '0.00',
        })),
      ),
    ),
  ),
  expected: {
    shop: 'Stripe',
    kind: 'customers',
    rows: customers.length,
    customers: customers.length,
    orders: null,
    revenue: null,
    roles: { customer: 'id', name: 'Name', email: 'Email' },
  },
});

/** One of each kind of export whose customers and orders can be told. */
export const shopExports: Readonly<Record<string, Maker>> = {
  'Shopify orders': shopifyOrders(false),
  'Shopify orders with the address on each row': shopifyOrders(true),
  'Shopify customers': shopifyCustomers,
  'Shopify products': shopifyProducts,
  'WooCommerce orders report': wooAnalyticsOrders,
  'WooCommerce orders': wooOrders,
  'WooCommerce order items': wooOrderItems,
  'WooCommerce orders by item, the head once': wooAdvancedItems,
  'Etsy orders': etsyOrders,
  'Etsy order items': etsyOrderItems,
  'Square transactions': squareTransactions,
  'Square items': squareItems(true),
  'Square customers': squareCustomers,
  'Amazon orders': amazonOrders,
  'Amazon shipments': amazonShipments,
  'eBay orders': ebayOrders,
  'Stripe payments': stripePayments(false),
  'Stripe payments with decimal commas': stripePayments(true),
  'Stripe customers': stripeCustomers,
};

/** Exports that say nowhere who bought. */
export const exportsWithoutCustomers: Readonly<Record<string, Maker>> = {
  'Square items without customers': squareItems(false),
  'Amazon date range report': amazonDateRange,
};
