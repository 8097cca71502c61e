import type { KeyForm } from '../../../shared/engine/join/key-forms.ts';
import type { Join, JoinComparison, JoinSide } from '../../../shared/model/join.ts';
import { type Message, message } from '../../../shared/model/message.ts';
import type { MatchCounts, SideCounts } from './count-matches.ts';
import { joinIdOf, type TableColumn, tableName } from './join-tables.ts';
import { joinUse } from './join-use.ts';

const comparisonOf: Readonly<Record<KeyForm, JoinComparison>> = {
  exact: 'asWritten',
  folded: 'ignoringCase',
  bare: 'ignoringZeros',
};
const formOf: Readonly<Record<JoinComparison, KeyForm>> = {
  asWritten: 'exact',
  ignoringCase: 'folded',
  ignoringZeros: 'bare',
};
/** How the engine compares for what a person reads. */
export const keyFormOf = (comparison: JoinComparison): KeyForm => formOf[comparison];

const sideOf = ({ table, at }: TableColumn, { rows, matched, unmatched, blank }: SideCounts): JoinSide => ({
  sourceId: table.members[0]!.id,
  name: tableName(table),
  files: table.members.length,
  column: table.columns[at]!.name,
  rows,
  matched,
  unmatched,
  blank,
});

/** Below this share of matched rows on both sides a join is doubted. */
const doubtedBelow = 0.5;

const doubtsOf = (left: JoinSide, right: JoinSide, { keys, cardinality }: MatchCounts): Message[] => {
  if (keys === 0) return [message('join.doubt.nothing')];
  const doubts: Message[] = [];
  if (cardinality === 'manyToMany')
    doubts.push(message('join.doubt.manyToMany', { left: left.name, right: right.name }));
  const share = ({ matched, unmatched }: JoinSide) => matched / Math.max(1, matched + unmatched);
  const most = Math.max(share(left), share(right));
  if (most < doubtedBelow) doubts.push(message('join.doubt.few', { share: most }));
  return doubts;
};

interface Guessed {
  readonly score: number;
  readonly reasons: readonly Message[];
}

/** A join as people read it; on until something says otherwise. */
export const buildJoin = (
  columns: readonly [TableColumn, TableColumn],
  counts: MatchCounts,
  guessed: Guessed | null,
): Join => {
  const [left, right] = [sideOf(columns[0], counts.sides[0]), sideOf(columns[1], counts.sides[1])];
  return {
    id: joinIdOf(...columns),
    left,
    right,
    comparison: comparisonOf[counts.form],
    cardinality: counts.cardinality,
    keys: counts.keys,
    origin: guessed === null ? 'own' : 'guessed',
    on: true,
    use: joinUse(columns, counts),
    score: guessed?.score ?? null,
    summary: message('join.summary', {
      left: left.name,
      right: right.name,
      leftRows: left.rows,
      rightRows: right.rows,
      leftMatched: left.matched,
      rightMatched: right.matched,
    }),
    reasons: [...(guessed?.reasons ?? [])],
    doubts: doubtsOf(left, right, counts),
  };
};
