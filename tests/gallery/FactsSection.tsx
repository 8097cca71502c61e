import { useState } from 'react';
import { HistogramPicture } from '../../src/renderer/charts/HistogramPicture.tsx';
import { featureText } from '../../src/renderer/client/feature-text.ts';
import { barsOf, spreadOfAll } from '../../src/renderer/screens/facts/bars.ts';
import { type MatrixCell, MatrixPicture } from '../../src/renderer/screens/facts/MatrixPicture.tsx';
import { PairPicture } from '../../src/renderer/screens/facts/PairPicture.tsx';
import { createRandom } from '../../src/shared/engine/random.ts';
import { Section, Specimen } from './Specimen.tsx';
import { caseOf, longName, rightToLeft, unbreakable } from './shops.ts';

const random = createRandom(11);
const valuesOf = (count: number, value: (i: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => value(i));
const columns: readonly { readonly title: string; readonly name: string; readonly values: Float64Array }[] = [
  { title: 'Usual', name: 'Days since last order', values: valuesOf(800, () => (random() + random()) * 300) },
  { title: 'Few whole numbers', name: 'Orders', values: valuesOf(800, () => Math.floor(random() ** 2 * 6) + 1) },
  { title: 'Very uneven', name: 'Total spent', values: valuesOf(800, () => Math.exp(random() * 14)) },
  { title: 'Below zero', name: 'Balance', values: valuesOf(800, () => (random() - 0.7) * 1e6) },
  { title: 'One value only', name: 'Constant', values: valuesOf(50, () => 3) },
  { title: 'One customer', name: 'Orders', values: valuesOf(1, () => 3) },
  { title: 'Tiny numbers, a very long name', name: longName, values: valuesOf(300, () => random() / 1e6) },
  { title: 'Right to left', name: rightToLeft[2]!, values: valuesOf(300, () => random() * 9e9) },
  { title: 'Nothing known', name: 'Empty', values: valuesOf(20, () => Number.NaN) },
];

const Matrix = ({ names }: { readonly names: readonly string[] }) => {
  const [cell, setCell] = useState<MatrixCell>({ row: 0, column: Math.min(1, names.length - 1) });
  const correlations = names.map((_, i) => names.map((__, j) => (i === j ? 1 : Math.sin(i * 3 + j * 3))));
  return (
    <MatrixPicture
      names={names}
      correlations={correlations}
      width={760}
      cell={cell}
      summary={`${names.length} facts`}
      onCell={setCell}
    />
  );
};

const valueText = (value: number): string => featureText({ key: 'made', unit: 'number' }, value);

export const FactsSection = () => {
  const { shop } = caseOf('Usual');
  const [a, , b] = shop.segmentation.features;
  return (
    <>
      <Section id="facts" title="Customer facts" about="How a fact is spread, and how facts go together." across>
        {columns.map(({ title, name, values }) => {
          const spread = spreadOfAll(values);
          return (
            <Specimen key={title} title={title}>
              <HistogramPicture
                axisTitle={name}
                bars={barsOf(values, spread).bars}
                axis={spread}
                quantiles={spread.everybody.quantiles}
                width={340}
                valueText={valueText}
                summary={`How ${name} is spread`}
                selected={null}
                barText={({ count }) => `${count} customers`}
                barsLabel={name}
              />
            </Specimen>
          );
        })}
      </Section>
      <Section id="facts-together" title="Facts together" about="Every two facts, and two of them in full.">
        <Specimen title="Six facts">
          <Matrix names={['Days since last order', 'Orders', 'Total spent', 'Web visits', 'E-mail opens', 'Returns']} />
        </Specimen>
        <Specimen title="Two facts">
          <Matrix names={['Orders', 'Total spent']} />
        </Specimen>
        <Specimen title="Long and right to left">
          <Matrix names={[longName, unbreakable, ...rightToLeft]} />
        </Specimen>
        <Specimen title="Thirty facts">
          <Matrix names={Array.from({ length: 30 }, (_, i) => `Question ${i + 1} of the survey`)} />
        </Specimen>
        <Specimen title="Two of them">
          <PairPicture
            a={a!}
            b={b!}
            valuesA={shop.columns.get(a!.key)!}
            valuesB={shop.columns.get(b!.key)!}
            width={620}
            summary="Two facts"
          />
        </Specimen>
      </Section>
    </>
  );
};
