import { foldText } from './fold-text.ts';
import { isPlaceholder } from './is-placeholder.ts';

/** Words for kinds of streets, each way of writing them by one; the rest is left as it stands. */
const kinds: Readonly<Record<string, string>> = {
  street: 'str',
  strasse: 'str',
  str: 'str',
  st: 'str',
  road: 'rd',
  avenue: 'av',
  ave: 'av',
  boulevard: 'blvd',
  bd: 'blvd',
  lane: 'ln',
  drive: 'dr',
  court: 'ct',
  square: 'sq',
  place: 'pl',
  platz: 'pl',
  weg: 'wg',
  rue: 'r',
  calle: 'c',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  apartment: 'apt',
  flat: 'apt',
  unit: 'apt',
  suite: 'ste',
};

export interface Street {
  /** Folded and with kinds of streets in one spelling: “haupt str”. */
  readonly name: string;
  /** “12”, “12a”; null where there is none. */
  readonly number: string | null;
}

const shorten = (token: string): string => {
  const known = kinds[token];
  if (known !== undefined) return known;
  // German joins the kind to the name: Hauptstraße, Hauptstr.
  const joined = /^(.{3,})(strasse|str|platz|weg)$/.exec(token);
  return joined === null ? token : `${joined[1]} ${kinds[joined[2]!]}`;
};

/** A street with its house number, wherever that stands; null where there is no name. O(length). */
export const normaliseStreet = (text: string): Street | null => {
  const folded = foldText(text.replace(/\bstr\./gi, 'str '));
  if (isPlaceholder(folded)) return null;
  // “12 a” is “12a”; “12-14” and “12/3” have become “12 14” and “12 3”, of which the first counts.
  const tokens = folded.replace(/\b(\d+) ([a-d])\b(?! \w+ )/g, '$1$2').split(' ');
  const at = tokens.findLastIndex((token, i) => /^\d+[a-z]?$/.test(token) && (i > 0 || tokens.length > 1));
  const first = tokens.findIndex((token) => /^\d+[a-z]?$/.test(token));
  const house = at < 0 ? null : first === 0 ? tokens[0]! : tokens[first]!;
  const words = tokens.filter((token) => !/^\d+[a-z]?$/.test(token));
  const name = words.map(shorten).join(' ');
  return name === '' ? null : { name, number: house };
};
