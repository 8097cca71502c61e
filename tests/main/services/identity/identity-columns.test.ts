import { expect, it } from 'vitest';
import { canTell, fieldsAtHand, identityColumns } from '../../../../src/main/services/identity/identity-columns.ts';
import type { StoredSource } from '../../../../src/main/store/repositories/sources.ts';
import { type Column, columnSchema } from '../../../../src/shared/model/column.ts';

const column = (name: string, about: Partial<Column> = {}): Column =>
  columnSchema.parse({
    name,
    type: 'text',
    role: 'none',
    format: null,
    missing: 0,
    odd: 0,
    examples: ['a', 'b'],
    distinct: 2,
    ...about,
  });
const table = (columns: readonly Column[], kind: StoredSource['kind'] = 'customers') =>
  ({ columns, kind }) as unknown as StoredSource;
const found = (columns: readonly Column[], kind?: StoredSource['kind']) =>
  Object.fromEntries(identityColumns(table(columns, kind)).map(({ field, at }) => [field, columns[at]!.name] as const));

it('knows what says who a customer is by its heading, in six languages', () => {
  const headings: Record<string, string[]> = {
    firstName: [
      'First Name',
      'first_name',
      'Vorname',
      'Prénom',
      'voornaam',
      'Billing First Name',
      'customer_first_name',
    ],
    lastName: ['Last name', 'Surname', 'Nachname', 'Apellidos', 'Cognome', 'achternaam', 'Shipping Last Name'],
    fullName: ['Name', 'Full name', 'Billing Name', 'Nom complet', 'Customer Name'],
    street: [
      'Street',
      'Address 1',
      'Billing Street',
      'Straße',
      'Rue',
      'Dirección',
      'Address Line 1',
      'Billing Address1',
    ],
    postalCode: ['Postal Code', 'Postcode', 'ZIP', 'Zip Code', 'PLZ', 'Code postal', 'Billing Zip', 'CAP'],
    city: ['City', 'Billing City', 'Ort', 'Ville', 'Ciudad', 'Città', 'Woonplaats'],
    phone: ['Phone', 'Telefon', 'Mobile', 'Billing Phone', 'Handynummer', 'Teléfono'],
  };
  for (const [field, names] of Object.entries(headings))
    for (const name of names) expect([name, found([column(name)])]).toEqual([name, { [field]: name }]);
  for (const name of ['Date of birth', 'Geburtsdatum', 'DOB', 'Birthday'])
    expect(found([column(name, { type: 'date' })])).toEqual({ birthDate: name });
});

it('takes no other column for one of these', () => {
  const others = [
    'Product name',
    'Street fair',
    'City tax',
    'Company',
    'Email sent',
    'Phone model',
    'Capacity',
    'Notes',
  ];
  expect(found(others.map((name) => column(name)))).toEqual({});
  expect(found([column('Date of birth')])).toEqual({});
  expect(found([column('City', { type: 'decimal' })])).toEqual({});
  expect(found([column('Name', { role: 'product' })])).toEqual({});
  expect(found([column('Name'), column('City')], 'products')).toEqual({});
});

it('goes by roles first, and by addresses that tell customers apart', () => {
  const mail = ['anna@example.com', 'otto@example.com'];
  expect(
    found([
      column('Ansprechpartner', { role: 'name' }),
      column('Kontakt', { role: 'customer', examples: mail }),
      column('Tel. privat', { role: 'phone' }),
    ]),
  ).toEqual({ fullName: 'Ansprechpartner', email: 'Kontakt', phone: 'Tel. privat' });
  expect(found([column('First name', { role: 'name' }), column('Last name')])).toEqual({
    firstName: 'First name',
    lastName: 'Last name',
  });
  expect(found([column('Shipping City'), column('Billing City')])).toEqual({ city: 'Billing City' });
});

it('needs an e-mail address or a phone number, or a name and something besides', () => {
  expect(canTell(['email'])).toBe(true);
  expect(canTell(['phone'])).toBe(true);
  expect(canTell(['firstName', 'lastName'])).toBe(false);
  expect(canTell(fieldsAtHand([table([column('City'), column('PLZ')])]))).toBe(false);
  expect(canTell(fieldsAtHand([table([column('City')]), table([column('Vorname')])]))).toBe(true);
});
