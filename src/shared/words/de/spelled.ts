const numbers = [
  'keine',
  'ein',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
];

/** fünf; 13 */
export const spelled = (value: unknown): string => numbers[Number(value)] ?? String(value);
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
