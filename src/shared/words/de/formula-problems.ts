import type { Values } from '../phrase.ts';

/** What is wrong with a formula, after “Bei Zeichen 5:”. */
export const formulaProblems: Readonly<Record<string, (v: Values) => string>> = {
  empty: () => 'hier muss etwas stehen, zum Beispiel totalSpent / orders',
  tooLong: () => 'sie wird länger als 1.000 Zeichen',
  tooDeep: () => 'ihre Klammern sind mehr als 40-mal verschachtelt',
  unfinished: () => 'es fehlt etwas, zum Beispiel eine Zahl, der Name eines Merkmals oder eine schließende Klammer',
  unexpected: (v) => `„${v.what}“ kann hier nicht stehen`,
  unknownFeature: (v) =>
    `„${v.what}“ ist kein Merkmal dieses Projekts. Namen aus mehreren Wörtern stehen in Anführungszeichen`,
  manyColumns: (v) => `„${v.what}“ fasst mehrere Merkmale zusammen. Nennen Sie eines davon, zum Beispiel „${v.what}=…“`,
  unknownFunction: (v) => `„${v.what}“ ist keine Funktion, die Formeln kennen`,
  wrongCount: (v) => `„${v.what}“ hat zu wenige oder zu viele Werte`,
  notAllowed: () =>
    'hier steht etwas, das Formeln nicht kennen, zum Beispiel eine Liste oder ein Bestandteil von etwas anderem',
};
