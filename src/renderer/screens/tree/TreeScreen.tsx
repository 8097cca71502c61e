import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { TreeView } from '../../../shared/model/tree.ts';
import { NoSegments } from '../../charts/NoSegments.tsx';
import { treeWord } from '../../charts/tree/tree-words.ts';
import { word } from '../../charts/words.ts';
import { api } from '../../client/api.ts';
import { useProjectQuery, useSegmentation } from '../../client/queries.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { GrownTree } from './GrownTree.tsx';
import { GrowTree } from './GrowTree.tsx';
import classes from './tree.module.css';
import { useTree } from './use-tree.ts';

/** Twigs that tell which facts to draw; the picture itself has the whole tree. */
const leaves = 80;

const WholeTree = ({ tree, segmentation }: { readonly tree: TreeView; readonly segmentation: Segmentation }) => {
  const { tree: whole, error } = useTree(tree, segmentation);
  if (error !== null) {
    return (
      <Screen title={word('tree.title.none')}>
        <ErrorPanel error={error} />
      </Screen>
    );
  }
  if (whole === null) {
    return (
      <Screen title={word('tree.title.none')} inspector={<span />}>
        <Delayed>
          <p className={classes.loading}>{treeWord('loading')}</p>
        </Delayed>
      </Screen>
    );
  }
  return <GrownTree tree={tree} whole={whole} segmentation={segmentation} />;
};

/** Who hangs together with whom, and where to cut. */
export const TreeScreen = () => {
  const { data: segmentation, error } = useSegmentation();
  const tree = useProjectQuery(['tree.get', leaves], (signal) => api.tree.get({ leaves }, { signal }));
  const problem = error ?? tree.error;
  if (problem !== null) {
    return (
      <Screen title={word('tree.title.none')}>
        <ErrorPanel error={problem} />
      </Screen>
    );
  }
  if (segmentation == null) return <NoSegments title={word('tree.title.none')} known={segmentation === null} />;
  if (tree.data === undefined) return <Screen title={word('tree.title.none')} inspector={<span />} />;
  if (tree.data === null) {
    return (
      <Screen title={word('tree.title.none')} subtitle={word('tree.title.none.text')}>
        <GrowTree segmentation={segmentation} />
      </Screen>
    );
  }
  return <WholeTree key={tree.data.id} tree={tree.data} segmentation={segmentation} />;
};
