import { describe, expect, it } from 'vitest';
import type { ColumnRole } from '../../../../src/shared/model/column.ts';
import type { SourceKind } from '../../../../src/shared/model/source.ts';
import { doubtsIn, planOf, rolesIn } from '../import-text.ts';

const two = (n: number) => String(n).padStart(2, '0');
const day = (i: number) => `2025-${two((i % 12) + 1)}-${two((i % 28) + 1)}`;
const moment = (i: number) => `${day(i)} ${two(i % 24)}:${two(i % 60)}:11`;
const email = (i: number) => `a${i}@example.com`;
const one = (i: number) => i % 60;

interface Table {
  readonly kind: SourceKind;
  readonly header: string;
  readonly row: (i: number) => readonly (string | number)[];
  readonly roles: Partial<Record<ColumnRole, string>>;
}

const tables: Readonly<Record<string, Table>> = {
  'visits from web statistics, visitors numbered with a dot': {
    kind: 'events',
    header: 'client_id,session_id,event_timestamp,page_location,page_referrer,engagement_time_msec',
    row: (i) => [
      `${one(i)}.${1000 + one(i)}`,
      `s${i >> 1}`,
      moment(i),
      `/p/${i % 9}`,
      i % 2 ? 'search' : '',
      (i * 31) % 9000,
    ],
    roles: { customer: 'client_id', date: 'event_timestamp' },
  },
  'visits with how long and how many pages': {
    kind: 'events',
    header: 'visitor_id,visit_time,url,page_title,duration_seconds,pageviews',
    row: (i) => [`v${one(i)}`, moment(i), `/x/${i % 7}`, `Page ${i % 7}`, i % 300, 1 + (i % 9)],
    roles: { customer: 'visitor_id', date: 'visit_time' },
  },
  'German visits': {
    kind: 'events',
    header: 'Kundennummer,Besuchsdatum,Seite,Verweildauer',
    row: (i) => [`K${one(i)}`, day(i), `/seite/${i % 9}`, i % 300],
    roles: { customer: 'Kundennummer', date: 'Besuchsdatum' },
  },
  'openings of e-mails': {
    kind: 'events',
    header: 'Email Address,Campaign,Action,Timestamp,IP',
    row: (i) => [email(one(i)), `News ${i % 5}`, i % 3 ? 'open' : 'click', moment(i), `10.0.0.${i % 200}`],
    roles: { customer: 'Email Address', date: 'Timestamp' },
  },
  'e-mails sent, opened and clicked': {
    kind: 'events',
    header: 'email,sent_at,opened_at,clicked_at,subject',
    row: (i) => [email(one(i)), moment(i), i % 2 ? moment(i) : '', i % 5 ? '' : moment(i), `Hello ${i % 5}`],
    roles: { customer: 'email', date: 'sent_at' },
  },
  'what is done in an app': {
    kind: 'events',
    header: 'user_id,event_name,event_time,platform,app_version',
    row: (i) => [`u${one(i)}`, ['login', 'view', 'cart'][i % 3]!, moment(i), i % 2 ? 'ios' : 'android', `1.${i % 4}.0`],
    roles: { customer: 'user_id', date: 'event_time' },
  },
  'what is done in an app, some of it worth money': {
    kind: 'events',
    header: 'user_id,event,timestamp,value',
    row: (i) => [`u${one(i)}`, ['login', 'view', 'purchase'][i % 3]!, moment(i), i % 3 === 2 ? `${i % 100}.50` : ''],
    roles: { customer: 'user_id', date: 'timestamp', amount: 'value' },
  },
  'customers with consent': {
    kind: 'customers',
    header: 'Customer ID,Name,Email,Phone,Newsletter,Consent date,City,Total orders',
    row: (i) => [
      `K${i}`,
      `Ann ${i} Lee`,
      email(i),
      `+49 30 ${100_000 + i}`,
      i % 3 ? 'yes' : 'no',
      day(i),
      i % 2 ? 'Bonn' : 'Berlin',
      i % 9,
    ],
    roles: { customer: 'Customer ID', name: 'Name', email: 'Email', phone: 'Phone', consent: 'Newsletter' },
  },
  'German customers with consent': {
    kind: 'customers',
    header: 'Kundennr,Nachname,E-Mail,Telefon,Werbeeinwilligung,Geburtsdatum,Umsatz',
    row: (i) => [
      10_000 + i,
      `Lee${i % 40}`,
      email(i),
      `030 ${100_000 + i}`,
      i % 3 ? 'ja' : 'nein',
      `${two(1 + (i % 28))}.${two(1 + (i % 12))}.${1950 + (i % 50)}`,
      i * 3,
    ],
    roles: {
      customer: 'Kundennr',
      name: 'Nachname',
      email: 'E-Mail',
      phone: 'Telefon',
      consent: 'Werbeeinwilligung',
    },
  },
  'subscribers, one consent of two, and when it was given': {
    kind: 'customers',
    header: 'email,marketing_consent,email_consent_at,opt_out,orders_count,total_spent',
    row: (i) => [email(i), i % 3 ? 'TRUE' : 'FALSE', moment(i), 'FALSE', i % 9, `${i}.50`],
    roles: { customer: 'email', consent: 'marketing_consent' },
  },
  products: {
    kind: 'products',
    header: 'Product ID,Product name,Category,Brand,Price,Cost,Stock',
    row: (i) => [`P${i}`, `Thing ${i}`, `c${i % 3}`, `b${i % 2}`, `${i}.99`, `${i}.10`, i % 40],
    roles: { product: 'Product ID', price: 'Price' },
  },
  'German products': {
    kind: 'products',
    header: 'Artikelnummer,Bezeichnung,Warengruppe,Verkaufspreis,Einkaufspreis,Bestand',
    row: (i) => [`A${i}`, `Ding ${i}`, `c${i % 3}`, `${i}.99`, `${i}.10`, i % 40],
    roles: { product: 'Artikelnummer', price: 'Verkaufspreis' },
  },
  'products by their bar code, dated': {
    kind: 'products',
    header: 'EAN,Description,Supplier,Retail price,VAT rate,Created at',
    row: (i) => [4_006_381_333_000 + i, `Thing ${i}`, `s${i % 2}`, `${i}.99`, 19, day(i)],
    roles: { product: 'EAN', price: 'Retail price' },
  },
};

const planned = ({ header, row }: Pick<Table, 'header' | 'row'>) =>
  planOf(
    header.split(','),
    Array.from({ length: 400 }, (_, i) => row(i).map(String)),
  );

describe('tables that are no orders', () => {
  it.each(Object.entries(tables))('%s', async (_, table) => {
    const plan = await planned(table);
    expect(rolesIn(plan)).toEqual(table.roles);
    expect(plan.kind).toBe(table.kind);
    expect(plan.doubts).toEqual([]);
  });

  it.each<Pick<Table, 'header' | 'row'>>([
    {
      header: 'Customer,Name,Birthday,City,Income,Visits',
      row: (i) => [`K${i % 390}`, `Ann B${i % 390}`, `1${950 + (i % 40)}-0${1 + (i % 9)}-11`, 'x', i * 7, i % 30],
    },
    {
      header: 'Kundennr,Name,Geburtstag,Kunde seit,Besuche',
      row: (i) => [`K${i % 390}`, `Ann B${i % 390}`, `11.0${1 + (i % 9)}.19${50 + (i % 40)}`, '02.01.2020', i % 30],
    },
  ])('are customers for all their birthdays, though some stand there twice: $header', async (table) => {
    const plan = await planned(table);
    const [customer, name] = table.header.split(',');
    expect(rolesIn(plan)).toEqual({ customer, name });
    expect(plan.kind).toBe('customers');
    expect(plan.doubts.map(({ key }) => key)).toEqual(['source.doubt.repeatedKey']);
  });

  it('keep visitors’ numbers with a dot as text, and customers such as 17850.0 as numbers', async () => {
    const visits = await planned(tables['visits from web statistics, visitors numbered with a dot']!);
    expect(visits.columns[0]).toMatchObject({ role: 'customer', type: 'text', format: null, odd: 0 });
    const orders = await planned({
      header: 'CustomerID,Date,Total',
      row: (i) => [`${17_000 + one(i)}.0`, day(i), `${i}.25`],
    });
    expect(orders.columns[0]).toMatchObject({ role: 'customer', type: 'decimal', odd: 0 });
  });

  it('ask whose events they are where nothing says it', async () => {
    const plan = await planned({
      header: 'timestamp,page,referrer',
      row: (i) => [moment(i), `/p/${i % 9}`, i % 2 ? 'search' : 'mail'],
    });
    expect(plan.kind).toBe('events');
    expect(doubtsIn(plan)[0]).toMatch(/^No column seems to say whose visits/);
  });
});
