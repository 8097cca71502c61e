const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** five; 13 */
export const spelled = (value: unknown): string => numbers[Number(value)] ?? String(value);
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
