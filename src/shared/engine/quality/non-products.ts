import { plainForm } from './plain-form.ts';

/** A product as lines name it: its code where there is one, and its description. */
export interface ProductName {
  readonly code: string | null;
  readonly description: string | null;
  readonly lines: number;
}

/** What is sold beside goods, in the languages of the headers that are recognised. */
const telling = new Set(
  `post postage carriage shipping shipment delivery freight handling surcharge fee fees charge charges commission bank
  discount rebate voucher vouchers coupon giftcard deposit tip tips rounding adjustment adjust manual samples donation
  versand versandkosten porto lieferung nachnahme gebuhr gebuehr rabatt gutschein gutscheine pfand trinkgeld rundung
  livraison expedition port frais remise bon cadeau
  envio envios gastos descuento cupon vale
  spedizione consegna sconto buono
  verzending verzendkosten bezorgkosten korting cadeaubon`.split(/\s+/),
);
/** Words that may stand beside those without naming goods. */
const neutral = new Set(
  `express standard international domestic uk eu us usa cost costs and for gift card cards e of the to de a la le les
  free flat rate home next day courier packing package dotcom amazon paypal stripe ebay etsy bad debt by kosten und
  fur nach per service extra tracked economy priority new`.split(/\s+/),
);

const wordsOf = (text: string | null): string[] =>
  text === null
    ? []
    : plainForm(text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\d]+/g, ' '))
        .replace(/\bgift cards?\b/g, 'giftcard')
        .split(' ')
        .filter((word) => word !== '' && !/^[\p{Sc}%]$/u.test(word));

/** `85123A` is `9A`, `SKU-0042` is `A-9`, `AMAZONFEE` is `A`. */
const shapeOf = (code: string): string =>
  code
    .trim()
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, '9');

/** Glued words such as `AMAZONFEE` or `BANKCHARGES` end in one that tells. */
const endsTelling = (code: string): boolean => {
  const form = plainForm(code).replace(/ /g, '');
  return [...telling].some((word) => word.length >= 3 && form.length > word.length && form.endsWith(word));
};

const usualShare = 0.02;

/**
 * Which products are none: postage, fees, discounts, vouchers, corrections. By the words of a description that says
 * nothing else, or, where codes have a usual form, by an unusual code whose words tell or that is one or two signs long.
 * @param products distinct ones, with how many lines name them
 * @returns for each, whether it is no product
 */
export const findNonProducts = (products: readonly ProductName[]): boolean[] => {
  const shapes = new Map<string, number>();
  let lines = 0;
  for (const { code, lines: count } of products) {
    if (code === null) continue;
    shapes.set(shapeOf(code), (shapes.get(shapeOf(code)) ?? 0) + count);
    lines += count;
  }
  // Codes have digits; where most have none they are names, and names have no usual form.
  const withDigits = [...shapes].reduce((sum, [shape, count]) => (shape.includes('9') ? sum + count : sum), 0);
  const hasCodes = lines > 0 && withDigits >= 0.9 * lines;
  const isUnusual = (code: string): boolean => (shapes.get(shapeOf(code)) ?? 0) < usualShare * lines;
  const length = products.reduce((sum, { code, lines: count }) => sum + (code?.length ?? 0) * count, 0) / (lines || 1);
  return products.map(({ code, description }) => {
    const names = hasCodes ? description : (description ?? code);
    const said = wordsOf(names);
    const tells = said.some((word) => telling.has(word));
    const saysNothingElse = tells && said.every((word) => telling.has(word) || neutral.has(word));
    if (hasCodes && code !== null && !isUnusual(code)) {
      // What usual codes sell is goods, whatever it is called; postage stands in many orders, under a code without digits.
      return saysNothingElse && !/\d/.test(code);
    }
    if (saysNothingElse) return true;
    if (!hasCodes || code === null) return false;
    if (tells || wordsOf(code).some((word) => telling.has(word)) || endsTelling(code)) return true;
    return code.trim().length <= 2 && length >= 4;
  });
};
