import { useDeferredValue, useMemo, useState } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { TreeView } from '../../../shared/model/tree.ts';
import { effectWord } from '../../charts/effect-word.ts';
import { NoSegments } from '../../charts/NoSegments.tsx';
import { SegmentTree } from '../../charts/SegmentTree.tsx';
import { mostBranches, tellingFeatures } from '../../charts/tree-geometry.ts';
import type { TreePictureInput } from '../../charts/tree-picture.ts';
import { useScheme } from '../../charts/use-scheme.ts';
import { word } from '../../charts/words.ts';
import { api } from '../../client/api.ts';
import { startJob } from '../../client/jobs.ts';
import { change, useSegmentation } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { clearSelection } from '../../client/selection.ts';
import { format, tell } from '../../client/words.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { GrowTree } from './GrowTree.tsx';
import { isCutOf, nameBranches } from './name-branches.ts';
import { TreeInspector } from './TreeInspector.tsx';

/** Twigs that are drawn; the customers of a twig stay together at every cut that can be asked for. */
const leaves = 80;

/** Rows under the tree; more would be too low to read. */
const mostFacts = 10;

const pictureOf = (tree: TreeView, segmentation: Segmentation): TreePictureInput => {
  const shown = tellingFeatures(tree, mostFacts);
  const drawn: TreeView = {
    ...tree,
    features: shown.map((f) => tree.features[f]!),
    leaves: tree.leaves.map((leaf) => ({ ...leaf, effects: shown.map((f) => leaf.effects[f] ?? 0) })),
  };
  return {
    tree: drawn,
    features: drawn.features.map((key) => {
      const feature = segmentation.features.find((one) => one.key === key);
      return feature === undefined ? key : tell(feature.name);
    }),
    words: drawn.leaves.map(({ effects }) => effects.map(effectWord)),
    leafNames: tree.leaves.map(({ size }) => word('tree.leaf', { customers: size })),
    axisTitle: word('tree.axis'),
    shortAxisTitle: word('tree.axis.short'),
  };
};

const GrownTree = ({ tree, segmentation }: { tree: TreeView; segmentation: Segmentation }) => {
  const most = mostBranches(tree);
  const [k, setK] = useState(() => Math.min(most, segmentation.treeId === tree.id ? segmentation.k : tree.suggestedK));
  const scheme = useScheme();
  const picture = useMemo(() => pictureOf(tree, segmentation), [tree, segmentation]);
  const branches = useMemo(() => nameBranches(tree, k, segmentation), [tree, k, segmentation]);
  // The notes may follow a moment later; the line and the colours must not wait for them.
  const calmK = useDeferredValue(k);
  const use = async () => {
    const made = await change(() => startJob(word('tree.use', { k }), () => api.tree.cut({ treeId: tree.id, k })));
    if (made !== null) clearSelection();
  };
  return (
    <Screen
      fill
      title={word('tree.title', { k })}
      subtitle={word('tree.subtitle')}
      inspector={
        <TreeInspector
          tree={tree}
          segmentation={segmentation}
          k={calmK}
          inUse={isCutOf(segmentation, tree, calmK)}
          onCut={setK}
          onUse={use}
        />
      }
    >
      <SegmentTree
        picture={picture}
        branches={branches}
        k={k}
        onCut={setK}
        scheme={scheme}
        summary={word('tree.summary', {
          k,
          customers: tree.customers,
          sizes: branches.length > 12 ? null : format.list(branches.map(({ count }) => count)),
        })}
        fileName={word('tree.title', { k })}
        note={[
          word('tree.folded', { customers: tree.customers, leaves: tree.leaves.length }),
          ...(picture.features.length < tree.features.length
            ? [word('tree.someFacts', { shown: picture.features.length, all: tree.features.length })]
            : []),
        ].join(' ')}
      />
    </Screen>
  );
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
  return <GrownTree key={tree.data.id} tree={tree.data} segmentation={segmentation} />;
};
