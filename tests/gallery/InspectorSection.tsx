import { CustomerCard } from '../../src/renderer/charts/CustomerCard.tsx';
import { SegmentInspector } from '../../src/renderer/charts/SegmentInspector.tsx';
import { SeveralSegments } from '../../src/renderer/charts/SeveralSegments.tsx';
import { Section, Specimen } from './Specimen.tsx';
import { caseOf, cases } from './shops.ts';

/** The column at the right, as wide as it is in the app. */
export const InspectorSection = () => {
  const [usual, long, hebrew] = [caseOf('Usual'), caseOf('Very long names'), caseOf('Right to left')];
  return (
    <Section
      id="inspector"
      title="Details at the right"
      about="What is told of nobody, of one segment (choose “one segment selected”), of several, of one customer."
      across
    >
      {cases.map(({ title, shop }) => (
        <Specimen key={title} title={title} shop={shop} width={316}>
          <SegmentInspector segmentation={shop.segmentation} />
        </Specimen>
      ))}
      {[usual, long, hebrew].map(({ title, shop }) => (
        <Specimen key={title} title={`Several: ${title}`} shop={shop} width={316}>
          <SeveralSegments segments={shop.segmentation.segments.slice(0, 3)} segmentation={shop.segmentation} />
        </Specimen>
      ))}
      {[usual, long, hebrew].map(({ title, shop }) => (
        <Specimen key={title} title={`One customer: ${title}`} shop={shop} width={316}>
          <CustomerCard row={0} segmentation={shop.segmentation} />
        </Specimen>
      ))}
    </Section>
  );
};
