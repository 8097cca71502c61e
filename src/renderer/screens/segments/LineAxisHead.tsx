import { Button, Popover, RangeSlider, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { Stretch } from '../../../shared/picture/lines.ts';
import { featureText } from '../../client/feature-text.ts';
import { t, tell } from '../../client/words.ts';
import classes from './lines.module.css';
import { valueAt } from './lines-frame.ts';
import type { FactAxis } from './use-line-axes.ts';

const steps = 100;

interface LineAxisHeadProps {
  readonly axis: FactAxis;
  readonly x: number;
  readonly width: number;
  readonly stretch: Stretch | null;
  readonly onStretch: (stretch: Stretch | null) => void;
  /** Moves the axis by so many places; null where it cannot go there. */
  readonly onLeft: (() => void) | null;
  readonly onRight: (() => void) | null;
}

/** The name over an axis: opens what can be done with it, for those who do not draw along it. */
export const LineAxisHead = (props: LineAxisHeadProps) => {
  const { axis, x, width, stretch, onStretch, onLeft, onRight } = props;
  const [open, setOpen] = useState(false);
  const name = tell(axis.feature.name);
  const textAt = (step: number): string => {
    if (axis.spread.axis === 'flag') return t(step >= steps / 2 ? 'segmentScreen.lines.yes' : 'segmentScreen.lines.no');
    return featureText(axis.feature, valueAt(axis.spread, step / steps));
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom"
      shadow="md"
      width={280}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.head ?? ''}
          style={{ left: x - width / 2, width }}
          aria-label={t('segmentScreen.lines.axis', { fact: name })}
          data-marked={stretch !== null}
          onClick={() => setOpen(!open)}
        >
          <span className={classes.headName}>{name}</span>
          <IconChevronDown size={12} stroke={1.7} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={t('segmentScreen.lines.axis', { fact: name })}
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        <p className={classes.between}>
          {t('segmentScreen.lines.select')}{' '}
          <b>
            {t('segmentScreen.lines.between', {
              from: textAt((stretch?.from ?? 0) * steps),
              to: textAt((stretch?.to ?? 1) * steps),
            })}
          </b>
        </p>
        <RangeSlider
          min={0}
          max={steps}
          minRange={1}
          size="sm"
          label={null}
          value={[Math.round((stretch?.from ?? 0) * steps), Math.round((stretch?.to ?? 1) * steps)]}
          thumbFromLabel={t('segmentScreen.lines.from', { fact: name })}
          thumbToLabel={t('segmentScreen.lines.to', { fact: name })}
          onChange={([from, to]) =>
            onStretch(from === 0 && to === steps ? null : { from: from / steps, to: to / steps })
          }
        />
        <div className={classes.headButtons}>
          <Button
            size="compact-sm"
            variant="default"
            disabled={onLeft === null}
            leftSection={<IconArrowLeft size={14} aria-hidden />}
            onClick={() => onLeft?.()}
          >
            {t('segmentScreen.lines.left')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={onRight === null}
            rightSection={<IconArrowRight size={14} aria-hidden />}
            onClick={() => onRight?.()}
          >
            {t('segmentScreen.lines.right')}
          </Button>
        </div>
        {stretch !== null && (
          <Button size="compact-sm" variant="subtle" mt={8} onClick={() => onStretch(null)}>
            {t('segmentScreen.lines.all')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
};
