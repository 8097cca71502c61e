import { Button, Checkbox, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { t } from '../../client/words.ts';
import classes from './map.module.css';
import { type MapOptions, setMapOption, useMapOptions } from './map-options.ts';
import { outlineShare } from './outline.ts';

interface ShowMenuProps {
  /** Arrows belong to likeness only. */
  readonly hasArrows: boolean;
}

/** What stands on the map beside the dots; remembered. */
export const ShowMenu = ({ hasArrows }: ShowMenuProps) => {
  const options = useMapOptions();
  const option = (name: keyof MapOptions, label: string, description?: string, disabled = false) => (
    <Checkbox
      size="xs"
      label={label}
      {...(description === undefined ? {} : { description })}
      checked={options[name] && !disabled}
      disabled={disabled}
      onChange={(event) => setMapOption(name, event.currentTarget.checked)}
    />
  );
  return (
    <Popover position="bottom-end" withinPortal trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={15} stroke={1.6} aria-hidden />}
          aria-haspopup="dialog"
        >
          {t('map.show')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('map.show.title')} className={classes.show ?? ''}>
        {option('names', t('map.show.names'), undefined, options.small)}
        {option('outlines', t('map.show.outlines'), t('map.show.outlines.text', { share: outlineShare }))}
        {hasArrows && option('arrows', t('map.show.arrows'), t('map.show.arrows.text'), options.small)}
        {option('small', t('map.show.small'), t('map.show.small.text'))}
      </Popover.Dropdown>
    </Popover>
  );
};
