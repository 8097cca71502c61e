import type { StoredSource } from '../../store/repositories/sources.ts';

/** A column of words that stands in no file: the channel that a whole table is of. */
export const tableChannel = 'channel of the table';

const mostChannels = 8;

/** Months in English, German, French, Spanish and Italian, short and in full. */
const timeWords =
  /^(jan|feb|fev|fév|mar|mär|apr|avr|abr|may|mai|mag|maj|jun|juin|giu|jul|juil|lug|aug|aou|aoû|ago|sep|sept|set|oct|okt|ott|nov|dec|dez|déc|dic|ene|gen)$/iu;
const monthNames =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|maerz|mai|juni|juli|oktober|dezember|janvier|février|fevrier|mars|avril|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)$/iu;
/** What exports are called whatever they are of. */
const plainWords =
  /^(q|h|w|kw|week|wk|month|year|copy|kopie|copie|new|old|neu|alt|final|part|teil|to|bis|sheet|tabelle)$/iu;

const isTime = (word: string): boolean => monthNames.test(word) || timeWords.test(word) || plainWords.test(word);

/** A name without what tells months of one export from each other. */
const plainName = (name: string): string =>
  name
    .replace(/\.gz$/i, '')
    .replace(/\.[a-z0-9]{1,7}$/i, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !isTime(word))
    .join(' ')
    .toLowerCase();

/**
 * Which channel each table of orders is, by its id, where tables are channels: a file of the web shop and one of the till.
 * Files that differ in days, months or numbers only are one. Null where all are one, or too many to be channels.
 */
export const channelsOfTables = (sources: readonly StoredSource[]): Map<number, string> | null => {
  const files = sources.map(({ file }) => plainName(file));
  const sheets = sources.map(({ sheet }) => plainName(sheet ?? ''));
  const differ = (names: readonly string[]): boolean => new Set(names).size > 1;
  const parts = [files, sheets].filter(differ);
  if (parts.length === 0) return null;
  const names = sources.map(
    ({ name }, i) =>
      parts
        .map((one) => one[i])
        .join(' ')
        .trim() || name,
  );
  const count = new Set(names).size;
  if (count < 2 || count > mostChannels) return null;
  return new Map(sources.map(({ id }, i) => [id, names[i]!]));
};
