import type { ColumnRole } from './column.ts';

/** How a column tells who somebody is: by the customer's own id, or by anything else about the person. */
export type PersonalKind = 'customer' | 'private';

const rolesOfPeople: Partial<Record<ColumnRole, PersonalKind>> = {
  customer: 'customer',
  name: 'private',
  email: 'private',
  phone: 'private',
};

/** Headings, whole or after whose it is, in the languages whose headings are known. */
const bare =
  /^(name|(first|last|full|given|family|fore|sur) ?names?|vor ?name|nach ?name|zu ?name|familien ?name|vollstandiger name|e ?mail( ?(address|adresse))?|mail|(tele)?phone( ?(no|number))?|telefon( ?nummer)?|mobile?( ?(phone|number))?|handy( ?nummer)?|cell ?phone|fax|street( ?address)?|address( ?line)?( ?\d)?|strasse( und hausnummer)?|hausnummer|anschrift|adresse|rue|direccion|calle|indirizzo|postal ?code|post ?code|zip( ?code)?|plz|postleitzahl|code ?postal|codigo ?postal|city|town|ort|stadt|wohnort|ville|ciudad|citta|date of birth|birth ?(date|day)|dob|geburts ?(datum|tag)|date de naissance|prenom|nom|apellidos?|cognome|achternaam|voornaam|contact|contact ?name)$/;
const owner =
  /^(the |our )?(customer|cust|client|buyer|kunden?|kaufer|cliente|klant|acheteur|member|user|contact|billing|bill to|invoice|payer|rechnungs?|shipping|ship to|ship|delivery|recipient|liefer|versand)s? ?/;

/** A heading in lower-case words without accents: `ShipToStreet` and `ship_to_street` are both `ship to street`. */
const wordsOf = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Whether the cells of a column tell who somebody is, by its role or its heading; null where they do not.
 * @example personalKind({ name: 'Ship-to street', role: 'none' }) // 'private'
 */
export const personalKind = ({
  name,
  role,
}: {
  readonly name: string;
  readonly role: ColumnRole;
}): PersonalKind | null => {
  const byRole = rolesOfPeople[role];
  if (byRole !== undefined) return byRole;
  if (role !== 'none') return null;
  const heading = wordsOf(name);
  return bare.test(heading) || bare.test(heading.replace(owner, '')) ? 'private' : null;
};
