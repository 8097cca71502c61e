import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { acceptPreview, answer, forgetImport } from '../../client/import-files.ts';
import type { PreviewStep as Step } from '../../client/import-flow.ts';
import { mappingOf, missingOf } from '../../client/mapping.ts';
import { goTo } from '../../client/navigation.ts';
import { previewQuestion, sheetName, sheetSentence } from '../../client/preview-sentence.ts';
import { useProject } from '../../client/project.ts';
import { sumAside } from '../../client/sum-aside.ts';
import { format, t } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SetAsideList } from '../../components/SetAsideList.tsx';
import classes from './PreviewStep.module.css';
import { PreviewTable } from './PreviewTable.tsx';
import { Questions } from './Questions.tsx';
import { ReadingDetails } from './ReadingDetails.tsx';
import { Remarks } from './Remarks.tsx';

/** What the files hold, in one sentence and one button; questions where that is in doubt or wrong. */
export const PreviewStep = ({ step }: { readonly step: Step }) => {
  const project = useProject();
  const { sheets, answers, updating } = step;
  const mapping = answers.mapping ?? sheets.map(mappingOf);
  const missing = [...new Set(mapping.flatMap(missingOf))];
  const confident = sheets.every((sheet) => sheet.confident);
  const [asking, setAsking] = useState(!confident);
  const [at, setAt] = useState(0);
  const sheet = sheets[Math.min(at, sheets.length - 1)];
  const ready = missing.length === 0 && !updating;
  if (!sheet) return null;
  const known = missing.length === 0;
  const doubts = sheets.flatMap((one) => one.doubts);
  const notes = sheets.flatMap((one) => one.notes);
  const aside = sumAside(sheets.map((one) => one.setAside));

  return (
    <Screen
      title={known ? previewQuestion(sheets) : t('import.doubtful.title')}
      subtitle={
        known
          ? t('import.from', {
              file: sheets.map(sheetName).join(', '),
              rows: sheets.reduce((sum, one) => sum + one.rows, 0),
              revenue: sheet.totals.revenue,
            })
          : t('import.doubtful.text')
      }
    >
      <div className={classes.answers}>
        {project?.totals && (
          <SegmentedControl
            aria-label={t('import.target')}
            value={answers.target}
            onChange={(target) => answer(step, { target })}
            data={[
              { value: 'new', label: t('import.target.new') },
              { value: 'current', label: t('import.target.add', { name: project.name }) },
            ]}
          />
        )}
        <div className={classes.buttons}>
          <Button onClick={() => acceptPreview(step)} disabled={!ready}>
            {t(confident && !asking ? 'import.yes' : 'import.go')}
          </Button>
          <Button variant="default" onClick={() => setAsking(!asking)} aria-expanded={asking}>
            {t(asking ? 'import.change.done' : 'import.change')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              forgetImport();
              goTo(project?.totals ? 'data' : 'start');
            }}
          >
            {t('import.cancel')}
          </Button>
          <span className={classes.note} aria-live="polite">
            {updating ? (
              <Delayed>{t('import.updating')}</Delayed>
            ) : missing.length > 0 ? (
              t('import.doubtful.missing', { missing: format.list(missing.map((need) => t(`ask.needs.${need}`))) })
            ) : null}
          </span>
        </div>
      </div>
      {step.problem && <ErrorPanel error={step.problem} />}
      <Remarks doubts={asking ? doubts : []} notes={notes} />
      {sheets.length > 1 && (
        <Panel heading={t('import.sheets')}>
          <ul className={classes.sheets}>
            {sheets.map((one, index) => (
              <li key={sheetName(one)}>
                <button
                  type="button"
                  className={classes.sheet}
                  aria-pressed={index === at}
                  onClick={() => setAt(index)}
                >
                  <strong>{sheetName(one)}</strong> {sheetSentence(one)}
                </button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {asking && (
        <Questions
          sheet={sheet}
          mapping={mapping[at] ?? mappingOf(sheet)}
          onChange={(changed) => answer(step, { mapping: mapping.map((one, index) => (index === at ? changed : one)) })}
        />
      )}
      <Panel heading={t('import.aside')}>
        <SetAsideList
          across
          rules={aside}
          busy={updating}
          onSwitch={(reason, on) =>
            answer(step, { keep: on ? answers.keep.filter((one) => one !== reason) : [...answers.keep, reason] })
          }
        />
      </Panel>
      <PreviewTable sheet={sheet} mapping={mapping[at] ?? mappingOf(sheet)} />
      <ReadingDetails sheet={sheet} />
    </Screen>
  );
};
