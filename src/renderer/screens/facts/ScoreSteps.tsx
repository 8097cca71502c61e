import { Button, Popover, TextInput } from '@mantine/core';
import { IconStairs } from '@tabler/icons-react';
import { useState } from 'react';
import { type ScoreBreaks, scoreBreaksSchema } from '../../../shared/model/feature.ts';
import { decimalSign, t } from '../../client/words.ts';
import classes from './facts.module.css';

const scores = ['recency', 'frequency', 'money'] as const;
const examples = { recency: [30, 90, 180, 365], frequency: [2, 3, 5, 10], money: [50, 150, 500, 1500] };

/** Where decimals begin with a comma, semicolons stand between numbers. */
const hasCommas = decimalSign === ',';
const textOf = (steps: readonly number[] | undefined): string =>
  steps?.map((step) => String(step).replace('.', decimalSign)).join(hasCommas ? '; ' : ', ') ?? '';

type Texts = Readonly<Record<(typeof scores)[number], string>>;

const textsOf = (breaks: ScoreBreaks): Texts => ({
  recency: textOf(breaks.recency),
  frequency: textOf(breaks.frequency),
  money: textOf(breaks.money),
});

/** Four rising numbers; undefined where nothing is said, null where it is something else. */
const stepsIn = (text: string): number[] | undefined | null => {
  if (text.trim() === '') return undefined;
  const steps = text
    .trim()
    .split(hasCommas && /[;\s]/.test(text.trim()) ? /,?[;\s]+/ : /[;,\s]+/)
    .filter(Boolean)
    .map((step) => Number(step.replace(decimalSign, '.')));
  return scoreBreaksSchema.safeParse({ money: steps }).success ? steps : null;
};

/** Where the scores from 1 to 5 begin, for those who have steps of their own. */
export const ScoreSteps = ({ breaks, onChange }: { breaks: ScoreBreaks; onChange: (breaks: ScoreBreaks) => void }) => {
  const [open, setOpen] = useState(false);
  const [texts, setTexts] = useState(() => textsOf(breaks));
  const read = scores.map((score) => ({ score, steps: stepsIn(texts[score]) }));
  const use = () => {
    onChange(Object.fromEntries(read.flatMap(({ score, steps }) => (steps ? [[score, steps]] : []))));
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" width={320} trapFocus withRoles={false}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconStairs size={16} aria-hidden />}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('facts.scores')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('facts.scores.title')}>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            use();
          }}
        >
          <h2 className={classes.heading}>{t('facts.scores.title')}</h2>
          <p className={classes.text}>{t('facts.scores.hint')}</p>
          {read.map(({ score, steps }) => (
            <TextInput
              key={score}
              label={t(`facts.scores.${score}`)}
              placeholder={t('facts.scores.example', { example: textOf(examples[score]) })}
              value={texts[score]}
              error={steps === null ? t('facts.scores.wrong') : null}
              onChange={(event) => setTexts({ ...texts, [score]: event.currentTarget.value })}
            />
          ))}
          <Button type="submit" disabled={read.some(({ steps }) => steps === null)}>
            {t('facts.scores.use')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
};
