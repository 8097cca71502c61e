import { Button, Progress, SegmentedControl } from '@mantine/core';
import { acceptPreview, answer, forgetImport } from '../../client/import-files.ts';
import type { PreviewStep } from '../../client/import-flow.ts';
import type { Need } from '../../client/mapping.ts';
import { goTo } from '../../client/navigation.ts';
import { useProject } from '../../client/project.ts';
import { format, t } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import classes from './PreviewStep.module.css';

interface AnswersProps {
  readonly step: PreviewStep;
  readonly missing: readonly Need[];
  readonly confident: boolean;
  readonly asking: boolean;
  readonly onAsk: (asking: boolean) => void;
  /** Ends the reading of new answers; null where none are being read. */
  readonly onCancel: (() => void) | null;
}

/** Whether it is right, and where it goes. */
export const Answers = ({ step, missing, confident, asking, onAsk, onCancel }: AnswersProps) => {
  const project = useProject();
  const { answers, updating } = step;
  const isNext = step.sheets.some(({ recipe }) => recipe?.isReplayed === true);
  return (
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
        <Button onClick={() => acceptPreview(step)} disabled={missing.length > 0 || updating !== null}>
          {t(isNext ? 'recipe.go' : confident && !asking ? 'import.yes' : 'import.go')}
        </Button>
        <Button variant="default" onClick={() => onAsk(!asking)} aria-expanded={asking}>
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
          {updating !== null ? (
            <Delayed>{t('import.updating')}</Delayed>
          ) : missing.length > 0 ? (
            t('import.doubtful.missing', { missing: format.list(missing.map((need) => t(`ask.needs.${need}`))) })
          ) : null}
        </span>
        {updating !== null && (
          <Delayed>
            <Progress.Root size={8} className={classes.updating}>
              <Progress.Section value={updating * 100} aria-label={t('import.updating')} />
            </Progress.Root>
            <span className={classes.share}>{format.share(Math.floor(updating * 100) / 100)}</span>
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                {t('app.cancel')}
              </Button>
            )}
          </Delayed>
        )}
      </div>
    </div>
  );
};
