import { startTransition, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { maxK, type Segmentation } from '../../../shared/model/segmentation.ts';
import type { TreeView } from '../../../shared/model/tree.ts';
import { effectWord } from '../../charts/effect-word.ts';
import type { NamedSegment } from '../../charts/tree/BranchBars.tsx';
import { drawTree } from '../../charts/tree/drawn-tree.ts';
import { meanEffect } from '../../charts/tree/paint-facts.ts';
import { SegmentTree } from '../../charts/tree/SegmentTree.tsx';
import { createCutTeller } from '../../charts/tree/tell-cut.ts';
import { tellingFacts } from '../../charts/tree/telling-facts.ts';
import {
  type Cut,
  cutWithin,
  divideBranch,
  isStraight,
  joinBranch,
  partsWithin,
  straightCut,
  undoneBy,
} from '../../charts/tree/tree-cut.ts';
import { isWithin, rootOf, topMerges } from '../../charts/tree/tree-shape.ts';
import { treeWord } from '../../charts/tree/tree-words.ts';
import { useScheme } from '../../charts/use-scheme.ts';
import { word } from '../../charts/words.ts';
import { api } from '../../client/api.ts';
import { type PreviewSegment, showCut, useFollowedCut } from '../../client/cut-preview.ts';
import { startJob } from '../../client/jobs.ts';
import { change } from '../../client/project.ts';
import { clearSelection } from '../../client/selection.ts';
import { format, tell } from '../../client/words.ts';
import { Screen } from '../../components/Screen.tsx';
import { TreeInspector } from './TreeInspector.tsx';
import { TreeTools } from './TreeTools.tsx';
import { useTreeLook } from './tree-look.ts';
import { useBranchSelection } from './use-branch-selection.ts';
import { useFactSums, type WholeTree } from './use-tree.ts';

/** Rows under the tree; more would be too low to read. */
const mostFacts = 10;
const leafChoices = [30, 60, 200, 1000, 4000];

const nameSegments = (segments: readonly PreviewSegment[], segmentation: Segmentation): NamedSegment[] => {
  const fresh = segments
    .filter(({ segmentId }) => segmentId === null)
    .sort((a, b) => b.size - a.size || a.node - b.node);
  return segments.map((segment) => {
    const known = segmentation.segments.find(({ id }) => id === segment.segmentId);
    const name = known === undefined ? null : tell(known.name);
    const title = name ?? treeWord('new', { number: fresh.indexOf(segment) + 1 });
    return { ...segment, name, title, called: treeWord('branch', { name: title, customers: segment.size }) };
  });
};

interface GrownTreeProps {
  readonly tree: TreeView;
  readonly whole: WholeTree;
  readonly segmentation: Segmentation;
}

/** The tree with its cut, and what the cut would give. */
export const GrownTree = ({ tree, whole, segmentation }: GrownTreeProps) => {
  const { shape, labels, revenue } = whole;
  const root = rootOf(shape);
  const scheme = useScheme();
  const most = useMemo(() => 1 + topMerges(shape, root, maxK - 1).length, [shape, root]);
  const teller = useMemo(
    () => createCutTeller(shape, { segmentation, labels }, revenue),
    [shape, segmentation, labels, revenue],
  );
  const [left] = useState(() => {
    const last = useTreeLook.getState().left;
    return last?.treeId === tree.id && last.segmentationId === segmentation.id ? last : null;
  });
  const [cut, setCut] = useState<Cut>(
    () => left?.cut ?? teller.cutInUse ?? straightCut(shape, Math.min(most, Math.max(1, tree.suggestedK))),
  );
  const [path, setPath] = useState<readonly number[]>(left?.path ?? [root]);
  const leaves = useTreeLook((look) => look.leaves);
  useEffect(() => {
    useTreeLook.setState({ left: { treeId: tree.id, segmentationId: segmentation.id, cut, path } });
  }, [tree.id, segmentation.id, cut, path]);
  const branch = path.at(-1)!;

  // Other segments in use, after the cut was used or undone: the cut goes where they are.
  const inUse = teller.cutInUse;
  const known = useRef(segmentation.id);
  useEffect(() => {
    if (known.current === segmentation.id) return;
    known.current = segmentation.id;
    if (inUse !== null) setCut(inUse);
  }, [segmentation.id, inUse]);

  const preview = useFollowedCut();
  const show = (next: Cut, isMoving: boolean) => {
    showCut({ treeId: tree.id, snapshotId: tree.snapshotId, moving: isMoving, ...teller.tell(next) });
  };
  const cutTo = (next: Cut, isMoving = false) => {
    // The picture is coloured from the preview with the next frame; title, names and figures follow between frames.
    show(next, isMoving);
    if (isMoving) startTransition(() => setCut(next));
    else setCut(next);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever set the cut has shown it; here it is told anew
  useEffect(() => {
    show(cut, false);
  }, [teller]);
  useEffect(() => () => showCut(null), []);

  const drawn = useMemo(() => drawTree(shape, branch, leaves), [shape, branch, leaves]);
  const shown = useMemo(() => tellingFacts(tree, mostFacts).map((f) => tree.features[f]!), [tree]);
  const names = useMemo(
    () =>
      shown.map((key) => {
        const feature = segmentation.features.find((one) => one.key === key);
        return feature === undefined ? key : tell(feature.name);
      }),
    [shown, segmentation.features],
  );
  const sums = useFactSums(tree.id, shape, shown);
  const facts = useMemo(() => ({ names, sums }), [names, sums]);

  const { segments: told, inUse: isInUse } = useMemo(
    () => (preview?.treeId === tree.id ? preview : teller.tell(cut)),
    [preview, teller, cut, tree.id],
  );
  const segments = useMemo(() => nameSegments(told, segmentation), [told, segmentation]);
  // The figures may follow a moment later; the line and the colours must not wait for them.
  const calm = useDeferredValue(segments);
  const nodes = useMemo(() => told.map(({ node }) => node), [told]);
  const k = partsWithin(shape, nodes, branch);
  const straight = isStraight(shape, nodes);
  const stepped = branch === root ? !straight : !isStraight(shape, nodes, branch);
  const outside = nodes.filter((node) => !isWithin(shape, node, branch)).length;
  const held = nodes.some((node) => node !== branch && isWithin(shape, branch, node));
  const mostHere = useMemo(
    () => Math.max(1, Math.min(maxK - (held ? 0 : outside), 1 + topMerges(shape, branch, maxK - 1).length)),
    [shape, branch, outside, held],
  );
  const { chosen, choose, marks } = useBranchSelection(shape, labels, segments, segmentation);

  const zoom = (node: number) => {
    const at = path.indexOf(node);
    if (at >= 0) setPath(path.slice(0, at + 1));
    else if (drawTree(shape, node, 2).leaves.length > 1)
      setPath([...path.filter((one) => one !== node && isWithin(shape, node, one)), node]);
  };
  const use = async () => {
    const made = await change(() =>
      startJob(word('tree.use', { k: cut.length }), () =>
        api.tree.cut({
          treeId: tree.id,
          ...(straight ? { k: cut.length } : { undone: undoneBy(shape, cut) }),
        }),
      ),
    );
    if (made !== null) clearSelection();
  };
  const title = straight ? word('tree.title', { k: nodes.length }) : treeWord('byHand', { k: nodes.length });
  const table = useMemo(
    () => ({
      caption: word('tree.summary', {
        k: calm.length,
        customers: tree.customers,
        sizes: calm.length > 12 ? null : format.list(calm.map(({ size }) => format.number(size))),
      }),
      head: [treeWord('column.segment'), word('segments.column.customers'), ...names],
      rows: calm.map(({ title: rowTitle, size, node }) => [
        rowTitle,
        format.number(size),
        ...names.map((_, f) => (sums === null ? '' : effectWord(meanEffect(shape, sums[f]!, node)))),
      ]),
    }),
    [calm, names, sums, shape, tree.customers],
  );
  return (
    <Screen
      fill
      title={title}
      subtitle={treeWord('subtitle')}
      inspector={
        <TreeInspector
          tree={tree}
          shape={shape}
          segmentation={segmentation}
          segments={calm}
          most={most}
          stepped={!straight}
          inUse={isInUse}
          chosen={chosen}
          onChoose={choose}
          onCut={(count) => cutTo(straightCut(shape, count))}
          onUse={use}
        />
      }
    >
      <SegmentTree
        shape={shape}
        drawn={drawn}
        facts={facts}
        marks={marks}
        segments={segments}
        k={k}
        most={mostHere}
        inAll={branch === root ? null : nodes.length}
        stepped={stepped}
        chosen={chosen}
        path={path}
        onCut={(count, isMoving) => cutTo(cutWithin(shape, nodes, branch, count), isMoving)}
        onChoose={choose}
        onZoom={zoom}
        table={table}
        fileName={title}
        scheme={scheme}
        tools={
          <TreeTools
            shape={shape}
            branch={branch}
            leaves={leaves}
            leafChoices={leafChoices.filter(
              (count, i) => i === 0 || leafChoices[i - 1]! < tree.customers || count === leaves,
            )}
            chosen={chosen}
            isSegment={chosen !== null && nodes.includes(chosen)}
            full={nodes.length >= maxK}
            stepped={!straight}
            onLeaves={(count) => useTreeLook.setState({ leaves: count })}
            onZoom={zoom}
            onDivide={() => cutTo(divideBranch(shape, nodes, chosen!))}
            onJoin={() => cutTo(joinBranch(shape, nodes, nodes.includes(chosen!) ? shape.parent[chosen!]! : chosen!))}
            onStraight={() => cutTo(straightCut(shape, nodes.length))}
          />
        }
      />
    </Screen>
  );
};
