import { places, valueText } from '../en/trait-words.ts';
import type { Format } from '../format.ts';
import type { Values } from '../phrase.ts';

// What sets a segment apart, in the few words that a name has room for. Headings may be English or German; they keep
// their capitals.

export { places, valueText };

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

/** Behind a heading: „Einkommen: hoch“. */
const levels = scale(
  ['sehr hoch', 'sehr niedrig'],
  ['hoch', 'niedrig'],
  ['höher', 'niedriger'],
  ['etwas höher', 'etwas niedriger'],
);
/** Before a heading, without the ending. */
const levelStems = scale(
  ['sehr hoh', 'sehr niedrig'],
  ['hoh', 'niedrig'],
  ['höher', 'niedriger'],
  ['etwas höher', 'etwas niedriger'],
);
const amounts = scale(
  ['weit mehr', 'weit weniger'],
  ['mehr', 'weniger'],
  ['etwas mehr', 'etwas weniger'],
  ['eine Spur mehr', 'eine Spur weniger'],
);
const often = scale(
  ['viel öfter', 'viel seltener'],
  ['öfter', 'seltener'],
  ['etwas öfter', 'etwas seltener'],
  ['eine Spur öfter', 'eine Spur seltener'],
);
const people = scale(
  ['weit mehr', 'kaum'],
  ['mehr', 'wenige'],
  ['etwas mehr', 'weniger'],
  ['eine Spur mehr', 'eine Spur weniger'],
);
/** Kids are few in any home: more of them, or fewer, says it. */
const atHome = scale(
  ['weit mehr', 'weit weniger'],
  ['viele', 'wenige'],
  ['mehr', 'weniger'],
  ['etwas mehr', 'etwas weniger'],
);
/** With an `e` they go before „Kunden“. */
const older = scale(
  ['viel älter', 'viel jünger'],
  ['älter', 'jünger'],
  ['etwas älter', 'etwas jünger'],
  ['eine Spur älter', 'eine Spur jünger'],
);
const away = scale(
  ['sehr lange nicht da', 'gerade erst da'],
  ['lange nicht da', 'vor Kurzem da'],
  ['länger nicht da', 'vor kürzerer Zeit da'],
  ['etwas länger nicht da', 'vor etwas kürzerer Zeit da'],
);
const standing = scale(
  ['schon sehr lange dabei', 'viel kürzer dabei'],
  ['schon lange dabei', 'kürzer dabei'],
  ['schon länger dabei', 'etwas kürzer dabei'],
  ['schon etwas länger dabei', 'eine Spur kürzer dabei'],
);
const spending = scale(
  ['geben sehr viel aus', 'geben sehr wenig aus'],
  ['geben viel aus', 'geben wenig aus'],
  ['geben mehr aus', 'geben weniger aus'],
  ['geben etwas mehr aus', 'geben etwas weniger aus'],
);
const browsing = scale(
  ['stöbern weit mehr', 'stöbern weit weniger'],
  ['stöbern viel', 'stöbern wenig'],
  ['stöbern mehr', 'stöbern weniger'],
  ['stöbern etwas mehr', 'stöbern etwas weniger'],
);
const buying = scale(
  ['kaufen vor allem', 'kaufen fast nie'],
  ['kaufen', 'kaufen selten'],
  ['kaufen mehr', 'kaufen weniger'],
  ['kaufen etwas mehr', 'kaufen etwas weniger'],
);

/** Ways of buying that tables count the purchases of. */
const ways: Readonly<Record<string, string>> = {
  web: 'online',
  online: 'online',
  internet: 'online',
  webshop: 'online',
  onlineshop: 'online',
  store: 'im Laden',
  laden: 'im Laden',
  filial: 'im Laden',
  geschäfts: 'im Laden',
  catalog: 'per Katalog',
  catalogue: 'per Katalog',
  katalog: 'per Katalog',
  deal: 'im Angebot',
  deals: 'im Angebot',
  discount: 'im Angebot',
  angebots: 'im Angebot',
  aktions: 'im Angebot',
  rabatt: 'im Angebot',
};

const beschwert = ['haben sich', 'beschwert'] as const;
const reagiert = ['haben', 'reagiert'] as const;
/** What people did who say yes: how often stands between the two parts. */
const deeds: Readonly<Record<string, readonly [string, string]>> = {
  complain: beschwert,
  complained: beschwert,
  complaint: beschwert,
  beschwerde: beschwert,
  beschwert: beschwert,
  response: reagiert,
  respond: reagiert,
  responded: reagiert,
  reaktion: reagiert,
  reagiert,
  reklamation: ['haben', 'reklamiert'],
  reklamiert: ['haben', 'reklamiert'],
  churn: ['sind', 'abgewandert'],
  churned: ['sind', 'abgewandert'],
  abgewandert: ['sind', 'abgewandert'],
};
const participles =
  /^(\p{Lu}.*) (abonniert|angenommen|bestellt|bewertet|eingelöst|gekauft|genutzt|geöffnet|zurückgeschickt)$/iu;

/** English words for people, in the German plural. */
const persons: Readonly<Record<string, string>> = {
  citizen: 'Bürger',
  customer: 'Kunden',
  employee: 'Angestellte',
  member: 'Mitglieder',
  owner: 'Eigentümer',
  parent: 'Eltern',
  pensioner: 'Rentner',
  resident: 'Einwohner',
  'senior citizen': 'Senioren',
  student: 'Studenten',
  subscriber: 'Abonnenten',
  tenant: 'Mieter',
  user: 'Nutzer',
  angestellter: 'Angestellte',
};
/** Endings of German words for people, and what makes them a plural. */
const personEndings: readonly (readonly [RegExp, string])[] = [
  [/kunde$/i, 'n'],
  [/mitglied$/i, 'er'],
  [/(?:abonnent|senior|student)$/i, 'en'],
  [
    /(?:besitzer|bewohner|eigentümer|einwohner|empfänger|händler|inhaber|käufer|mieter|mitarbeiter|nutzer|rentner|schüler)$/i,
    '',
  ],
];

const kids: Readonly<Record<string, string>> = {
  kids: 'Kinder',
  children: 'Kinder',
  teenagers: 'Jugendliche',
  teens: 'Jugendliche',
  pets: 'Haustiere',
  people: 'Personen',
};
const homes = /^(.+) (?:at home|zu ?hause|im haushalt)$/i;

/** Gender of headings that are one noun, by how they end. */
const genders: readonly (readonly [RegExp, 'er' | 'e' | 'es'])[] = [
  [/(?:anteil|betrag|gewinn|index|preis|rabatt|score|umsatz|verbrauch|verdienst|warenkorb|wert)$/i, 'er'],
  [/(?:frequenz|häufigkeit|kaufkraft|marge|quote|rate|summe|treue|zahl|zufriedenheit|\p{Ll}{3}ung)$/iu, 'e'],
  [/(?:budget|einkommen|gehalt|gewicht|guthaben|vermögen|volumen|^alter|kundenalter)$/i, 'es'],
];
/** German plurals that count something. */
const counted =
  /^[\p{L}-]*(?:anmeldungen|anrufe|bestellungen|besuche|bewertungen|beschwerden|jugendliche|käufe|kinder|klicks|öffnungen|reklamationen|retouren|rücksendungen|stornierungen)(?: (?:pro|je|im) \p{L}+)?$/iu;

const listed = (items: readonly (string | number)[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} und ${items.at(-1)}`;

const own = <T>(of: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(of, name.toLowerCase()) ? of[name.toLowerCase()] : undefined;

/** A heading in the middle of a name or sentence: German nouns keep their capitals, so it stays as it is. Only `Kidhome` was put into English words by Tessera itself. */
export const inside = (name: string): string => {
  const [, who = ''] = homes.exec(name) ?? [];
  const german = own(kids, who);
  return german === undefined ? name : `${german} zu Hause`;
};

/** People in the plural, if the heading names one. */
const peopleOf = (name: string): string | null => {
  const known = own(persons, name);
  if (known !== undefined) return known;
  if (/^\p{Lu}[\p{L}-]*$/u.test(name)) {
    const [, ending] = personEndings.find(([pattern]) => pattern.test(name)) ?? [];
    if (ending !== undefined) return `${name}${ending}`;
  }
  return / (?:citizen|customer|employee|member|owner|parent|pensioner|resident|student|subscriber|tenant|user)$/i.test(
    name,
  )
    ? `${name}s`
    : null;
};

const deedOf = (name: string): readonly [string, string] | null => {
  const known = own(deeds, name);
  if (known !== undefined) return known;
  const [, numbers] = /^accepted campaigns? ?(\d[\d, und]*)$/i.exec(name) ?? [];
  if (numbers !== undefined) return [`haben ${/\D/.test(numbers) ? 'Kampagnen' : 'Kampagne'} ${numbers}`, 'angenommen'];
  const [, what, done] = participles.exec(name) ?? [];
  return what === undefined || done === undefined ? null : [`haben ${what}`, done.toLowerCase()];
};

const flagText = (name: string, isUp: boolean, degree: Degree): string => {
  const who = peopleOf(name);
  if (who !== null && degree === 'none') return `keine ${who.replace(/Angestellte$/, 'Angestellten')}`;
  if (who !== null) return `${people[degree][isUp ? 0 : 1]} ${who}`;
  const deed = deedOf(name);
  const word = often[degree][isUp ? 0 : 1];
  if (deed !== null) return `${deed[0]} ${degree === 'none' ? 'nie' : word} ${deed[1]}`;
  return degree === 'none' ? `${name}: nein` : `${name}: ${word} ja`;
};

/** „Accepted Campaign 1 und 5“ from the columns of a family of numbered ones. */
const families = (names: readonly string[]): string[] => {
  const found = new Map<string, number[]>();
  const others: string[] = [];
  for (const name of names) {
    const [, stem, number] = /^(.*\p{L}) ?(\d+)$/u.exec(name) ?? [];
    if (stem === undefined) others.push(name);
    else found.set(stem, [...(found.get(stem) ?? []), Number(number)]);
  }
  const told = [...found].map(([stem, list]) => `${stem} ${listed(list.sort((a, b) => a - b))}`);
  return [...told, ...others];
};

/** Columns to which most say yes, together. */
const yesTexts = (names: readonly string[]): string[] => {
  const plain: string[] = [];
  const texts: string[] = [];
  for (const name of families(names)) {
    const who = peopleOf(name);
    const deed = deedOf(name);
    if (who !== null) texts.push(who);
    else if (deed !== null) texts.push(deed.join(' '));
    else plain.push(name);
  }
  return plain.length === 0 ? texts : [...texts, `${listed(plain)}: ja`];
};

const wayOf = (name: string): string | undefined => {
  const [, way] = /^(\p{L}+?)[ -]?(?:purchases|orders|einkäufe|käufe|bestellungen)$/iu.exec(name) ?? [];
  if (way !== undefined) return own(ways, way);
  const [, where] = /^(?:einkäufe|käufe|bestellungen) (online|im laden|per katalog|im angebot)$/i.exec(name) ?? [];
  return where === undefined ? undefined : Object.values(ways).find((one) => one.toLowerCase() === where.toLowerCase());
};

const countText = (name: string, isUp: boolean, degree: Degree): string => {
  const at = isUp ? 0 : 1;
  const way = wayOf(name);
  if (way !== undefined) return `${buying[degree][at]} ${way}`;
  if (
    /^(?:(?:web|online|site|website|shop) visits\b|(?:web|online|website|webseiten|webshop|shop|seiten)[ -]?besuche(?!\p{L}))/iu.test(
      name,
    )
  )
    return browsing[degree][at];
  if (homes.test(name)) return isUp && degree === 'much' ? name : `${atHome[degree][at]} ${name}`;
  return `${amounts[degree][at]} ${name}`;
};

/** What a German heading counts: „Anzahl der Bestellungen“ counts „Bestellungen“. */
const countedIn = (name: string): string | null => {
  const [, what] = /^(?:[Aa]nz(?:ahl)?|[Zz]ahl) (?:der )?(\p{Lu}[\p{L}-]*)$/u.exec(name) ?? [];
  return what ?? (counted.test(name) || homes.test(name) ? name : null);
};

const isSpending = (name: string): boolean =>
  /^(?:(?:annual|yearly|total) )?(?:spend|spending|spending score)$/i.test(name) ||
  /^(?:(?:jährliche |gesamte |jahres|gesamt)?ausgaben|ausgaben (?:gesamt|pro jahr|im jahr)|ausgaben[ -]?score)$/i.test(
    name,
  );

const plainText = (name: string, isUp: boolean, degree: Degree): string => {
  const at = isUp ? 0 : 1;
  if (isSpending(name)) return spending[degree][at];
  if (/^(?:tenure|kundendauer|vertragsdauer|laufzeit|vertragslaufzeit)$/i.test(name)) return standing[degree][at];
  if (/^tage seit (?:der |dem )?letzte[mnr]?(?!\p{L})/iu.test(name)) return away[degree][at];
  const what = countedIn(name);
  if (what !== null) return countText(what, isUp, degree);
  const [, on] = /^Ausgaben für (.+)$/i.exec(name) ?? [];
  if (on !== undefined) return `geben ${amounts[degree][at]} für ${on} aus`;
  const [, earned] = /^(?:(?:annual|yearly) )?(income|salary)$/i.exec(name) ?? [];
  const noun = earned === undefined ? name : earned.toLowerCase() === 'income' ? 'Einkommen' : 'Gehalt';
  const [, ending] = (/^\p{Lu}[\p{L}-]*$/u.test(noun) && genders.find(([pattern]) => pattern.test(noun))) || [];
  return ending === undefined ? `${noun}: ${levels[degree][at]}` : `${levelStems[degree][at]}${ending} ${noun}`;
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
      return `geben ${word(amounts)} für ${name} aus`;
    case 'everySpentOn':
      return `geben ${word(amounts)} für alles aus`;
    case 'flag':
      return flagText(name, isUp, degree);
    default:
      return plainText(name, isUp, degree);
  }
};

/** „kaufen online“, „kaufen im Laden“ are „kaufen online und im Laden“. */
const joinWays = (texts: readonly string[]): string[] => {
  const way = new RegExp(`^(kaufen(?: \\p{L}+)*?) (${[...new Set(Object.values(ways))].join('|')})$`, 'u');
  const joined: { lead: string | undefined; rest: string[] }[] = [];
  for (const text of texts) {
    const [, lead, where = text] = way.exec(text) ?? [];
    const same = lead === undefined ? undefined : joined.find((one) => one.lead === lead);
    if (same === undefined) joined.push({ lead, rest: [where] });
    else same.rest.push(where);
  }
  return joined.map(({ lead, rest }) => (lead === undefined ? listed(rest) : `${lead} ${listed(rest)}`));
};

/** „Kinder zu Hause“, „Jugendliche zu Hause“ are „Kinder, Jugendliche zu Hause“. */
const joinHomes = (texts: readonly string[]): string[] => {
  const last = texts.findLastIndex((text) => / zu Hause$/.test(text));
  return texts.map((text, i) => (i < last ? text.replace(/ zu Hause$/, '') : text));
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

/** Typical values of the facts that tell most, where words alone do not tell segments apart. */
export const aboutTexts = (v: Values, f: Format): string[] =>
  [1, 2].flatMap((i) => {
    const value = v[`about${i}Value`];
    if (typeof value !== 'number') return [];
    const kind = v[`about${i}Kind`];
    const name = inside(String(v[`about${i}Name`]));
    return kind === 'flag'
      ? [`${name} bei etwa ${f.share(value)}`]
      : [`${name} etwa ${valueText(value, kind, v[`about${i}Unit`], v[`about${i}Money`], f)}`];
  });
