import { MapScreen } from '../../src/renderer/screens/map/MapScreen.tsx';
import { Section, Specimen } from './Specimen.tsx';
import { caseOf } from './shops.ts';

/** A browser draws few pictures at once with the graphics card. */
const shown = [
  'Usual',
  'One segment',
  'Thirty segments',
  'Very long names',
  'Right to left',
  'One customer',
  'Customers in no segment',
];

/** The whole screen of the map, small. */
export const MapSection = () => (
  <Section id="map" title="Map" about="Every customer a dot, in a low window.">
    {shown.map(caseOf).map(({ title, about, shop }) => (
      <Specimen key={title} title={title} about={about} shop={shop} height={620}>
        <MapScreen />
      </Specimen>
    ))}
  </Section>
);
