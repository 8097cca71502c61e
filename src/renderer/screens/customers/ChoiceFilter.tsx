import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../client/words.ts';
import { FilterButton } from '../../components/FilterButton.tsx';
import classes from './ChoiceFilter.module.css';

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly mark?: ReactNode;
}

interface ChoiceFilterProps {
  readonly column: string;
  /** Groups of things to choose from; of each group any may be true, of several groups one of each must. */
  readonly groups: readonly { readonly heading: string; readonly choices: readonly Choice[] }[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

const Form = ({ column, groups, chosen, onChoose }: ChoiceFilterProps) => {
  const [ticked, setTicked] = useState(chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChoose(ticked);
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('customers.filter', { column })}>
      <div className={classes.groups}>
        {groups.map(({ heading, choices }) => (
          <fieldset key={heading} className={classes.group}>
            <legend className={classes.heading}>{heading}</legend>
            {choices.map(({ id, label, mark }) => (
              <Checkbox
                key={id}
                size="xs"
                label={
                  <span className={classes.choice}>
                    {mark}
                    <span dir="auto">{label}</span>
                  </span>
                }
                checked={ticked.includes(id)}
                onChange={() => setTicked((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className={classes.buttons}>
        <Button type="submit">{t('rows.filter.apply')}</Button>
        {chosen.length > 0 && (
          <Button variant="subtle" color="gray" onClick={() => onChoose([])}>
            {t('customers.filter.clear')}
          </Button>
        )}
      </div>
    </form>
  );
};

/** A small button beside a heading that chooses customers by ticking what may stand there. */
export const ChoiceFilter = (props: ChoiceFilterProps) => (
  <FilterButton label={t('customers.filter', { column: props.column })} on={props.chosen.length > 0}>
    {(close) => (
      <Form
        {...props}
        onChoose={(chosen) => {
          close();
          props.onChoose(chosen);
        }}
      />
    )}
  </FilterButton>
);
