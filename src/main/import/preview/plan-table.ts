import type { Column, ColumnRole } from '../../../shared/model/column.ts';
import type { Message } from '../../../shared/model/message.ts';
import type { Mapping, SourceKind } from '../../../shared/model/source.ts';
import { guessKind, rolesOfKind } from '../roles/guess-kind.ts';
import { type ColumnFacts, filledCells, guessRoles, type RoleGuess } from '../roles/guess-roles.ts';
import { headerWords } from '../roles/header-words.ts';
import { findPreset, rolesOfPreset } from '../roles/presets/find-preset.ts';
import type { Preset } from '../roles/presets/preset.ts';
import { expectedOf } from '../roles/role-words.ts';
import { settleType } from '../roles/settle-types.ts';
import { distinctLimit } from '../typing/count-distinct.ts';
import { decideType, readAs, type TypeHints, type TypeReading } from '../typing/decide-type.ts';
import { choicesOf, hintsOfFormat, readWithFormat } from '../typing/given-format.ts';
import { readingOf } from '../typing/number-evidence.ts';
import { dateOrder } from '../typing/scan-date.ts';
import { isCommaWay } from '../typing/scan-number.ts';
import { type CancelledLines, findCancelledLines } from './cancelled-lines.ts';
import { doubtsOf } from './doubts.ts';
import { readMapping } from './read-mapping.ts';
import type { TableSurvey } from './survey-table.ts';

/** What we take a table for. */
export interface TablePlan {
  readonly survey: TableSurvey;
  readonly kind: SourceKind;
  readonly columns: readonly Column[];
  readonly cancelled: CancelledLines;
  readonly doubts: readonly Message[];
  /** The shop's export it is, by its headings. */
  readonly preset: Preset | null;
  /** Some column holds numbers or days. */
  readonly hasNumbers: boolean;
  /** A person said what it is. */
  readonly isMapped: boolean;
}

/** What a column by itself says about how the whole file writes numbers and days. */
const hintsOfFile = (survey: TableSurvey): Pick<TypeHints, 'decimalComma' | 'dayFirst'> => {
  let comma = 0;
  let dot = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  survey.columns.forEach(({ numbers, dates }) => {
    if (numbers.cells > 0) {
      const { way, isWhole, isDoubtful } = readingOf(numbers, null);
      if (!isWhole && !isDoubtful) {
        // Dots between thousands only are no evidence: they may be decimals here.
        const decimals = isCommaWay(way) ? numbers.decimals.comma : numbers.decimals.dot;
        const sure = decimals.reduce((sum, cells, places) => (places === 0 || places === 3 ? sum : sum + cells), 0);
        if (isCommaWay(way)) comma += sure;
        else dot += sure;
      }
    }
    const both = dateOrder.dayFirst | dateOrder.monthFirst;
    dates.byOrders.forEach((cells, orders) => {
      if ((orders & both) === dateOrder.dayFirst) dayFirst += cells;
      if ((orders & both) === dateOrder.monthFirst) monthFirst += cells;
    });
  });
  return {
    decimalComma: comma === dot ? (survey.table.delimiter === ';' && comma > 0 ? true : null) : comma > dot,
    dayFirst: dayFirst === monthFirst ? null : dayFirst > monthFirst,
  };
};

/** What a person said about one column holds for the others that are in doubt. */
const factsOf = (
  survey: TableSurvey,
  formats: readonly (string | null)[],
  preset: Preset | null,
): { facts: ColumnFacts[]; hints: TypeHints[] } => {
  const found = hintsOfFile(survey);
  const ofFile = { ...found, dayFirst: found.dayFirst ?? preset?.dayFirst ?? null };
  formats.forEach((format, at) => {
    if (format !== null) Object.assign(ofFile, hintsOfFormat(survey.columns[at]!, format));
  });
  const isNamed = survey.table.headerRow > 0;
  const hints = survey.names.map((name): TypeHints => {
    const words = isNamed ? headerWords(name) : '';
    return { ...ofFile, words, expects: expectedOf(words) };
  });
  const facts = survey.columns.map(
    (evidence, at): ColumnFacts => ({
      name: survey.names[at]!,
      words: hints[at]!.words,
      evidence,
      reading: decideType(evidence, hints[at]!),
    }),
  );
  return { facts, hints };
};

/**
 * Decides what a table is: from what a person said where they said something, else by guessing.
 * @param as the kind it must have, where the other tables of a file decide it
 * @throws AppError `mappingIncomplete`
 */
export const planTable = (survey: TableSurvey, mapping: Mapping | null, as: SourceKind | null = null): TablePlan => {
  const read = mapping && readMapping(survey, mapping);
  const preset = survey.table.headerRow > 0 ? findPreset(survey.names) : null;
  const { facts, hints } = factsOf(survey, read?.formats ?? [], preset);
  let kind: SourceKind;
  let roles: readonly ColumnRole[];
  let guess: RoleGuess | null = null;
  let given: readonly TypeReading[] = facts.map(({ reading }) => reading);
  if (read) {
    ({ kind, roles } = read);
    given = read.types.map((type, at) => {
      const own = facts[at]!.reading;
      return type === null || type === own.type ? own : readAs(facts[at]!.evidence, type, hints[at]!);
    });
  } else {
    guess = preset
      ? { roles: rolesOfPreset(preset, survey.names, facts.map(filledCells)), byValues: [], rivalCustomer: null }
      : guessRoles(facts, survey.rows);
    kind = as ?? preset?.kind ?? guessKind(facts, guess.roles);
    const meant = rolesOfKind(kind);
    roles = guess.roles.map((role) => (meant.includes(role) ? role : 'none'));
  }
  const readings = survey.columns.map((evidence, at) =>
    readWithFormat(evidence, settleType(evidence, roles[at]!, given[at]!, hints[at]!), read?.formats[at] ?? null),
  );
  const columns = survey.columns.map((evidence, at): Column => {
    const { type, format, missing, odd } = readings[at]!;
    return {
      name: survey.names[at]!,
      type,
      role: roles[at]!,
      format,
      missing,
      odd,
      examples: [...evidence.examples],
      distinct: Math.min(evidence.distinct, distinctLimit),
      choices: choicesOf(evidence, readings[at]!),
    };
  });
  return {
    survey,
    kind,
    columns,
    cancelled: {
      ...findCancelledLines(survey.names, survey.columns, readings, roles, preset),
      ...(mapping?.isOrderOnFirstLine === undefined ? {} : { isOrderOnFirstLine: mapping.isOrderOnFirstLine }),
      outside: survey.table.outside,
    },
    doubts: doubtsOf({ survey, kind, facts, columns, readings, guess, preset, isGiven: as !== null }),
    preset,
    hasNumbers: readings.some(({ type }) => type !== 'text' && type !== 'category' && type !== 'boolean'),
    isMapped: mapping !== null,
  };
};
