import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../src/shared/engine/identity/fold-text.ts';
import { isNameOnly } from '../../../../src/shared/engine/identity/is-name-only.ts';
import { normaliseBirthDate } from '../../../../src/shared/engine/identity/normalise-birth-date.ts';
import { normaliseCity } from '../../../../src/shared/engine/identity/normalise-city.ts';
import { normaliseEmail } from '../../../../src/shared/engine/identity/normalise-email.ts';
import { normaliseName } from '../../../../src/shared/engine/identity/normalise-name.ts';
import { normalisePhone, phoneCountryOf } from '../../../../src/shared/engine/identity/normalise-phone.ts';
import { normalisePostalCode } from '../../../../src/shared/engine/identity/normalise-postal-code.ts';
import { normaliseStreet } from '../../../../src/shared/engine/identity/normalise-street.ts';

it.each([
  ['  Müller-Lüdenscheidt ', 'muller ludenscheidt'],
  ['Straße', 'strasse'],
  ['O’Brien', 'obrien'],
  ['Łukasz Øster', 'lukasz oster'],
  ['Ἀθήνα', 'αθηνα'],
])('folds “%s”', (text, folded) => expect(foldText(text)).toBe(folded));

describe('e-mail addresses', () => {
  it.each([
    ['Anna.Meier+shop@GMail.com', 'annameier@gmail.com'],
    ['anna.meier@googlemail.com', 'annameier@gmail.com'],
    ['a.meier@gmial.com', 'ameier@gmail.com'],
    ['anna.meier@gmx.de', 'anna.meier@gmx.de'],
    ['mailto:anna@web.ed', 'anna@web.de'],
  ])('%s arrives at %s', (text, mailbox) => expect(normaliseEmail(text)?.mailbox).toBe(mailbox));
  it('keeps the address as written but for its case', () =>
    expect(normaliseEmail(' A.B+c@Gmail.com ')?.address).toBe('a.b+c@gmail.com'));
  it.each([
    '',
    'anna',
    'anna@',
    '@gmx.de',
    'anna@gmx',
    'two words@gmx.de',
    'none@gmx.de',
    'no-email@shop.com',
    'xxx@xxx.de',
    'a@example.com',
  ])('takes “%s” for none', (text) => expect(normaliseEmail(text)).toBeNull());
  it('does not tell anybody by a mailbox that many firms have', () =>
    expect(normaliseEmail('service@firm.de')?.local).toBeNull());
  it('sees where a mailbox only says the name', () => {
    expect(isNameOnly('anna.mueller', 'anna', 'muller')).toBe(true);
    expect(isNameOnly('amueller', 'anna', 'muller')).toBe(true);
    expect(isNameOnly('anna.mueller84', 'anna', 'muller')).toBe(false);
    expect(isNameOnly('sternchen', 'anna', 'muller')).toBe(false);
  });
});

describe('phone numbers', () => {
  it.each([
    ['+49 (0)30 123-4567', 'DE', '49301234567'],
    ['0049 30 1234567', 'DE', '49301234567'],
    ['030/1234567', 'DE', '49301234567'],
    ['4930123456789', 'DE', '4930123456789'],
    ['491701234567.0', 'DE', '491701234567'],
    ['(212) 555-0187 x12', 'US', '12125550187'],
    ['1-212-555-0187', 'US', '12125550187'],
    ['011 44 20 7946 0958', 'US', '442079460958'],
    ['020 7946 0958', 'GB', '442079460958'],
    ['06 1234567', 'IT', '39061234567'],
  ])('%s in %s', (text, country, wanted) => expect(normalisePhone(text, country)).toBe(wanted));
  it.each(['', '123', '000000000', '1111111', '123456789', 'none', '+1234567890123456'])(
    'takes “%s” for none',
    (text) => expect(normalisePhone(text, 'DE')).toBeNull(),
  );
});

describe('names', () => {
  it.each([
    [null, null, 'Dr. Anna Maria van der Berg', 'anna', 'van der berg'],
    [null, null, 'Meier, Anna', 'anna', 'meier'],
    [null, null, 'Anna Meier, Dr.', 'anna', 'meier'],
    [null, null, 'Frau Jürgen-Müller', 'jurgen', 'muller'],
    ['Anna-Lena', 'Meier', null, 'anna', 'meier'],
    ['Mr. John', "O'Neil Jr.", null, 'john', 'oneil'],
    [null, 'Meier', 'Anna Meier', 'anna', 'meier'],
    ['N/A', 'unknown', null, null, null],
    [null, null, 'Meier', null, 'meier'],
  ])('%s %s %s', (first, last, full, one, other) =>
    expect(normaliseName(first, last, full)).toEqual({ first: one, last: other }),
  );
});

describe('addresses', () => {
  it.each([
    ['Hauptstraße 12', 'haupt str', '12'],
    ['Hauptstr. 12', 'haupt str', '12'],
    ['Haupt Strasse 12 a', 'haupt str', '12a'],
    ['12 Main Street', 'main str', '12'],
    ['12 Main St.', 'main str', '12'],
    ['Am Markt', 'am markt', null],
  ])('%s', (text, name, number) => expect(normaliseStreet(text)).toEqual({ name, number }));
  it.each([
    ['D-10115', '10115'],
    ['sw1a 1aa', 'SW1A1AA'],
    ['90210-1234', '90210'],
    ['01067', '01067'],
    ['00000', null],
    ['-', null],
  ])('postal code %s', (text, wanted) => expect(normalisePostalCode(text)).toBe(wanted));
  it('towns', () => {
    expect(normaliseCity('St. Pölten')).toBe('saint polten');
    expect(normaliseCity('n/a')).toBeNull();
  });
});

it.each([
  ['1984-07-03', '19840703'],
  ['1900-01-01', null],
  ['3.7.1984', null],
  ['1984-13-03', null],
])('birth date %s', (iso, wanted) => expect(normaliseBirthDate(iso)).toBe(wanted));

it.each([
  ['+49 30 123456', 'DE'],
  ['0049 (30) 123456', 'DE'],
  ['(+43) 1 5861340', 'AT'],
  ['+420 224 123 456', 'CZ'],
  ['+353 1 234 5678', 'IE'],
  ['030 123456', null],
  ['1234567', null],
  ['+999 123456', null],
  ['anna@example.com', null],
])('%s names the country %s', (text, country) => expect(phoneCountryOf(text)).toBe(country));
