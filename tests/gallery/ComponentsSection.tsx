import { Button } from '@mantine/core';
import { useState } from 'react';
import { FactList } from '../../src/renderer/charts/FactList.tsx';
import { NextSteps } from '../../src/renderer/charts/NextSteps.tsx';
import { Repeatable, StabilityBadge } from '../../src/renderer/charts/StabilityBadge.tsx';
import { ColorChoice } from '../../src/renderer/components/ColorChoice.tsx';
import { Disclosure } from '../../src/renderer/components/Disclosure.tsx';
import { FrozenMark } from '../../src/renderer/components/FrozenMark.tsx';
import { Logo } from '../../src/renderer/components/Logo.tsx';
import { MethodDetails } from '../../src/renderer/components/MethodDetails.tsx';
import { OwnSegmentPicks } from '../../src/renderer/components/OwnSegmentPicks.tsx';
import { Panel } from '../../src/renderer/components/Panel.tsx';
import { NoSegmentTile, SegmentTile } from '../../src/renderer/components/SegmentTile.tsx';
import classes from './gallery.module.css';
import { Section, Specimen } from './Specimen.tsx';
import { caseOf, longName } from './shops.ts';

export const ComponentsSection = () => {
  const { shop } = caseOf('Usual');
  const { segmentation } = shop;
  const [color, setColor] = useState(2);
  return (
    <Section id="components" title="Small parts" about="What screens are put together from." across>
      <Specimen title="Segments’ tiles" about="Twelve colours, each plain and in three patterns; and nobody’s.">
        <p className={classes.row}>
          {Array.from({ length: 48 }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a tile is its index
            <SegmentTile key={i} color={i} size={22} />
          ))}
          <NoSegmentTile size={22} />
        </p>
      </Specimen>
      <Specimen title="Colour to choose">
        <ColorChoice chosen={color} onChoose={setColor} />
      </Specimen>
      <Specimen title="How repeatable" shop={shop}>
        {[0, 1, 2, 3].map((label) => (
          <p key={label}>
            <StabilityBadge segmentation={segmentation} label={label} />
          </p>
        ))}
      </Specimen>
      <Specimen title="How repeatable, in full" shop={shop}>
        <Repeatable segmentation={segmentation} label={3} />
      </Specimen>
      <Specimen title="Frozen">
        <FrozenMark frozen />
      </Specimen>
      <Specimen title="Where to go from here" shop={shop}>
        <NextSteps segment={segmentation.segments[0]!} segmentationId={segmentation.id} />
      </Specimen>
      <Specimen title="Segments of one’s own, beside a picture" shop={shop}>
        <OwnSegmentPicks segmentationId={segmentation.id} />
      </Specimen>
      <Specimen title="A card">
        <Panel heading={longName} aside={<Button variant="default">More</Button>}>
          {longName}
        </Panel>
      </Specimen>
      <Specimen title="Opened on request">
        <Disclosure summary="Why these?" open>
          {longName}
        </Disclosure>
        <MethodDetails>{longName}</MethodDetails>
      </Specimen>
      <Specimen title="Facts">
        <FactList
          figures
          facts={[
            [longName, '1,234,567,890.12'],
            ['Orders', '0'],
            ['Total spent', '−64.00'],
          ]}
        />
      </Specimen>
      <Specimen title="The mark">
        <Logo size={40} />
      </Specimen>
    </Section>
  );
};
