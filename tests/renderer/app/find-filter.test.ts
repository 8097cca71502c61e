import { expect, it } from 'vitest';
import { findFilter } from '../../../src/renderer/app/find-filter.ts';
import { finding } from '../../../src/shared/words/en/finding.ts';

const words = (key: keyof typeof finding) => finding[key]();
const actions = [
  { group: 'Screens', actions: [{ id: 'report', label: 'Report', keywords: words('find.words.report') }] },
  {
    group: 'Commands',
    actions: [
      { id: 'undo', label: 'Undo: Rename a segment', keywords: words('find.words.undo') },
      { id: 'theme', label: 'How it looks', keywords: words('find.words.theme') },
      { id: 'export', label: 'All customers, as CSV', keywords: ['Export', words('find.words.export')] },
    ],
  },
];
const first = (query: string) => {
  const found = findFilter(query, actions)[0];
  return found !== undefined && 'actions' in found ? found.actions[0]?.id : undefined;
};

it.each([
  ['dark', 'theme'],
  ['print', 'report'],
  ['undo', 'undo'],
  ['csv', 'export'],
  ['export csv', 'export'],
  ['REPÓRT', 'report'],
])('finds by “%s”', (query, id) => expect(first(query)).toBe(id));

it('finds nothing by what nothing is called', () => expect(findFilter('zebra', actions)).toEqual([]));
