import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import classes from './tree.module.css';
import type { TreeShape } from './tree-shape.ts';
import { treeWord } from './tree-words.ts';

interface TreePathProps {
  readonly shape: TreeShape;
  /** From the whole tree to the branch that is drawn. */
  readonly path: readonly number[];
  readonly onZoom: (node: number) => void;
}

/** So many branches of a long way down are named: the last ones. */
const named = 2;

/** Which branch is drawn, and the way back to everybody. */
export const TreePath = ({ shape, path, onZoom }: TreePathProps) => {
  if (path.length < 2) return null;
  const shown = path.map((node, i) => ({ node, i })).filter(({ i }) => i === 0 || i >= path.length - named);
  return (
    <nav className={classes.path} aria-label={treeWord('crumbs')}>
      <ol className={classes.crumbs}>
        {shown.map(({ node, i }) => (
          <li key={node}>
            {i > 0 && <IconChevronRight size={13} stroke={1.8} aria-hidden />}
            {i === path.length - 1 ? (
              <span className={classes.here} aria-current="location">
                {treeWord('crumb', { customers: shape.size[node]! })}
              </span>
            ) : (
              <UnstyledButton className={classes.crumb ?? ''} onClick={() => onZoom(node)}>
                {treeWord(i === 0 ? 'everybody' : 'crumb', { customers: shape.size[node]! })}
              </UnstyledButton>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
};
