import type { Values } from '../phrase.ts';

/** What is wrong with a formula, after “at character 5,”. */
export const formulaProblems: Readonly<Record<string, (v: Values) => string>> = {
  empty: () => 'something must stand there, such as totalSpent / orders',
  tooLong: () => 'it becomes longer than 1,000 characters',
  tooDeep: () => 'its brackets are more than 40 deep',
  unfinished: () => 'something is missing, such as a number, the name of a fact or a closing bracket',
  unexpected: (v) => `“${v.what}” cannot stand there`,
  unknownFeature: (v) => `“${v.what}” is no fact of this project. Names of more than one word stand in quotation marks`,
  manyColumns: (v) => `“${v.what}” is several facts in one. Name one of them, such as “${v.what}=…”`,
  unknownFunction: (v) => `“${v.what}” is no function that formulas know`,
  wrongCount: (v) => `“${v.what}” stands with too few or too many values`,
  notAllowed: () => 'there is something that formulas do not know, such as a list or a member of something',
};
