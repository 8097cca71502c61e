import { ActionIcon, Button, Popover, type PopoverProps, Select, Tooltip } from '@mantine/core';
import { IconAdjustments, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { type PrepareOptions, usualPreparation } from '../../../shared/model/preparation.ts';
import type { KChoice, Method } from '../../../shared/model/segmentation.ts';
import { word } from '../../charts/words.ts';
import { useFactChoice } from '../../client/fact-choice.ts';
import { useJobs } from '../../client/jobs.ts';
import { useProject } from '../../client/project.ts';
import { format, t } from '../../client/words.ts';
import { MethodDetails } from '../../components/MethodDetails.tsx';
import { findSegments } from './find-segments.ts';
import { PreparationChoice } from './PreparationChoice.tsx';
import classes from './segments.module.css';
import { findsNumber, WayChoice } from './WayChoice.tsx';

const counts = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Whatever is unfolded in it, the choice ends within the window and scrolls in itself. */
const withinWindow: PopoverProps['middlewares'] = {
  flip: true,
  shift: true,
  size: {
    padding: 12,
    apply: ({ availableHeight, elements }) => {
      elements.floating.style.maxHeight = `${Math.max(240, availableHeight)}px`;
    },
  },
};

interface FindSegmentsProps {
  readonly again: boolean;
  readonly asked: KChoice;
  readonly method: Method;
  /** How the facts were prepared; as usual where none were. */
  readonly prepared?: PrepareOptions;
  /** What segments are made from. */
  readonly facts?: readonly { readonly key: string; readonly name: string }[];
}

/** How many segments, in what way, and the button that finds them. */
export const FindSegments = ({
  again,
  asked,
  method: before,
  prepared = usualPreparation,
  facts = [],
}: FindSegmentsProps) => {
  const [k, setK] = useState<KChoice>(asked);
  const [method, setMethod] = useState<Method>(before);
  const [preparation, setPreparation] = useState(prepared);
  const [choosing, setChoosing] = useState(false);
  const project = useProject();
  const hasOrders = project?.totals?.orders != null;
  const features = useFactChoice(project?.path);
  const busy = useJobs(({ running }) => running !== null);
  const choices = [
    { value: 'auto', label: word('segments.automatic') },
    ...[...new Set([...counts, ...(asked === 'auto' ? [] : [asked])])].map((count) => ({
      value: String(count),
      label: word('tree.value', { k: format.number(count) }),
    })),
  ];
  return (
    <>
      <Select
        className={classes.howMany ?? ''}
        size="xs"
        aria-label={word('segments.howMany')}
        data={choices}
        value={findsNumber(method) ? 'auto' : String(k)}
        disabled={findsNumber(method)}
        title={findsNumber(method) ? t('trust.way.itself') : undefined}
        allowDeselect={false}
        onChange={(value) => setK(value === null || value === 'auto' ? 'auto' : Number(value))}
        styles={{ input: { minHeight: 32, height: 32, fontSize: 14 } }}
      />
      <Popover
        position="bottom-end"
        middlewares={withinWindow}
        shadow="md"
        width={320}
        trapFocus
        withinPortal
        withRoles={false}
        opened={choosing}
        onChange={setChoosing}
      >
        <Popover.Target>
          <Tooltip label={word('segments.way')} disabled={choosing}>
            <ActionIcon
              variant="default"
              aria-haspopup="dialog"
              aria-expanded={choosing}
              aria-label={word('segments.way')}
              onClick={() => setChoosing(!choosing)}
            >
              <IconAdjustments size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown
          data-algorithm-choice=""
          className={classes.way ?? ''}
          role="dialog"
          aria-label={word('segments.way')}
          onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
        >
          <WayChoice method={method} hasOrders={hasOrders} onChange={setMethod} />
          {features !== null && (
            <p className={classes.chosenFacts}>{t('facts.chosen.way', { count: features.length })}</p>
          )}
          <div className={classes.preparation}>
            <MethodDetails>
              <PreparationChoice options={preparation} facts={facts} onChange={setPreparation} />
            </MethodDetails>
          </div>
        </Popover.Dropdown>
      </Popover>
      <Button
        variant={again ? 'default' : 'filled'}
        leftSection={again ? <IconRefresh size={16} stroke={1.8} /> : null}
        disabled={busy}
        onClick={() => findSegments(method, findsNumber(method) ? 'auto' : k, preparation, features)}
      >
        <span className={again ? classes.findWords : undefined}>
          {again ? word('segments.findAgain') : word('segments.find')}
        </span>
      </Button>
    </>
  );
};
