import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { focusManager } from '@tanstack/react-query';
import { useState } from 'react';
import { useContrast } from '../../src/renderer/app/use-contrast.ts';
import { setPreferences, usePreferences } from '../../src/renderer/client/preferences.ts';
import { clearSelection, selectSegments } from '../../src/renderer/client/selection.ts';
import { ComponentsSection } from './ComponentsSection.tsx';
import { CustomersSection } from './CustomersSection.tsx';
import { FactsSection } from './FactsSection.tsx';
import { FlowsSection } from './FlowsSection.tsx';
import classes from './gallery.module.css';
import { InspectorSection } from './InspectorSection.tsx';
import { MapSection } from './MapSection.tsx';
import { SegmentsSection } from './SegmentsSection.tsx';
import { StatesSection } from './StatesSection.tsx';
import { cases } from './shops.ts';
import { TablesSection } from './TablesSection.tsx';
import { TreeSection } from './TreeSection.tsx';

// Nobody else changes these projects; they need not be asked for again when the window is looked at.
focusManager.setEventListener(() => () => undefined);

const sections = [
  ['cards', 'Segments on cards'],
  ['list', 'Segments in a table'],
  ['shares', 'Shares and revenue'],
  ['differences', 'Differences'],
  ['spread', 'Spread'],
  ['number', 'How many'],
  ['inspector', 'Details at the right'],
  ['map', 'Map'],
  ['tree', 'Tree'],
  ['flows', 'Flows'],
  ['customers', 'Customers'],
  ['facts', 'Customer facts'],
  ['tables', 'Tables'],
  ['states', 'Empty, waiting, failed'],
  ['components', 'Small parts'],
] as const;

/** The first segment of every shop: each picture has one of its own selected. */
const firsts = cases.map(({ shop }) => shop.segmentation.segments[0]!.id);

/** Every chart and component with usual data and at its edges: one page to look at, in every way the app can look. */
export const GalleryPage = () => {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = usePreferences((preferences) => preferences.scheme);
  const contrast = usePreferences((preferences) => preferences.contrast);
  const [selected, setSelected] = useState('nobody');
  useContrast();
  return (
    <div className={classes.page}>
      <nav className={classes.index} aria-label="Gallery">
        <h1>Gallery</h1>
        <ul>
          {sections.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
        <div className={classes.tools}>
          <SegmentedControl
            size="xs"
            orientation="vertical"
            aria-label="Colours"
            data={['auto', 'light', 'dark']}
            value={scheme}
            onChange={(value) => setColorScheme(value as 'auto' | 'light' | 'dark')}
          />
          <SegmentedControl
            size="xs"
            orientation="vertical"
            aria-label="Contrast"
            data={[
              { value: 'auto', label: 'usual contrast' },
              { value: 'more', label: 'strong contrast' },
            ]}
            value={contrast}
            onChange={(value) => void setPreferences({ contrast: value as 'auto' | 'more' })}
          />
          <SegmentedControl
            size="xs"
            orientation="vertical"
            aria-label="Selection"
            data={[
              { value: 'nobody', label: 'nobody selected' },
              { value: 'first', label: 'one segment selected' },
            ]}
            value={selected}
            onChange={(value) => {
              setSelected(value);
              if (value === 'first') selectSegments(firsts);
              else clearSelection();
            }}
          />
        </div>
      </nav>
      <main className={classes.main}>
        <SegmentsSection />
        <InspectorSection />
        <MapSection />
        <TreeSection />
        <FlowsSection />
        <CustomersSection />
        <FactsSection />
        <TablesSection />
        <StatesSection />
        <ComponentsSection />
      </main>
    </div>
  );
};
