import { plainForm } from './plain-form.ts';

const testDomains = /@(example\.(com|org|net)|test\.[a-z]+|[a-z0-9-]+\.(test|example|invalid)|mailinator\.com)$/;

/** `test@…`, `…@example.com`. */
export const isTestEmail = (email: string): boolean => {
  const text = email.trim().toLowerCase();
  return testDomains.test(text) || /^test(er|ing|user|order|[._+-].*|\d*)?@/.test(text);
};

const testNames = new Set(
  [
    'test',
    'tester',
    'testing',
    'test test',
    'test user',
    'test customer',
    'test order',
    'test kunde',
    'testkunde',
  ].concat([
    'test account',
    'testbestellung',
    'test bestellung',
    'asdf',
    'asdf asdf',
    'client test',
    'dummy',
    'cliente test',
  ]),
);

/** A name, a note or a product that says no more than “test”. */
export const isTestName = (name: string): boolean => {
  const form = plainForm(name);
  if (form.length > 30 || form.length < 4) return false;
  return (
    testNames.has(form) ||
    testNames.has(form.replace(/ ?\d+$/, '')) ||
    /^test (product|item|article|artikel|produkt|produit|producto)\b/.test(form)
  );
};
