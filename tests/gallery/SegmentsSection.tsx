import { segmentParts } from '../../src/renderer/charts/segment-parts.ts';
import { DifferencesView } from '../../src/renderer/screens/segments/DifferencesView.tsx';
import { NumberView } from '../../src/renderer/screens/segments/NumberView.tsx';
import { RevenueView } from '../../src/renderer/screens/segments/RevenueView.tsx';
import { SegmentCards } from '../../src/renderer/screens/segments/SegmentCards.tsx';
import { SegmentList } from '../../src/renderer/screens/segments/SegmentList.tsx';
import { SpreadPanel } from '../../src/renderer/screens/segments/SpreadPanel.tsx';
import { spreadOf } from '../../src/shared/picture/spread.ts';
import { Section, Specimen } from './Specimen.tsx';
import { cases } from './shops.ts';

const views = [
  { id: 'cards', title: 'Segments on cards', about: 'Who they are, what they bring, what to do.', View: SegmentCards },
  { id: 'list', title: 'Segments in a table', about: 'The same in lines.', View: SegmentList },
  { id: 'shares', title: 'Shares and revenue', about: 'As large as what they bring.', View: RevenueView },
  { id: 'differences', title: 'Differences', about: 'Every segment against every fact.', View: DifferencesView },
] as const;

/** What the screen of segments shows. */
export const SegmentsSection = () => (
  <>
    {views.map(({ id, title, about, View }) => (
      <Section key={id} id={id} title={title} about={about}>
        {cases
          .filter(({ title: of }) => id !== 'cards' || of !== 'Thirty segments')
          .map((one) => (
            <Specimen key={one.title} title={one.title} about={one.about} shop={one.shop}>
              <View segmentation={one.shop.segmentation} />
            </Specimen>
          ))}
      </Section>
    ))}
    <Section id="spread" title="Spread" about="Where the values of a fact lie, segment by segment.">
      {cases.map(({ title, about, shop }) => {
        const { segmentation, columns, labels } = shop;
        const feature = segmentation.features.find(({ key }) => key === 'totalSpent') ?? segmentation.features.at(-1)!;
        return (
          <Specimen key={title} title={title} about={about} shop={shop}>
            <SpreadPanel
              feature={feature}
              spread={spreadOf(columns.get(feature.key)!, labels, segmentation.k)}
              parts={segmentParts(segmentation)}
              segmentation={segmentation}
            />
          </Specimen>
        );
      })}
      <Specimen title="Waiting" about="The place is kept while it is worked out." shop={cases[0]!.shop}>
        <SpreadPanel
          feature={cases[0]!.shop.segmentation.features[0]!}
          spread={null}
          parts={segmentParts(cases[0]!.shop.segmentation)}
          segmentation={cases[0]!.shop.segmentation}
        />
      </Specimen>
    </Section>
    <Section id="number" title="How many" about="Every number that was tried.">
      {cases.slice(0, 3).map(({ title, about, shop }) => (
        <Specimen key={title} title={title} about={about} shop={shop}>
          <NumberView segmentation={shop.segmentation} />
        </Specimen>
      ))}
    </Section>
  </>
);
