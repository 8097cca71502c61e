import { Select } from '@mantine/core';
import type { FormatChoice } from '../../../shared/model/column.ts';
import type { FormatQuestion } from '../../client/mapping.ts';
import { t } from '../../client/words.ts';
import classes from './Questions.module.css';

interface FormatSelectProps {
  readonly question: FormatQuestion;
  readonly onChoose: (format: string) => void;
}

const choiceText = ({ written, means }: FormatChoice): string =>
  typeof means === 'number' ? t('ask.format.number', { written, means }) : t('ask.format.day', { written, day: means });

const hintOf = ({ of, chosen, taken }: FormatQuestion): string => {
  if (chosen || !taken) return t(`ask.format.both.${of}`);
  const { means } = taken;
  return typeof means === 'number'
    ? t('ask.format.taken.number', { means })
    : t('ask.format.taken.day', { day: means });
};

/** How dates or numbers of a column are written, by what one of its own cells would be. */
export const FormatSelect = ({ question, onChoose }: FormatSelectProps) => {
  const { column, of, choices, chosen } = question;
  return (
    <Select
      label={of === 'dates' ? t('ask.dates') : t('ask.numbers', { column })}
      description={hintOf(question)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={choices.map((choice) => ({ value: choice.format, label: choiceText(choice) }))}
      placeholder={t('ask.format.choose')}
      value={chosen?.format ?? null}
      className={chosen ? '' : classes.needed}
      allowDeselect={false}
      onChange={(format) => format && onChoose(format)}
    />
  );
};
