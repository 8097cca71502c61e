import { Button, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { TreeView } from '../../../shared/model/tree.ts';
import { ChartTable } from '../../charts/ChartTable.tsx';
import inspector from '../../charts/inspector.module.css';
import { SegmentMethod } from '../../charts/SegmentMethod.tsx';
import type { NamedSegment } from '../../charts/tree/BranchBars.tsx';
import type { TreeShape } from '../../charts/tree/tree-shape.ts';
import { treeWord } from '../../charts/tree/tree-words.ts';
import { word } from '../../charts/words.ts';
import { useJobs } from '../../client/jobs.ts';
import { format } from '../../client/words.ts';
import { MethodDetails } from '../../components/MethodDetails.tsx';
import { CutMap } from './CutMap.tsx';
import { CutSegments } from './CutSegments.tsx';
import { cutNotes } from './cut-notes.ts';
import classes from './tree.module.css';

interface TreeInspectorProps {
  readonly tree: TreeView;
  readonly shape: TreeShape;
  readonly segmentation: Segmentation;
  readonly segments: readonly NamedSegment[];
  readonly most: number;
  readonly stepped: boolean;
  /** The cut is what is in use already. */
  readonly inUse: boolean;
  readonly chosen: number | null;
  readonly onChoose: (node: number, add: boolean) => void;
  readonly onCut: (k: number) => void;
  readonly onUse: () => void;
}

/** What the cut would give, the button that uses it, and what speaks for each number of segments. */
export const TreeInspector = (props: TreeInspectorProps) => {
  const { tree, shape, segmentation, segments, most, stepped, inUse, onCut, onUse } = props;
  const busy = useJobs(({ running }) => running !== null);
  const notes = useMemo(() => cutNotes(shape, tree.suggestedK, most), [shape, tree.suggestedK, most]);
  const k = segments.length;
  return (
    <div className={inspector.stack}>
      <h2 className={inspector.name}>{treeWord(inUse ? 'companion.inUse' : 'companion')}</h2>
      <CutMap segmentation={segmentation} />
      {inUse ? (
        <p className={inspector.text}>{word('tree.inUse')}</p>
      ) : (
        <div className={classes.use}>
          <Button disabled={busy} onClick={onUse}>
            {word('tree.use', { k })}
          </Button>
          <p className={inspector.muted}>{word('tree.keeps')}</p>
        </div>
      )}
      <CutSegments segments={segments} chosen={props.chosen} onChoose={props.onChoose} />
      <h2 className={inspector.name}>{word('tree.howMany')}</h2>
      <p className={inspector.text}>{word('tree.howMany.text', { k: tree.suggestedK })}</p>
      <fieldset className={classes.notes} aria-label={word('tree.howMany')}>
        {notes.map(({ k: count, note, recommended }) => (
          <UnstyledButton
            key={count}
            className={classes.note ?? ''}
            aria-pressed={count === k && !stepped}
            data-recommended={recommended}
            onClick={() => onCut(count)}
          >
            <span>{word('tree.value', { k: count })}</span>
            <span className={classes.noteWords}>{note}</span>
          </UnstyledButton>
        ))}
      </fieldset>
      <MethodDetails>
        <p className={inspector.muted}>{word('method.ward')}</p>
        <ChartTable
          caption={word('method.tree.heights')}
          head={['k', word('method.tree.height')]}
          rows={tree.cutHeights.slice(0, 15).map((height, i) => [String(i + 1), format.number(height, 3)])}
          refs={tree.cutHeights.map((_, i) => [null, i === 0 ? null : { of: 'cut', treeId: tree.id, k: i + 1 }])}
        />
        {inUse && <SegmentMethod segmentation={segmentation} />}
      </MethodDetails>
    </div>
  );
};
