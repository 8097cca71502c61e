/** `731.9399999999999` is how a computer keeps 731.94, and no spreadsheet shows it: 15 digits are what they show. */
export const withoutNoise = (text: string): string =>
  /^-?\d+\.\d{9,}$/.test(text) ? String(Number(Number(text).toPrecision(15))) : text;
