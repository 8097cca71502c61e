import { Button, Select, Tooltip } from '@mantine/core';
import { IconArrowsJoin, IconArrowsSplit, IconLineDashed, IconZoomIn } from '@tabler/icons-react';
import classes from '../../charts/tree/tree.module.css';
import { canDivide, rootOf, type TreeShape } from '../../charts/tree/tree-shape.ts';
import { treeWord } from '../../charts/tree/tree-words.ts';

interface TreeToolsProps {
  readonly shape: TreeShape;
  /** The branch that is drawn. */
  readonly branch: number;
  readonly leaves: number;
  readonly leafChoices: readonly number[];
  readonly chosen: number | null;
  /** The chosen branch is one of the segments. */
  readonly isSegment: boolean;
  readonly full: boolean;
  readonly stepped: boolean;
  readonly onLeaves: (leaves: number) => void;
  readonly onZoom: (node: number) => void;
  readonly onDivide: () => void;
  readonly onJoin: () => void;
  readonly onStraight: () => void;
}

/** Over the tree: how finely it is drawn, and what can be done with the one that is chosen. */
export const TreeTools = (props: TreeToolsProps) => {
  const { shape, branch, leaves, leafChoices, chosen, isSegment, full, stepped } = props;
  const none = chosen === null;
  const tools = [
    {
      key: 'divide' as const,
      tip: full ? ('use.tooMany' as const) : ('divide.tip' as const),
      icon: IconArrowsSplit,
      can: !none && isSegment && !full && canDivide(shape, chosen),
      act: props.onDivide,
    },
    {
      key: 'join' as const,
      tip: isSegment || none ? ('join.tip' as const) : ('one.tip' as const),
      icon: IconArrowsJoin,
      can: !none && (!isSegment || chosen !== rootOf(shape)),
      act: props.onJoin,
    },
    {
      key: 'zoom' as const,
      tip: 'zoom.tip' as const,
      icon: IconZoomIn,
      can: !none && chosen !== branch && canDivide(shape, chosen),
      act: () => props.onZoom(chosen!),
    },
    {
      key: 'straight' as const,
      tip: 'straight.tip' as const,
      icon: IconLineDashed,
      can: stepped,
      act: props.onStraight,
    },
  ];
  return (
    <div className={classes.tools}>
      <Select
        size="xs"
        className={classes.leaves ?? ''}
        aria-label={treeWord('leaves.label')}
        allowDeselect={false}
        data={leafChoices.map((count) => ({ value: String(count), label: treeWord('leaves', { leaves: count }) }))}
        value={String(leaves)}
        onChange={(value) => value !== null && props.onLeaves(Number(value))}
      />
      <fieldset className={classes.branchTools} aria-label={treeWord('tools')}>
        {tools.map(({ key, tip, icon: Icon, can, act }) => (
          <Tooltip key={key} label={treeWord(none && key !== 'straight' ? 'chooseFirst' : tip)}>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Icon size={14} stroke={1.7} />}
              // A disabled button could not say why, nor keep the focus of whoever has just used it.
              aria-disabled={!can}
              {...(can ? {} : { 'data-disabled': true })}
              onClick={() => can && act()}
            >
              {treeWord(key)}
            </Button>
          </Tooltip>
        ))}
      </fieldset>
    </div>
  );
};
