import { useRef, useState } from 'react';
import type { FirstLook } from '../../../shared/model/first-look.ts';
import type { SheetPreview } from '../../../shared/model/source.ts';
import { answer } from '../../client/import-files.ts';
import type { PreviewStep as Read, ReadingStep } from '../../client/import-flow.ts';
import { mappingOf, missingOf } from '../../client/mapping.ts';
import { keptIn } from '../../client/preview-files.ts';
import { filesText, previewQuestion, sheetName, sheetSentence } from '../../client/preview-sentence.ts';
import { sumAside } from '../../client/sum-aside.ts';
import { format, t, tell } from '../../client/words.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SetAsideList } from '../../components/SetAsideList.tsx';
import { Answers } from './Answers.tsx';
import { LookProgress } from './LookProgress.tsx';
import classes from './PreviewStep.module.css';
import { PreviewTable } from './PreviewTable.tsx';
import { Questions } from './Questions.tsx';
import { ReadingDetails } from './ReadingDetails.tsx';
import { RecipePanel } from './RecipePanel.tsx';
import { Remarks } from './Remarks.tsx';

interface PreviewStepProps {
  readonly step: Read | ReadingStep;
  readonly onCancel: (() => void) | null;
}

const lookTexts = (look: FirstLook, copying: boolean) => ({
  title: t('import.look.title', { file: look.file, rows: look.aboutRows }),
  subtitle: `${t(`import.look.${look.kind}`)} ${t(copying ? 'import.look.copying' : 'import.look.text')}`,
});

/** What was noticed, once each; of several tables with the names of those that it is true of. */
const notesOf = (sheets: readonly SheetPreview[]): string[] => {
  const all = [...new Set(sheets.flatMap(({ notes }) => notes.map((note) => tell(note))))];
  if (sheets.length === 1) return all;
  return all.map((text) => {
    const tables = sheets.filter(({ notes }) => notes.some((note) => tell(note) === text));
    return t('import.note.of', { tables: format.list(tables.map(({ file, sheet }) => sheet ?? file)), text });
  });
};

const textsOf = ({ sheets }: Read, isKnown: boolean) =>
  isKnown
    ? {
        title: previewQuestion(sheets),
        subtitle: t('import.from', {
          file: filesText(sheets),
          rows: sheets.reduce((sum, one) => sum + one.rows, 0),
          revenue: sheets[0]?.totals.revenue ?? null,
        }),
      }
    : { title: t('import.doubtful.title'), subtitle: t('import.doubtful.text') };

/**
 * What the files hold, in one sentence and one button; questions where that is in doubt or wrong. Of a long file first
 * how it begins, while all of it is read: what is known then takes its place without moving it.
 */
export const PreviewStep = ({ step, onCancel }: PreviewStepProps) => {
  const read = step.at === 'preview' ? step : null;
  const look = step.at === 'reading' ? step.look : null;
  const sheets = read?.sheets ?? [];
  const mapping = read === null ? [] : (read.answers.mapping ?? sheets.map(mappingOf));
  const missing = [...new Set(mapping.flatMap(missingOf))];
  const confident = sheets.every((sheet) => sheet.confident);
  const [asked, setAsked] = useState<boolean | null>(null);
  // Questions stay while somebody answers the last doubtful one.
  const doubted = useRef(false);
  doubted.current = read !== null && (doubted.current || !confident);
  const asking = read !== null && (asked ?? doubted.current);
  const [at, setAt] = useState(0);
  // What was seen first stays where it is: all that is known later stands under it.
  const [looked] = useState(step.at === 'reading');
  const sheet = sheets[Math.min(at, sheets.length - 1)];
  const shown = sheet ?? (look && { ...look, sheet: null });
  if (!shown) return null;
  const shownMapping = sheet ? (mapping[at] ?? mappingOf(sheet)) : { kind: shown.kind, columns: shown.columns };
  const isOneFile = sheets.every(({ file }) => file === shown.file);
  const recipes = sheets.flatMap(({ recipe }) => (recipe === null ? [] : [recipe]));
  const remarks = <Remarks doubts={asking ? sheets.flatMap((one) => one.doubts) : []} notes={notesOf(sheets)} />;
  const setAside = (
    <Panel heading={t('import.aside')}>
      {read ? (
        <SetAsideList
          across
          rules={sumAside(sheets.map((one) => one.setAside))}
          busy={read.updating !== null}
          onSwitch={(reason, on) => {
            const kept = read.answers.keep ?? keptIn(sheets);
            return answer(read, { keep: on ? kept.filter((one) => one !== reason) : [...kept, reason] });
          }}
        />
      ) : (
        <p className={classes.pending}>{t('import.look.aside')}</p>
      )}
    </Panel>
  );

  return (
    <Screen {...(read ? textsOf(read, missing.length === 0) : lookTexts(look!, step.at === 'reading' && step.copying))}>
      {read ? (
        <Answers
          step={read}
          missing={missing}
          confident={confident}
          asking={asking}
          onAsk={setAsked}
          onCancel={onCancel}
        />
      ) : (
        step.at === 'reading' && <LookProgress step={step} onCancel={onCancel} />
      )}
      {recipes.length > 0 && <RecipePanel recipes={recipes} />}
      {read?.problem && <ErrorPanel error={read.problem} />}
      {!looked && remarks}
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
                  <strong>{isOneFile && one.sheet !== null ? one.sheet : sheetName(one)}</strong> {sheetSentence(one)}
                </button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {read && sheet && asking && (
        <Questions
          sheet={sheet}
          mapping={mapping[at] ?? mappingOf(sheet)}
          onChange={(changed) => answer(read, { mapping: mapping.map((one, index) => (index === at ? changed : one)) })}
        />
      )}
      {!looked && setAside}
      <PreviewTable sheet={shown} mapping={shownMapping} short={looked} />
      {looked && setAside}
      {looked && remarks}
      <ReadingDetails sheet={shown} />
    </Screen>
  );
};
