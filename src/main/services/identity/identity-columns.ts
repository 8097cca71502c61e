import type { Column } from '../../../shared/model/column.ts';
import { type IdentityField, identityFields } from '../../../shared/model/identity.ts';
import { headerWords } from '../../import/roles/header-words.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';

/** What a heading calls each field, whole, in the languages whose headings are known. */
const words: Readonly<Record<IdentityField, RegExp>> = {
  firstName: /^(first ?names?|given ?names?|fore ?name|vorname|prenom|voornaam|primer nombre)$/,
  lastName:
    /^(last ?name|surname|family ?name|nachname|familienname|zuname|nom de famille|apellidos?|cognome|achternaam)$/,
  fullName: /^(name|full ?name|vollstandiger name|nom complet|nombre completo|nome completo|volledige naam)$/,
  email: /^(e ?mail|mail|email ?address|e ?mail ?adresse|adresse e ?mail|correo( electronico)?|courriel)$/,
  phone:
    /^(phone|telephone|tel|mobile|cell|handy|telefon|telefono|telefoon|mobil|movil|portable)( ?(no|nr|number|nummer|phone))?( 1)?$|^(telefonnummer|mobiltelefon|handynummer|telefoonnummer)$/,
  street:
    /^(street( ?address)?|address( ?line)? ?1?|strasse( und hausnummer)?|anschrift|adresse|rue|direccion|calle|indirizzo|via|straat|adres)( 1)?$/,
  postalCode:
    /^(postal ?code|post ?code|zip( ?code)?|zip postal code|plz|postleitzahl|code ?postal|codigo ?postal|cap)$/,
  city: /^(city|town|ort|stadt|wohnort|ville|ciudad|poblacion|citta|stad|plaats|woonplaats)$/,
  birthDate:
    /^(date of birth|birth ?(date|day)|dob|geburts(datum|tag)|date de naissance|fecha de nacimiento|data di nascita|geboortedatum)$/,
};

/** What may stand before: whose it is. Where several columns give a field, the customer's own go before deliveries. */
const owners = [
  /^(the |our )?(customer|cust|client|buyer|kunden?|kaufer|cliente|klant|acheteur|member|user|contact)( s)? /,
  /^(billing|bill to|invoice|payer|rechnungs?|facturation|factuur) /,
  /^(shipping|ship to|ship|delivery|recipient|liefer|versand|livraison|envio|bezorg) /,
];

const isWords = ({ type }: Column): boolean => type === 'text' || type === 'category';
const isMail = ({ examples }: Column): boolean =>
  examples.length > 0 && examples.every((example) => /^\S+@\S+\.\S+$/.test(example.trim()));

/** The field that a column gives, and how good it is for it (0 is best); null where it gives none. */
const fieldOf = (column: Column): { field: IdentityField; rank: number } | null => {
  const heading = headerWords(column.name);
  const owner = owners.findIndex((one) => one.test(heading));
  const bare = owner < 0 ? heading : heading.replace(owners[owner]!, '');
  const named = identityFields.find((field) => words[field].test(bare));
  const rank = owner < 1 ? 0 : owner;
  if (isMail(column)) return { field: 'email', rank: column.role === 'email' ? 0 : rank + 1 };
  if (column.role === 'phone') return { field: 'phone', rank: 0 };
  if (column.role === 'name')
    return { field: named === 'firstName' || named === 'lastName' ? named : 'fullName', rank: 0 };
  // A customer who is known by name only is still somebody with a name.
  if (column.role === 'customer' && isWords(column) && /\b(name|names|nom|nombre|nome|naam)\b|name$/.test(heading))
    return { field: 'fullName', rank: 2 };
  if (named === undefined || (column.role !== 'none' && column.role !== 'email')) return null;
  if (named === 'birthDate')
    return column.type === 'date' || column.type === 'timestamp' ? { field: named, rank } : null;
  if (named === 'email') return null;
  const isNumber = column.type === 'integer' && (named === 'postalCode' || named === 'phone');
  return isWords(column) || isNumber ? { field: named, rank: rank + 1 } : null;
};

export interface IdentityColumn {
  readonly field: IdentityField;
  /** Place of the column in its table. */
  readonly at: number;
}

/** Columns of a table that say who a customer is, the best of each field. */
export const identityColumns = ({ columns, kind }: Pick<StoredSource, 'columns' | 'kind'>): IdentityColumn[] => {
  if (kind === 'products') return [];
  const best = new Map<IdentityField, { at: number; rank: number }>();
  columns.forEach((column, at) => {
    const found = fieldOf(column);
    if (found === null) return;
    const known = best.get(found.field);
    if (known === undefined || found.rank < known.rank) best.set(found.field, { at, rank: found.rank });
  });
  return identityFields.flatMap((field) => {
    const found = best.get(field);
    return found === undefined ? [] : [{ field, at: found.at }];
  });
};

export const fieldsAtHand = (sources: readonly StoredSource[]): IdentityField[] => {
  const found = new Set(sources.flatMap((source) => identityColumns(source).map(({ field }) => field)));
  return identityFields.filter((field) => found.has(field));
};
const names: readonly IdentityField[] = ['firstName', 'lastName', 'fullName'];
const reach: readonly IdentityField[] = ['email', 'phone'];
/** Whether somebody can be told again: by an address or number of one's own, or by a name and something besides. */
export const canTell = (fields: readonly IdentityField[]): boolean => {
  const has = (some: readonly IdentityField[]): boolean => fields.some((field) => some.includes(field));
  return has(reach) || (has(names) && fields.some((field) => !names.includes(field)));
};
