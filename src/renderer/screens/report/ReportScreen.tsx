import { Button, Checkbox } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { NoSegments } from '../../charts/NoSegments.tsx';
import { word } from '../../charts/words.ts';
import { exportReport } from '../../client/exports.ts';
import { useJobs } from '../../client/jobs.ts';
import { useSegmentation } from '../../client/project.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import classes from './report.module.css';
import { TakeWithYou } from './TakeWithYou.tsx';

const SaveReport = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const [withCustomers, setWithCustomers] = useState(false);
  const busy = useJobs(({ running }) => running !== null);
  return (
    <Panel>
      <Checkbox
        checked={withCustomers}
        onChange={(event) => setWithCustomers(event.currentTarget.checked)}
        label={word('report.withCustomers')}
        description={word('report.withCustomers.text')}
      />
      <Button
        className={classes.save ?? ''}
        leftSection={<IconFileText size={16} stroke={1.7} />}
        disabled={busy}
        onClick={() => exportReport({ segmentationId: segmentation.id, withCustomers })}
      >
        {word('report.save')}
      </Button>
    </Panel>
  );
};

/** What can be taken away: the report first, then tables, mailing lists and pictures. */
export const ReportScreen = () => {
  const { data: segmentation, error } = useSegmentation();
  if (error !== null) {
    return (
      <Screen title={word('report.title')}>
        <ErrorPanel error={error} />
      </Screen>
    );
  }
  if (segmentation == null) return <NoSegments title={word('report.title')} known={segmentation === null} />;
  return (
    <Screen title={word('report.title')} subtitle={word('report.subtitle')}>
      <div className={classes.columns}>
        <ReportPreview segmentation={segmentation} />
        <div className={classes.side}>
          <SaveReport segmentation={segmentation} />
          <TakeWithYou segmentation={segmentation} />
        </div>
      </div>
    </Screen>
  );
};
