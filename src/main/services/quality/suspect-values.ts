import { type Fences, fencesOf } from '../../../shared/engine/quality/fences.ts';
import { placeholderDay, placeholdersAmong } from '../../../shared/engine/quality/placeholders.ts';
import type { Column } from '../../../shared/model/column.ts';
import { message } from '../../../shared/model/message.ts';
import type { CellTest, FindingKind } from '../../../shared/model/quality.ts';
import { headerWords } from '../../import/roles/header-words.ts';
import type { SourceFix } from '../../store/repositories/corrections.ts';
import { always, byShare, type Candidate } from './candidate.ts';
import { type ColumnProfile, isDateColumn, isNumberColumn, type SourceProfile } from './profile-source.ts';

const oldest = 110;
/** As standard deviations of a normal sample: far beyond what a large one has by chance. */
const farOut = 6;
/** So large a share of a column is how it is, not a slip. */
const mostSlips = 0.1;

const birthName =
  /\b(birth|birthday|birthdate|born|dob|geburt|geburtstag|geburtsdatum|geburtsjahr|naissance|nacimiento|nascita|geboortedatum|geboortejaar)\b/;
const ageName = /\b(age|alter|edad|eta|leeftijd)\b/;
const neverNegative =
  /\b(count|number|num|qty|quantity|anzahl|menge|income|salary|einkommen|revenu|spent|spend|spending|mnt|age|alter|price|preis|prix|visits|orders|purchases|clicks|opens|visite|visits|sales|umsatz|days|recency|tenure)\b/;
const namesSomething = /\b(id|ids|key|code|nr|no|number|zip|plz|postal|postcode|phone|year|jahr|ano|annee|row|index)\b/;
const namingRoles: readonly Column['role'][] = ['customer', 'order', 'product', 'name', 'email', 'phone'];
/** An order's own figures follow from these: a line whose day or money is wrong is set aside, not emptied. */
const derivedRoles: readonly Column['role'][] = ['customer', 'order', 'date', 'quantity', 'price', 'amount'];

/** Empties the cells, or sets the rows aside where a line's money or day follows from them. */
export const fixOf = ({ source, isOrders }: SourceProfile, column: Column, cells: CellTest): SourceFix | null => {
  if (column.role === 'customer' || column.role === 'order') return null;
  const kind = isOrders && derivedRoles.includes(column.role) ? 'setAside' : 'setMissing';
  return { kind, sourceId: source.id, column: column.name, cells };
};

const yearsBefore = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const suspect = (
  profile: SourceProfile,
  { column, at }: ColumnProfile,
  kind: FindingKind,
  test: CellTest,
  values: Record<string, string | number>,
  severity: Candidate['severity'] = byShare(0.005, 0.05),
): Candidate => ({
  kind,
  at,
  test,
  severity,
  message: (rows, share) =>
    share > mostSlips ? null : message(`quality.${kind}`, { column: column.name, rows, ...values }),
  fix: fixOf(profile, column, test),
  counted: profile.isOrders,
});

const suspectDates = (profile: SourceProfile, of: ColumnProfile, today: string): Candidate[] => {
  const isBirth = birthName.test(headerWords(of.column.name));
  if (isBirth)
    return [
      suspect(profile, of, 'impossibleBirth', { below: yearsBefore(today, oldest), above: today }, { age: oldest }),
    ];
  const found = [suspect(profile, of, 'futureDate', { above: dayAfter(today) }, { day: today })];
  const early = [...of.years].some(([year]) => year < 1970);
  if (early) found.push(suspect(profile, of, 'longAgo', { below: '1970' }, {}));
  // A computer's first day, where nothing else is near it.
  const epoch = [...of.epoch.values()].reduce((sum, count) => sum + count, 0);
  const near = [1968, 1969, 1970, 1971, 1972].reduce((sum, year) => sum + (of.years.get(year) ?? 0), 0);
  if (epoch > 0 && near === epoch && of.epoch.size <= 50)
    found.push(suspect(profile, of, 'placeholder', { values: [...of.epoch.keys()] }, { values: placeholderDay }));
  return found;
};

/** Numbers that measure: no keys, codes, years or yes and no. */
const measures = ({ column, numbers, filled }: ColumnProfile): boolean =>
  !namingRoles.includes(column.role) &&
  !namesSomething.test(headerWords(column.name)) &&
  !(numbers.whole && column.distinct >= 1000 && filled <= 1000) &&
  (numbers.distinct === 0 || numbers.distinct > 10);

const without = (values: Float64Array, left: readonly number[]): Float64Array =>
  left.length === 0 ? values.slice() : values.filter((value) => !left.includes(value));

const suspectNumbers = (profile: SourceProfile, of: ColumnProfile, today: string): Candidate[] => {
  const { column, numbers } = of;
  const words = headerWords(column.name);
  if (namingRoles.includes(column.role)) return [];
  const year = Number(today.slice(0, 4));
  if (birthName.test(words)) {
    const least = year - oldest;
    // Only years; a column of months or days of birth is none of our business.
    const median = fencesOf(numbers.sample.slice(), farOut)?.median ?? 0;
    if (median < least || median > year) return [];
    return [suspect(profile, of, 'impossibleBirth', { below: least, above: year }, { age: oldest })];
  }
  const found: Candidate[] = [];
  if (ageName.test(words) && numbers.greatest[0] !== undefined && numbers.sample.length > 0)
    found.push(suspect(profile, of, 'impossibleAge', { below: 0, above: oldest }, {}));
  const isMeasure = measures(of);
  const first = isMeasure ? fencesOf(numbers.sample.slice(), farOut) : null;
  const stand = placeholdersAmong(numbers, first);
  const placeholders = found.length > 0 ? stand.filter((value) => value >= 0 && value <= oldest) : stand;
  if (placeholders.length > 0 && (isMeasure || neverNegative.test(words)))
    found.push({
      ...suspect(profile, of, 'placeholder', { values: placeholders }, { values: placeholders.join(', ') }),
      // A number that stands for “not known” may well be the most frequent one.
      message: (rows) => message('quality.placeholder', { column: column.name, rows, values: placeholders.join(', ') }),
      severity: (share) => (share > mostSlips ? 'info' : byShare(0.005)(share)),
    });
  // What an order takes back is below zero, and has a rule of its own.
  const isOwnFigure = profile.isOrders && derivedRoles.includes(column.role);
  const isNever = neverNegative.test(words) && !ageName.test(words);
  const others = numbers.least.filter((value) => value < 0 && !placeholders.includes(value));
  if (!isOwnFigure && isNever && others.length > 0 && numbers.negatives <= 0.01 * of.filled)
    found.push(suspect(profile, of, 'negative', { below: 0 }, {}));
  const fences: Fences | null = isMeasure ? fencesOf(without(numbers.sample, placeholders), farOut) : null;
  if (fences !== null) {
    const test = {
      ...(fences.below === null ? {} : { below: fences.below }),
      ...(fences.above === null ? {} : { above: fences.above }),
    };
    found.push({
      ...suspect(profile, of, 'outliers', test, { median: fences.median }, always('info')),
      fix: null,
    });
  }
  return found;
};

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

const suspectEmails = (profile: SourceProfile, of: ColumnProfile): Candidate[] => {
  const wrong = [...(of.words?.keys() ?? [])].filter((text) => text.trim() !== '' && !emailForm.test(text.trim()));
  return wrong.length === 0 || wrong.length > 1000
    ? []
    : [suspect(profile, of, 'badEmail', { values: wrong }, {}, byShare(0.02))];
};

/** Values of a source that cannot be true, or are far from all others. */
export const suspectValues = (profile: SourceProfile, today: string): Candidate[] =>
  profile.columns.flatMap((of) => {
    if (of.filled === 0) return [];
    if (isDateColumn(of.column)) return suspectDates(profile, of, today);
    if (isNumberColumn(of.column)) return suspectNumbers(profile, of, today);
    return of.column.role === 'email' ? suspectEmails(profile, of) : [];
  });
