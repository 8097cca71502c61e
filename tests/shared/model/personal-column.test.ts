import { expect, it } from 'vitest';
import { personalKind } from '../../../src/shared/model/personal-column.ts';

it.each([
  'E-mail',
  'Ship-to street',
  'BillingPostalCode',
  'Customer Name',
  'Vorname',
  'Straße',
  'Date of birth',
  'Phone number',
])('%s tells who somebody is', (name) => expect(personalKind({ name, role: 'none' })).toBe('private'));

it.each(['Category', 'Country', 'Product Name', 'Income', 'Channel', 'Quantity'])('%s does not', (name) =>
  expect(personalKind({ name, role: 'none' })).toBeNull(),
);

it('goes by what a column is for before its heading', () => {
  expect(personalKind({ name: 'Konto', role: 'customer' })).toBe('customer');
  expect(personalKind({ name: 'Reach', role: 'phone' })).toBe('private');
  expect(personalKind({ name: 'Name', role: 'product' })).toBeNull();
});
