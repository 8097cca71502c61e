import { UnstyledButton } from '@mantine/core';
import type { NamedSegment } from '../../charts/tree/BranchBars.tsx';
import { treeWord } from '../../charts/tree/tree-words.ts';
import { format } from '../../client/words.ts';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import classes from './tree.module.css';

interface CutSegmentsProps {
  readonly segments: readonly NamedSegment[];
  readonly chosen: number | null;
  readonly onChoose: (node: number, add: boolean) => void;
}

/** Each segment that the cut would give, with its customers and its share of the money. */
export const CutSegments = ({ segments, chosen, onChoose }: CutSegmentsProps) => {
  const all = segments.reduce((sum, { revenue }) => sum + (revenue ?? 0), 0);
  const hasRevenue = segments.some(({ revenue }) => revenue !== null) && all > 0;
  const largestFirst = [...segments].sort((a, b) => b.size - a.size || a.node - b.node);
  return (
    <fieldset className={classes.given} data-revenue={hasRevenue} aria-label={treeWord('companion')}>
      <div className={classes.givenHead} aria-hidden>
        <span>{treeWord('column.segment')}</span>
        <span>{treeWord(hasRevenue ? 'column.both' : 'column.customers')}</span>
      </div>
      {largestFirst.map(({ node, color, title, size, revenue }) => (
        <UnstyledButton
          key={node}
          className={classes.givenRow ?? ''}
          aria-pressed={node === chosen}
          onClick={(event) => onChoose(node, event.shiftKey || event.ctrlKey || event.metaKey)}
        >
          <span className={classes.givenName}>
            <SegmentTile color={color} />
            <span className={classes.givenWords} title={title}>
              {title}
            </span>
          </span>
          <span>{format.number(size)}</span>
          {hasRevenue && <span>{format.share((revenue ?? 0) / all)}</span>}
        </UnstyledButton>
      ))}
    </fieldset>
  );
};
