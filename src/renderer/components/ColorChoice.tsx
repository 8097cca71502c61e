import { UnstyledButton } from '@mantine/core';
import { segmentColors } from '../../shared/picture/segment-colors.ts';
import { t } from '../client/words.ts';
import classes from './ColorChoice.module.css';
import { SegmentTile } from './SegmentTile.tsx';

interface ColorChoiceProps {
  readonly chosen: number | undefined;
  readonly onChoose: (color: number) => void;
}

/** The colours of segments, one to be chosen. */
export const ColorChoice = ({ chosen, onChoose }: ColorChoiceProps) => (
  <fieldset className={classes.colors} aria-label={t('own.color')}>
    {segmentColors.map((color, i) => (
      <UnstyledButton
        key={color}
        className={classes.color ?? ''}
        aria-label={t('pictures.segments.colour', { number: i + 1 })}
        aria-pressed={chosen === i}
        onClick={() => onChoose(i)}
      >
        <SegmentTile color={i} size={18} />
      </UnstyledButton>
    ))}
  </fieldset>
);
