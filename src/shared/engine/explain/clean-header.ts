/** A column's heading as it is spoken of. */
export interface CleanHeader {
  /** Without units, underscores and abbreviations. */
  readonly name: string;
  /** What stood in brackets and looks like a unit (`k$`, `%`, `kg`), else empty. */
  readonly unit: string;
  /** It counts something or is money spent on something, as its heading says. */
  readonly says: 'count' | 'spentOn' | null;
}

/** Longer names would fill a tile. */
const longest = 40;

/** Abbreviations that analysts' tables are full of. */
const words: Readonly<Record<string, string>> = {
  avg: 'average',
  cmp: 'campaign',
  cnt: 'count',
  prods: 'products',
  kidhome: 'kids at home',
  teenhome: 'teenagers at home',
  qty: 'quantity',
  yr: 'year',
  yrs: 'years',
  pct: 'percent',
  cust: 'customer',
};

const likeBefore = (word: string, replacement: string): string =>
  /^\p{Lu}/u.test(word) ? replacement[0]!.toUpperCase() + replacement.slice(1) : replacement;

const isUnit = (text: string): boolean => text.length <= 5 && /\p{Sc}|^%$|^[\p{Ll}]{1,3}$/u.test(text);

/** Too loud for a sentence: `INCOME`, but not `VIP` or `B2B`. */
const calm = (word: string): string => (/^\p{Lu}{4,}$/u.test(word) ? word[0]! + word.slice(1).toLowerCase() : word);

/** `Annual Income (k$)` is “Annual Income” in k$; `NumWebPurchases` counts “Web Purchases”; `MntWines` is spent on “Wines”. */
export const cleanHeader = (header: string): CleanHeader => {
  const [, inside = ''] = /[([]([^()[\]]*)[)\]]\s*$/.exec(header) ?? [];
  const plain = header
    .replace(/[([][^()[\]]*[)\]]/g, ' ')
    .replace(/([\p{Ll}])(\p{Lu}|\d)/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[_.\s"“”]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => {
      const known = words[word.toLowerCase()];
      return known === undefined ? calm(word) : likeBefore(word, known);
    })
    .join(' ');
  const counts = /^(?:num(?:ber)?|nb|no|count|#)(?: of)? (?=\S{3})|^# ?/iu;
  const spentOn = /^(?:mnt|amt|amount|spent|spend|spending)(?: on)? (?=\S{3})|^(?:amount|money) spent on /iu;
  const says = counts.test(plain)
    ? 'count'
    : spentOn.test(plain) && !/\b(score|total)\b/iu.test(plain)
      ? 'spentOn'
      : null;
  const bare = (says === 'count' ? plain.replace(counts, '') : says === 'spentOn' ? plain.replace(spentOn, '') : plain)
    .replace(/\b(visits|orders|purchases|clicks|opens) (month|week|year)$/iu, '$1 a $2')
    .replace(
      /^(year|date|month|day) birth$|^birth (year|date|month|day)$/iu,
      (whole, before, after) => `${likeBefore(whole, String(before ?? after).toLowerCase())} of birth`,
    )
    .trim();
  const name = bare === '' ? header.trim() : bare;
  return {
    name: name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name,
    unit: isUnit(inside.trim()) ? inside.trim() : '',
    says: bare === '' ? null : says,
  };
};
