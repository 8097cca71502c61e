import { Select } from '@mantine/core';
import { Fragment } from 'react';
import type { Column, ColumnRole } from '../../../shared/model/column.ts';
import type { Mapping, SheetPreview, SourceKind } from '../../../shared/model/source.ts';
import {
  choosableKinds,
  columnWithRole,
  formatQuestion,
  questionsOf,
  withFormat,
  withKind,
  withRole,
} from '../../client/mapping.ts';
import { t, type WordKey } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import { FormatSelect } from './FormatSelect.tsx';
import classes from './Questions.module.css';
import { withoutNoise } from './without-noise.ts';

interface QuestionsProps {
  readonly sheet: SheetPreview;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

type AskedRole = Exclude<ColumnRole, 'none' | 'phone' | 'consent' | 'channel'>;

const questionKey = (role: AskedRole, kind: SourceKind): WordKey => {
  if (role === 'customer' && kind === 'customers') return 'ask.customer.table';
  if (role === 'amount' && kind === 'orders') return 'ask.amount.order';
  return `ask.${role}`;
};

const isAsked = (role: ColumnRole): role is AskedRole => !['none', 'phone', 'consent', 'channel'].includes(role);

const examplesOf = ({ examples }: Column): string =>
  examples.length === 0
    ? t('ask.empty')
    : t('ask.examples', { examples: examples.slice(0, 3).map(withoutNoise).join(', ') });

const hintKey = (role: ColumnRole, mapping: Mapping, needed: boolean): WordKey => {
  if (needed) return 'ask.needed';
  return role === 'amount' && columnWithRole(mapping, 'price') === null ? 'ask.orPrice' : 'ask.optional';
};

/**
 * Plain questions, one a role; the answers are the file’s own columns with examples. Where its dates or numbers read in
 * two ways, that is asked next to it.
 */
export const Questions = ({ sheet, mapping, onChange }: QuestionsProps) => {
  const options = [
    { value: '', label: t('ask.none') },
    ...sheet.columns.map(({ name }) => ({ value: `:${name}`, label: name })),
  ];
  const column = new Map(sheet.columns.map((one) => [`:${one.name}`, one]));
  return (
    <Panel>
      <div className={classes.questions}>
        <Select
          className={classes.wide}
          label={t('ask.kind')}
          allowDeselect={false}
          data={choosableKinds.map((kind) => ({ value: kind, label: t(`ask.kind.${kind}`) }))}
          value={mapping.kind}
          onChange={(kind) => kind && onChange(withKind(mapping, kind as SourceKind))}
        />
        {questionsOf(mapping.kind).map(({ role, needed }) => {
          if (!isAsked(role)) return null;
          const name = columnWithRole(mapping, role);
          const chosen = name === null ? undefined : column.get(`:${name}`);
          const format = formatQuestion(sheet, mapping, role);
          return (
            <Fragment key={role}>
              <Select
                label={t(questionKey(role, mapping.kind))}
                description={chosen ? examplesOf(chosen) : t(hintKey(role, mapping, needed))}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                data={needed ? options.slice(1) : options}
                placeholder={t('ask.choose')}
                value={name === null ? (needed ? null : '') : `:${name}`}
                className={needed && name === null ? classes.needed : ''}
                allowDeselect={false}
                searchable={options.length > 12}
                onChange={(value) => onChange(withRole(mapping, role, value ? value.slice(1) : null))}
                renderOption={({ option }) => {
                  const one = column.get(option.value);
                  return (
                    <span className={classes.option}>
                      <span className={one ? '' : classes.muted}>{option.label}</span>
                      {one && <span className={classes.examples}>{examplesOf(one)}</span>}
                    </span>
                  );
                }}
              />
              {format && (
                <FormatSelect
                  question={format}
                  onChoose={(chosen) => onChange(withFormat(mapping, format.column, chosen))}
                />
              )}
            </Fragment>
          );
        })}
      </div>
    </Panel>
  );
};
