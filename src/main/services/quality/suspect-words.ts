import { findVariants, type Variants } from '../../../shared/engine/quality/category-variants.ts';
import { findRareCategories } from '../../../shared/engine/quality/rare-categories.ts';
import { message } from '../../../shared/model/message.ts';
import type { SourceFix } from '../../store/repositories/corrections.ts';
import { always, byShare, type Candidate } from './candidate.ts';
import type { ColumnProfile, SourceProfile } from './profile-source.ts';
import { fixOf } from './suspect-values.ts';

/** Columns whose words are names: each is its own, and who is who is found out elsewhere. */
const names = ['customer', 'order', 'name', 'email', 'phone'];
/** Words that hardly repeat are notes. */
const mostDistinct = 0.2;
const mostGroups = 500;
const mostWords = 1000;

const shown = ({ to, from }: Variants): string =>
  [to, ...from]
    .map((text) => `“${text}”`)
    .slice(0, 4)
    .join(' / ');

const merge = (
  { source }: SourceProfile,
  { column, at }: ColumnProfile,
  kind: 'spellings' | 'misspelling',
  groups: readonly Variants[],
): Candidate[] => {
  if (groups.length === 0) return [];
  const taken: Variants[] = [];
  let words = 0;
  for (const group of groups) {
    words += group.from.length;
    if (taken.length >= mostGroups || words > mostWords) break;
    taken.push(group);
  }
  const fix: SourceFix = {
    kind: 'merge',
    sourceId: source.id,
    column: column.name,
    groups: taken.map(({ to, from }) => ({ to, from: [...from] })),
  };
  const values = { column: column.name, groups: groups.length, example: shown(groups[0]!) };
  return [
    {
      kind,
      at,
      test: { values: taken.flatMap(({ from }) => from) },
      severity: byShare(0.01),
      message: (rows) => message(`quality.${kind}`, { ...values, rows }),
      fix,
      counted: false,
    },
  ];
};

const abbreviations = (
  { source }: SourceProfile,
  { column, at }: ColumnProfile,
  groups: readonly Variants[],
): Candidate[] =>
  groups.map(({ to, from }) => ({
    kind: 'abbreviation',
    at,
    mark: from[0]!,
    test: { values: [...from] },
    severity: always('low'),
    message: (rows) => message('quality.abbreviation', { column: column.name, to, from: from[0]!, rows }),
    fix: { kind: 'merge', sourceId: source.id, column: column.name, groups: [{ to, from: [...from] }] },
    counted: false,
  }));

const rare = (profile: SourceProfile, { column, at, words }: ColumnProfile, merged: readonly string[]): Candidate[] => {
  const found = findRareCategories(new Map([...words!].filter(([text]) => !merged.includes(text))));
  if (found.length === 0) return [];
  const test = { values: found };
  const values = found.map((text) => `“${text}”`).join(', ');
  return [
    {
      kind: 'rareCategories',
      at,
      test,
      severity: always('low'),
      message: (rows) => message('quality.rareCategories', { column: column.name, values, rows }),
      fix: fixOf(profile, column, test),
      counted: false,
    },
  ];
};

/** Spellings of a source's columns that may mean one thing, and words that hardly anybody uses. */
export const suspectWords = (profile: SourceProfile): Candidate[] =>
  profile.columns.flatMap((of) => {
    const { column, words } = of;
    if (words === null || words.size < 2 || names.includes(column.role)) return [];
    const rows = [...words.values()].reduce((sum, count) => sum + count, 0);
    if (words.size > Math.max(2, mostDistinct * rows)) return [];
    const variants = findVariants(words, { words: column.role !== 'product' && words.size <= 200 });
    const byWay = (how: Variants['how']) => variants.filter((one) => one.how === how);
    const merged = variants.flatMap(({ from }) => from);
    return [
      ...merge(profile, of, 'spellings', byWay('spelling')),
      ...merge(profile, of, 'misspelling', byWay('misspelling')),
      ...abbreviations(profile, of, byWay('abbreviation')),
      ...(column.role === 'product' ? [] : rare(profile, of, merged)),
    ];
  });
