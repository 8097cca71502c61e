import type { Format } from '../format.ts';
import type { Values } from '../phrase.ts';

// What sets a segment apart, in the few words that a name has room for.

/** `most`: most of them say yes; `none`: nobody does. */
type Degree = 'most' | 'none' | 'very' | 'much' | 'some' | 'slight';
/** A word for every degree: more where it is up, less where it is down. */
type Scale = Readonly<Record<Degree, readonly [up: string, down: string]>>;

const scale = (
  very: readonly [string, string],
  much: readonly [string, string],
  some: readonly [string, string],
  slight: readonly [string, string],
): Scale => ({ most: much, none: much, very, much, some, slight });

const levels = scale(
  ['very high', 'very low'],
  ['high', 'low'],
  ['higher', 'lower'],
  ['slightly higher', 'slightly lower'],
);
const amounts = scale(
  ['far more', 'far less'],
  ['more', 'less'],
  ['somewhat more', 'somewhat less'],
  ['slightly more', 'slightly less'],
);
const numbers = scale(
  ['far more', 'far fewer'],
  ['more', 'fewer'],
  ['somewhat more', 'somewhat fewer'],
  ['slightly more', 'slightly fewer'],
);
const people = scale(
  ['mostly', 'hardly any'],
  ['more', 'few'],
  ['somewhat more', 'fewer'],
  ['slightly more', 'slightly fewer'],
);
/** Kids are few in any home: more of them, or fewer, says it. */
const atHome = scale(
  ['many more', 'far fewer'],
  ['many', 'few'],
  ['more', 'fewer'],
  ['slightly more', 'slightly fewer'],
);
const older = scale(
  ['much older', 'much younger'],
  ['older', 'younger'],
  ['somewhat older', 'somewhat younger'],
  ['slightly older', 'slightly younger'],
);
const away = scale(
  ['quiet for very long', 'here very recently'],
  ['quiet for long', 'here recently'],
  ['quiet for longer', 'here more recently'],
  ['quiet a little longer', 'here a little more recently'],
);
const standing = scale(
  ['very long-standing', 'much newer'],
  ['long-standing', 'newer'],
  ['longer-standing', 'somewhat newer'],
  ['slightly longer-standing', 'slightly newer'],
);
const spending = scale(
  ['spend very much', 'spend very little'],
  ['spend a lot', 'spend little'],
  ['spend more', 'spend less'],
  ['spend slightly more', 'spend slightly less'],
);
const browsing = scale(
  ['browse far more', 'browse far less'],
  ['browse a lot', 'browse little'],
  ['browse more', 'browse less'],
  ['browse slightly more', 'browse slightly less'],
);
const buying = scale(
  ['buy mostly', 'hardly ever buy'],
  ['buy', 'rarely buy'],
  ['buy more', 'buy less'],
  ['buy slightly more', 'buy slightly less'],
);

/** Ways of buying that tables count the purchases of. */
const ways: Readonly<Record<string, string>> = {
  web: 'online',
  online: 'online',
  store: 'in store',
  catalog: 'by catalogue',
  catalogue: 'by catalogue',
  deal: 'on offer',
  deals: 'on offer',
  discount: 'on offer',
};

/** What people did who say yes, where the heading says it otherwise. */
const deeds: Readonly<Record<string, string>> = {
  complain: 'complained',
  complaint: 'complained',
  response: 'responded',
  respond: 'responded',
};

/** A heading in the middle of a name or sentence: `Annual Income` is “annual income”; `VIP` and `Income (k$)` stay. */
export const inside = (name: string): string =>
  /[()[\]_]/.test(name) ? name : name.replace(/(?<!\p{L})\p{Lu}\p{Ll}+(?!\p{L})/gu, (word) => word.toLowerCase());

const isPeople = (name: string): boolean =>
  /\b(citizen|customer|employee|member|owner|parent|pensioner|resident|student|subscriber|tenant|user)$/i.test(name);
const isDeed = (name: string): boolean => Object.hasOwn(deeds, name) || /^\p{L}+ed\b/u.test(name);
const deedOf = (name: string): string => (Object.hasOwn(deeds, name) ? deeds[name]! : name);

const flagText = (name: string, isUp: boolean, degree: Degree): string =>
  degree === 'none'
    ? isPeople(name)
      ? `no ${name}s`
      : isDeed(name)
        ? `never ${deedOf(name)}`
        : `${name}: no`
    : isPeople(name)
      ? `${people[degree][isUp ? 0 : 1]} ${name}s`
      : `${deedOf(name)} ${amounts[degree][isUp ? 0 : 1]} often`;

/** “accepted campaigns 1 and 5” from the columns of a family of numbered ones. */
const families = (names: readonly string[]): string[] => {
  const found = new Map<string, number[]>();
  const others: string[] = [];
  for (const name of names) {
    const [, stem, number] = /^(.*\p{L}) ?(\d+)$/u.exec(name) ?? [];
    if (stem === undefined) others.push(name);
    else found.set(stem, [...(found.get(stem) ?? []), Number(number)]);
  }
  const told = [...found].map(([stem, list]) =>
    list.length === 1 ? `${stem} ${list[0]}` : `${stem}s ${list.sort((a, b) => a - b).join(' and ')}`,
  );
  return [...told, ...others];
};

/** Columns to which most say yes, together. */
const yesTexts = (names: readonly string[]): string[] => {
  const plain: string[] = [];
  const texts: string[] = [];
  for (const name of families(names)) {
    if (isPeople(name)) texts.push(`${name}s`);
    else if (isDeed(name)) texts.push(deedOf(name));
    else plain.push(name);
  }
  return plain.length === 0 ? texts : [...texts, `${plain.join(' and ')}: yes`];
};

/** “by catalogue” of `catalog purchases`; null where it is no way of buying. */
export const wayOf = (name: string): string | null => {
  const [, way = ''] = /^(\p{L}+) (?:purchases|orders)$/u.exec(name) ?? [];
  return Object.hasOwn(ways, way) ? ways[way]! : null;
};

const countText = (name: string, isUp: boolean, degree: Degree): string => {
  const way = wayOf(name);
  if (way !== null) return `${buying[degree][isUp ? 0 : 1]} ${way}`;
  if (/^(web|online|site|website|shop) visits\b/.test(name)) return browsing[degree][isUp ? 0 : 1];
  if (/ at home$/.test(name)) return isUp && degree === 'much' ? name : `${atHome[degree][isUp ? 0 : 1]} ${name}`;
  return `${numbers[degree][isUp ? 0 : 1]} ${name}`;
};

const plainText = (name: string, isUp: boolean, degree: Degree): string => {
  if (/^((annual|yearly|total) )?(spend|spending|spending score)$/.test(name)) return spending[degree][isUp ? 0 : 1];
  if (/^tenure$/.test(name)) return standing[degree][isUp ? 0 : 1];
  return `${levels[degree][isUp ? 0 : 1]} ${name.replace(/^(annual|yearly) (?=income\b|salary\b)/, '')}`;
};

const traitText = (kind: unknown, name: string, isUp: boolean, degree: Degree): string => {
  const word = (of: Scale): string => of[degree][isUp ? 0 : 1];
  switch (kind) {
    case 'age':
      return word(older);
    case 'birthYear':
      return older[degree][isUp ? 1 : 0];
    case 'since':
      return word(away);
    case 'count':
      return countText(name, isUp, degree);
    case 'spentOn':
      return `spend ${word(amounts)} on ${name}`;
    case 'everySpentOn':
      return `spend ${word(amounts)} on everything`;
    case 'flag':
      return flagText(name, isUp, degree);
    default:
      return plainText(name, isUp, degree);
  }
};

export const places = ['first', 'second', 'third', 'fourth'];

/** “buy online”, “buy in store” are “buy online and in store”. */
const joinWays = (texts: readonly string[]): string[] => {
  const joined: string[] = [];
  const way = new RegExp(`^(.*\\bbuy(?: \\w+)*?) (${[...new Set(Object.values(ways))].join('|')})$`);
  for (const text of texts) {
    const [, lead, where] = way.exec(text) ?? [];
    const at = lead === undefined ? -1 : joined.findIndex((one) => way.exec(one)?.[1] === lead);
    if (at < 0) joined.push(text);
    else joined[at] += ` and ${where}`;
  }
  return joined;
};

/** “kids at home”, “teenagers at home” are “kids, teenagers at home”. */
const joinHomes = (texts: readonly string[]): string[] => {
  const last = texts.findLastIndex((text) => / at home$/.test(text));
  return texts.map((text, i) => (i < last ? text.replace(/ at home$/, '') : text));
};

/** One text a trait; columns to which most say yes stand together. */
export const traitTexts = (v: Values): string[] => {
  const traits = places.filter((place) => v[`${place}Kind`] !== undefined);
  const nameAt = (place: string) => inside(String(v[`${place}Name`]));
  const isYes = (place: string) => v[`${place}Degree`] === 'most';
  const yes = traits.filter(isYes);
  return joinHomes(
    joinWays(
      traits.flatMap((place) =>
        isYes(place)
          ? place === yes[0]
            ? yesTexts(yes.map(nameAt))
            : []
          : [traitText(v[`${place}Kind`], nameAt(place), v[`${place}Up`] === true, v[`${place}Degree`] as Degree)],
      ),
    ),
  );
};

/** A number of a column: years without separators, money as money, a unit behind it. */
export const valueText = (
  value: number,
  kind: unknown,
  unit: unknown,
  isMoney: unknown,
  f: Format,
  digits?: number,
): string => {
  if (kind === 'birthYear') return String(Math.round(value));
  const text = isMoney === true && digits === undefined ? f.money(value) : f.number(value, digits);
  return unit ? `${text} ${unit}` : text;
};

/** Typical values of the facts that tell most, where words alone do not tell segments apart. */
export const aboutTexts = (v: Values, f: Format): string[] =>
  [1, 2].flatMap((i) => {
    const value = v[`about${i}Value`];
    if (typeof value !== 'number') return [];
    const kind = v[`about${i}Kind`];
    const name = inside(String(v[`about${i}Name`]));
    return kind === 'flag'
      ? [`${name} for about ${f.share(value)}`]
      : [`${name} about ${valueText(value, kind, v[`about${i}Unit`], v[`about${i}Money`], f)}`];
  });
