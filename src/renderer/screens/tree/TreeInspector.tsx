import { Button, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { TreeView } from '../../../shared/model/tree.ts';
import { ChartTable } from '../../charts/ChartTable.tsx';
import inspector from '../../charts/inspector.module.css';
import { SegmentMethod } from '../../charts/SegmentMethod.tsx';
import { word } from '../../charts/words.ts';
import { useJobs } from '../../client/jobs.ts';
import { format } from '../../client/words.ts';
import { MethodDetails } from '../../components/MethodDetails.tsx';
import { cutNotes } from './cut-notes.ts';
import classes from './tree.module.css';

interface TreeInspectorProps {
  readonly tree: TreeView;
  readonly segmentation: Segmentation;
  readonly k: number;
  /** The cut is what is in use already. */
  readonly inUse: boolean;
  readonly onCut: (k: number) => void;
  readonly onUse: () => void;
}

/** How many segments: what speaks for each number, and the button that applies the cut. */
export const TreeInspector = ({ tree, segmentation, k, inUse, onCut, onUse }: TreeInspectorProps) => {
  const busy = useJobs(({ running }) => running !== null);
  const notes = useMemo(() => cutNotes(tree, k), [tree, k]);
  return (
    <div className={inspector.stack}>
      <h2 className={inspector.name}>{word('tree.howMany')}</h2>
      <p className={inspector.text}>{word('tree.howMany.text', { k: tree.suggestedK })}</p>
      <fieldset className={classes.notes} aria-label={word('tree.howMany')}>
        {notes.map(({ k: count, note, recommended }) => (
          <UnstyledButton
            key={count}
            className={classes.note ?? ''}
            aria-pressed={count === k}
            data-recommended={recommended}
            onClick={() => onCut(count)}
          >
            <span>{word('tree.value', { k: count })}</span>
            <span className={classes.noteWords}>{note}</span>
          </UnstyledButton>
        ))}
      </fieldset>
      {inUse ? (
        <p className={inspector.text}>{word('tree.inUse')}</p>
      ) : (
        <Button className={classes.use ?? ''} disabled={busy} onClick={onUse}>
          {word('tree.use', { k })}
        </Button>
      )}
      <p className={inspector.muted}>{word('tree.keeps')}</p>
      <MethodDetails>
        <p className={inspector.muted}>{word('method.ward')}</p>
        <ChartTable
          caption={word('method.tree.heights')}
          head={['k', word('method.tree.height')]}
          rows={tree.cutHeights.slice(0, 15).map((height, i) => [String(i + 1), format.number(height, 3)])}
        />
        {inUse && <SegmentMethod segmentation={segmentation} />}
      </MethodDetails>
    </div>
  );
};
