import { ChartTable } from '../../src/renderer/charts/ChartTable.tsx';
import { FigureFrame } from '../../src/renderer/charts/FigureFrame.tsx';
import { ColumnBadges } from '../../src/renderer/components/ColumnBadges.tsx';
import { DataTable } from '../../src/renderer/components/DataTable.tsx';
import { OwnSegments } from '../../src/renderer/components/OwnSegments.tsx';
import { SetAsideList } from '../../src/renderer/components/SetAsideList.tsx';
import type { TableColumn } from '../../src/renderer/components/table-column.ts';
import type { FetchPage } from '../../src/renderer/components/use-pages.ts';
import { AppError } from '../../src/shared/errors.ts';
import { setAsideReasons } from '../../src/shared/model/source.ts';
import { Section, Specimen } from './Specimen.tsx';
import { caseOf, longName, rightToLeft, unbreakable } from './shops.ts';

interface Line {
  readonly name: string;
  readonly money: number;
}
const columns: readonly TableColumn<Line>[] = [
  { id: 'name', header: 'Customer', width: 260, sortable: true, cell: ({ name }) => <bdi>{name}</bdi> },
  {
    id: 'money',
    header: 'Total spent',
    width: 120,
    numeric: true,
    sortable: true,
    cell: ({ money }) => money.toLocaleString('en'),
  },
];
const wide: readonly TableColumn<Line>[] = Array.from({ length: 24 }, (_, i) => ({
  id: `c${i}`,
  header: i === 3 ? longName : `Column ${i + 1}`,
  width: 110,
  numeric: i % 2 === 1,
  cell: ({ name, money }: Line) => (i % 2 === 1 ? money.toLocaleString('en') : name),
}));
const names = ['Anna Meyer', longName, unbreakable, ...rightToLeft, ''];
const lines =
  (total: number): FetchPage<Line> =>
  async (offset, limit) => ({
    total,
    rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => ({
      name: names[(offset + i) % names.length]!,
      money: (offset + i) % 5 === 3 ? -1_234_567_890.12 : (offset + i) * 7.5,
    })),
  });

const tables: readonly {
  readonly title: string;
  readonly about: string;
  readonly fetchPage: FetchPage<Line>;
  readonly wide?: true;
}[] = [
  { title: 'A million rows', about: 'Only what is seen is there.', fetchPage: lines(1_000_000) },
  { title: 'Very many columns', about: 'The edge says that there is more.', fetchPage: lines(12), wide: true },
  { title: 'One row', about: 'And nothing below.', fetchPage: lines(1) },
  { title: 'No row', about: 'In their place stands why.', fetchPage: lines(0) },
  { title: 'Waiting', about: 'Rows that are on their way.', fetchPage: () => new Promise(() => undefined) },
  {
    title: 'Failed',
    about: 'Rows that cannot be had.',
    fetchPage: () =>
      Promise.reject(new AppError('projectDamaged', { file: 'shop.tessera', reason: 'it ends too soon' })),
  },
];

const badges = [
  { type: 'date', role: 'date', fact: false },
  { type: 'decimal', role: 'none', fact: true },
  { type: 'category', role: 'consent', fact: false },
] as const;

export const TablesSection = () => {
  const { shop } = caseOf('Usual');
  return (
    <Section id="tables" title="Tables" about="Rows of any number, and the figures behind a picture.">
      {tables.map(({ title, about, fetchPage, wide: isWide }) => (
        <Specimen key={title} title={title} about={about} shop={shop} height={290}>
          <DataTable
            label={title}
            columns={isWide ? wide : columns}
            pagesKey={['gallery', title]}
            fetchPage={fetchPage}
            sort={{ by: 'money', descending: true }}
            onSort={() => undefined}
            onChoose={() => undefined}
            isSelected={({ money }) => money === 15}
            empty={<p>Nobody matches. Ask for less.</p>}
          />
        </Specimen>
      ))}
      <Specimen title="A picture that cannot be drawn" about="Its figures stand in its place." shop={shop}>
        <FigureFrame
          title="Best customers bring 61 % of the revenue"
          failed
          table={{
            caption: 'Best customers bring 61 % of the revenue',
            head: ['Segment', 'Customers', 'Revenue'],
            rows: [
              ['Best customers', '465', '428,265'],
              [rightToLeft[2]!, '1,234,567', '−64.00'],
              [longName, '1', '0.0004'],
            ],
          }}
        >
          {null}
        </FigureFrame>
      </Specimen>
      <Specimen title="Figures alone" about="No row at all.">
        <ChartTable caption="Nothing to show" head={['Segment', 'Customers']} rows={[]} />
      </Specimen>
      <Specimen title="Segments of one’s own" about="Long, empty, right to left; some of them gone." shop={shop}>
        <OwnSegments segmentationId={shop.segmentation.id} />
      </Specimen>
      <Specimen title="What is set aside" about="Every rule, on and off.">
        <SetAsideList
          rules={setAsideReasons.map((reason, i) => ({
            reason,
            lines: [1, 30, 1_234_567][i % 3]!,
            money: [-1234.5, 0, 9_876_543_210][i % 3]!,
            on: i % 2 === 0,
          }))}
          across
          onSwitch={() => undefined}
        />
      </Specimen>
      <Specimen title="Nothing is set aside">
        <SetAsideList rules={[]} onSwitch={() => undefined} />
      </Specimen>
      <Specimen title="What columns are">
        <p>
          {badges.map((badge) => (
            <ColumnBadges key={badge.role} {...badge} />
          ))}
        </p>
      </Specimen>
    </Section>
  );
};
