import { SegmentedControl, Select } from '@mantine/core';
import type { Feature } from '../../../shared/model/feature.ts';
import { textWidth } from '../../charts/text-width.ts';
import { word } from '../../charts/words.ts';
import { t, tell } from '../../client/words.ts';
import classes from './map.module.css';
import type { Arrangement } from './use-map-data.ts';

interface MapArrangeProps {
  readonly facts: readonly Feature[];
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
}

/** Room for what a choice is for, before it; and for the edges and the arrow beside the choice itself. */
const sideWidth = (label: string): number => Math.ceil(textWidth(label, 12)) + 20;
const besideChoice = 52;

/** By likeness, or by two or three facts of one’s choice. */
export const MapArrange = ({ facts, arrangement, onArrange }: MapArrangeProps) => {
  const [first, second] = facts;
  if (first === undefined || second === undefined) return null;
  const choices = facts.map(({ key, name }) => ({ value: key, label: tell(name) }));
  const names = facts.map(({ key }) => key);
  const longest = Math.max(...choices.map(({ label }) => textWidth(label, 13)));
  const axis = (side: 'x' | 'y' | 'z', label: string) =>
    (arrangement.by === 'space' || (arrangement.by === 'facts' && side !== 'z')) && (
      <Select
        size="xs"
        w={sideWidth(label) + Math.round(Math.min(210, Math.max(120, longest))) + besideChoice}
        searchable={facts.length > 8}
        aria-label={label}
        leftSection={<span className={classes.side}>{label}</span>}
        leftSectionWidth={sideWidth(label)}
        data={choices}
        value={arrangement.by === 'space' ? arrangement[side] : arrangement[side === 'y' ? 'y' : 'x']}
        allowDeselect={false}
        onChange={(value) => value !== null && onArrange({ ...arrangement, [side]: value })}
      />
    );
  return (
    <div className={classes.arrange}>
      <SegmentedControl
        size="xs"
        aria-label={word('map.arrange')}
        value={arrangement.by}
        onChange={(value) => {
          if (value === 'facts') onArrange({ by: 'facts', x: first.key, y: (facts[2] ?? second).key });
          else if (value === 'space') onArrange({ by: 'space', x: names[0]!, y: names[1]!, z: names[2]! });
          else onArrange({ by: value === 'neighbours' ? 'neighbours' : 'likeness' });
        }}
        data={[
          { value: 'likeness', label: word('map.arrange.likeness') },
          { value: 'neighbours', label: t('neighbours.arrange') },
          { value: 'facts', label: word('map.arrange.facts') },
          ...(names.length > 2 ? [{ value: 'space', label: t('map.space.arrange') }] : []),
        ]}
      />
      {arrangement.by !== 'likeness' && arrangement.by !== 'neighbours' && (
        <div className={classes.arrange}>
          {axis('x', word('map.across'))}
          {axis('y', word('map.up'))}
          {axis('z', t('map.space.back'))}
        </div>
      )}
    </div>
  );
};
