import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { create } from 'zustand';
import type { Feature } from '../../../shared/model/feature.ts';
import { t, tell } from '../../client/words.ts';
import classes from './pictures.module.css';

/** Facts that somebody chose to look at, by picture and snapshot; gone with the page. */
const useChosen = create<Readonly<Record<string, readonly string[]>>>(() => ({}));

/**
 * The facts that a picture shows, as somebody put them, else the first ones.
 * @param usual so many are shown before somebody chooses
 */
export const useChosenFacts = (picture: string, snapshotId: number, facts: readonly Feature[], usual: number) => {
  const name = `${picture} ${snapshotId}`;
  const asked = useChosen((all) => all[name]);
  const known = asked?.filter((key) => facts.some((fact) => fact.key === key)) ?? [];
  return {
    chosen: known.length > 0 ? known : facts.slice(0, usual).map(({ key }) => key),
    /** Null: the usual ones again. */
    choose: (keys: readonly string[] | null): void => useChosen.setState({ [name]: keys ?? [] }),
  };
};

interface FactsChoiceProps {
  readonly facts: readonly Feature[];
  readonly chosen: readonly string[];
  onChange(keys: readonly string[] | null): void;
}

/** Which facts a picture shows. */
export const FactsChoice = ({ facts, chosen, onChange }: FactsChoiceProps) => {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      width={300}
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          aria-haspopup="dialog"
          aria-expanded={open}
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.7} />}
          onClick={() => setOpen(!open)}
        >
          {t('segmentScreen.spread.facts', { count: chosen.length, of: facts.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={t('segmentScreen.spread.choose')}
        className={classes.choice ?? ''}
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        <Stack gap={8}>
          {facts.map(({ key, name }) => (
            <Checkbox
              key={key}
              size="xs"
              label={tell(name)}
              checked={chosen.includes(key)}
              disabled={chosen.length === 1 && chosen.includes(key)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...chosen, key] : chosen.filter((one) => one !== key))
              }
            />
          ))}
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(null)}>
            {t('segmentScreen.spread.usual')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
