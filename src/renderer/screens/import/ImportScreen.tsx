import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { namesText } from '../../client/import-files.ts';
import { useImportFlow } from '../../client/import-flow.ts';
import { openSpreadsheet } from '../../client/open-files.ts';
import { t } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { Screen } from '../../components/Screen.tsx';
import classes from './ImportScreen.module.css';
import { PreviewStep } from './PreviewStep.tsx';
import { WorkingStep } from './WorkingStep.tsx';

const OpenButton = ({ label }: { readonly label: string }) => (
  <Button onClick={() => openSpreadsheet()}>{label}</Button>
);

/** A file on its way in: read, shown, corrected where needed, then made into segments. */
export const ImportScreen = () => {
  const { step, cancel } = useImportFlow();
  switch (step.at) {
    case 'idle':
      return (
        <Screen title={t('app.screen.import')}>
          <EmptyState
            icon={<IconFileSpreadsheet size={40} stroke={1.3} aria-hidden />}
            title={t('import.none')}
            action={<OpenButton label={t('app.open')} />}
          >
            {t('import.none.text')}
          </EmptyState>
        </Screen>
      );
    case 'reading':
      return step.look !== null ? (
        <PreviewStep step={step} onCancel={cancel} />
      ) : (
        <Screen
          title={t('import.reading.title', { files: namesText(step.names) })}
          subtitle={t(step.copying ? 'import.reading.copying' : 'import.reading.text')}
        >
          <Delayed key={String(step.copying)}>
            <div className={classes.progress}>
              <JobProgress
                label={t('import.job', { files: namesText(step.names) })}
                stage={step.copying ? null : 'reading'}
                fraction={step.fraction}
                onCancel={cancel}
              />
            </div>
          </Delayed>
        </Screen>
      );
    case 'preview':
      return <PreviewStep step={step} onCancel={cancel} />;
    case 'working':
      return <WorkingStep step={step} onCancel={cancel} />;
    case 'failed':
      return (
        <Screen title={t('import.failed.title', { files: namesText(step.names) })}>
          <ErrorPanel error={step.error} action={<OpenButton label={t('import.failed.again')} />} />
        </Screen>
      );
  }
};
