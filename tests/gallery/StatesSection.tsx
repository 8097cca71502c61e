import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { NoSegments } from '../../src/renderer/charts/NoSegments.tsx';
import { Delayed } from '../../src/renderer/components/Delayed.tsx';
import { EmptyState } from '../../src/renderer/components/EmptyState.tsx';
import { ErrorPanel } from '../../src/renderer/components/ErrorPanel.tsx';
import { JobProgress } from '../../src/renderer/components/JobProgress.tsx';
import { NoReport } from '../../src/renderer/components/NoReport.tsx';
import { AppError } from '../../src/shared/errors.ts';
import { Section, Specimen } from './Specimen.tsx';
import { caseOf, longName, rightToLeft } from './shops.ts';

const errors: readonly { readonly title: string; readonly error: AppError }[] = [
  {
    title: 'A damaged file',
    error: new AppError('fileDamaged', { file: 'orders.xlsx', reason: 'it ends too soon', row: 1204 }),
  },
  { title: 'A very long name', error: new AppError('fileLocked', { file: `${longName}.xlsx` }) },
  { title: 'A name from right to left', error: new AppError('fileMissing', { file: `${rightToLeft[2]}.csv` }) },
  { title: 'Something unforeseen', error: new AppError('internal', { reference: 'reader-abc123-4' }) },
];

const words = {
  title: 'Quality',
  job: 'Looking at the data',
  again: 'Look again',
  cancelled: { title: 'Stopped', text: 'Nobody has looked yet.' },
};

export const StatesSection = () => {
  const { shop } = caseOf('Usual');
  return (
    <Section id="states" title="Empty, waiting, failed" about="What stands where a picture would.">
      <Specimen title="Nothing yet">
        <EmptyState
          icon={<IconSearch size={40} stroke={1.3} aria-hidden />}
          title="No segments yet"
          action={<Button>Find segments</Button>}
        >
          Open a spreadsheet first; what it holds is sorted into segments here.
        </EmptyState>
      </Specimen>
      <Specimen title="Very many words">
        <EmptyState title={longName}>{`${longName}. ${longName}.`}</EmptyState>
      </Specimen>
      {errors.map(({ title, error }) => (
        <Specimen key={title} title={title}>
          <ErrorPanel error={error} action={<Button variant="default">Try again</Button>} />
        </Specimen>
      ))}
      <Specimen title="No project" height={260}>
        <NoSegments title="Map" known />
      </Specimen>
      <Specimen title="Being looked at" shop={shop} height={200}>
        <NoReport view={{ problem: null, again: () => undefined }} {...words} />
      </Specimen>
      <Specimen title="Stopped" shop={shop} height={260}>
        <NoReport view={{ problem: new AppError('cancelled'), again: () => undefined }} {...words} />
      </Specimen>
      <Specimen title="Failed" shop={shop} height={240}>
        <NoReport
          view={{ problem: new AppError('diskFull', { file: 'shop.tessera' }), again: () => undefined }}
          {...words}
        />
      </Specimen>
      <Specimen title="A job that begins">
        <JobProgress label="Finding segments" stage={null} fraction={0} onCancel={() => undefined} />
      </Specimen>
      <Specimen title="A job under way">
        <JobProgress label="Finding segments" stage="clustering" fraction={0.374} onCancel={() => undefined} />
      </Specimen>
      <Specimen title="A job being stopped">
        <JobProgress label={longName} stage={null} fraction={0.999} cancelling onCancel={() => undefined} />
      </Specimen>
      <Specimen title="A job that cannot be stopped">
        <JobProgress label="Saving" stage="finishing" fraction={1} onCancel={null} />
      </Specimen>
      <Specimen title="Late" about="Said only after 300 ms.">
        <Delayed>
          <p>One moment.</p>
        </Delayed>
      </Specimen>
    </Section>
  );
};
