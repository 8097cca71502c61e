import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Column } from '../../shared/model/column.ts';
import { t } from '../client/words.ts';
import classes from './ColumnFilter.module.css';
import { FilterButton } from './FilterButton.tsx';
import { type CellFilter, draftOf, filterOf, type Question, questionsOf } from './row-filters.ts';

interface ColumnFilterProps {
  readonly column: Pick<Column, 'name' | 'type' | 'role'>;
  /** What the filter knows the column by; its name where absent. */
  readonly id?: string;
  /** What can be asked of it; what goes with its type where absent. */
  readonly questions?: readonly Question[];
  /** What the rows are. */
  readonly of?: 'rows' | 'customers';
  readonly filter: CellFilter | undefined;
  /** Null: no longer by this column. */
  readonly onFilter: (filter: CellFilter | null) => void;
}

const FilterForm = (props: ColumnFilterProps) => {
  const { column, id = column.name, questions = questionsOf(column), of = 'rows', filter, onFilter } = props;
  const [draft, setDraft] = useState(() => draftOf(column, filter, questions));
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const made = filterOf(id, draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFilter(made);
  };
  const ends = draft.question === 'between' ? 'number' : draft.question === 'days' ? 'date' : null;
  return (
    <form className={classes.form} onSubmit={submit}>
      <Select
        label={t(`${of}.filter.test`, { column: column.name })}
        data={questions.map((question) => ({ value: question, label: t(`rows.test.${question}`) }))}
        value={draft.question}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(question) => question && change({ question: question as Question })}
        data-autofocus={
          ends === null && draft.question !== 'contains' && draft.question !== 'equals' ? true : undefined
        }
      />
      {(draft.question === 'contains' || draft.question === 'equals') && (
        <TextInput
          aria-label={t('rows.filter.text')}
          value={draft.text}
          maxLength={200}
          onChange={(event) => change({ text: event.currentTarget.value })}
          data-autofocus
        />
      )}
      {ends !== null && (
        <div className={classes.ends}>
          <TextInput
            type={ends}
            step="any"
            label={t('rows.filter.from')}
            value={draft.from}
            onChange={(event) => change({ from: event.currentTarget.value })}
            data-autofocus
          />
          <TextInput
            type={ends}
            step="any"
            label={t('rows.filter.to')}
            value={draft.to}
            onChange={(event) => change({ to: event.currentTarget.value })}
          />
        </div>
      )}
      <div className={classes.buttons}>
        <Button type="submit" disabled={made === null && filter === undefined}>
          {t('rows.filter.apply')}
        </Button>
        {filter && (
          <Button variant="subtle" color="gray" onClick={() => onFilter(null)}>
            {t(`${of}.filter.clear`)}
          </Button>
        )}
      </div>
    </form>
  );
};

/** A small button beside a heading that chooses rows by what stands in the column. */
export const ColumnFilter = (props: ColumnFilterProps) => {
  const { column, of = 'rows', filter, onFilter } = props;
  return (
    <FilterButton label={t(`${of}.filter`, { column: column.name })} on={filter !== undefined}>
      {(close) => (
        <FilterForm
          {...props}
          onFilter={(made) => {
            close();
            onFilter(made);
          }}
        />
      )}
    </FilterButton>
  );
};
