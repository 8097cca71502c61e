import { useState } from 'react';
import { FlowPicture } from '../../src/renderer/charts/FlowPicture.tsx';
import type { FlowPictureColumn, FlowPictureLink } from '../../src/renderer/charts/flow-frame.ts';
import { segmentColor } from '../../src/shared/picture/segment-colors.ts';
import { Section, Specimen } from './Specimen.tsx';
import { longName, rightToLeft, unbreakable } from './shops.ts';

interface Flows {
  readonly columns: readonly FlowPictureColumn[];
  readonly links: readonly FlowPictureLink[];
}

/** Most stay, some go on to the next segment, a few to the one after. */
const madeFlows = (names: readonly string[], columns: number, customers: number): Flows => {
  const size = (segment: number) => Math.max(1, Math.round(customers * 0.8 ** segment));
  const nodes = names.map((name, i) => ({
    id: String(i),
    size: size(i),
    name,
    note: `${size(i)} customers`,
    color: segmentColor(i),
  }));
  const links = Array.from({ length: columns - 1 }, (_, column) =>
    names.flatMap((name, from) =>
      [0, 1, 2].flatMap((by): FlowPictureLink[] => {
        const to = (from + by) % names.length;
        const share = [0.8, 0.15, 0.05][by]!;
        if (by >= names.length) return [];
        return [
          {
            key: `${column}-${from}-${to}`,
            column,
            from: String(from),
            to: String(to),
            size: size(from) * share,
            label: `${name} to ${names[to]}`,
            stayed: by === 0,
            color: by === 0 ? segmentColor(from) : null,
            selected: null,
          },
        ];
      }),
    ),
  ).flat();
  return {
    columns: Array.from({ length: columns }, (_, i) => ({ key: String(i), heading: `Month ${i + 1}`, nodes })),
    links,
  };
};

const flows: readonly { readonly title: string; readonly made: Flows }[] = [
  { title: 'Usual', made: madeFlows(['Best customers', 'Loyal regulars', 'Slipping away', 'Long gone'], 2, 800) },
  { title: 'One segment', made: madeFlows(['Everybody'], 2, 800) },
  {
    title: 'Thirty segments',
    made: madeFlows(
      Array.from({ length: 30 }, (_, i) => `Segment ${i + 1}`),
      2,
      3000,
    ),
  },
  { title: 'Very long names', made: madeFlows([longName, unbreakable, 'Short'], 2, 400) },
  { title: 'Right to left', made: madeFlows(rightToLeft, 2, 900) },
  { title: 'Twelve months', made: madeFlows(['Best customers', 'Loyal regulars', 'Slipping away'], 12, 900) },
];

export const FlowsSection = () => {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Section id="flows" title="Flows" about="Who went from where to where.">
      {flows.map(({ title, made }) => (
        <Specimen key={title} title={title} height={460}>
          <FlowPicture
            label={title}
            {...made}
            chosen={made.links.some(({ key }) => `${title} ${key}` === chosen) ? chosen!.slice(title.length + 1) : null}
            namesAtBothEnds={made.columns.length === 2}
            gatheredNote={(count, customers) => `${count} small ones, ${Math.round(customers)} customers`}
            onChoose={(key) => setChosen(chosen === `${title} ${key}` ? null : `${title} ${key}`)}
          />
        </Specimen>
      ))}
    </Section>
  );
};
