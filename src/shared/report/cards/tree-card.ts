import type { TreeMaterial } from '../../model/report-material.ts';
import { type Block, heading, type Ink, paragraph, type Shape } from '../blocks.ts';
import { type ShownSegment, type Speaker, shownSegments } from '../speaker.ts';
import type { CardContext, CardPart } from './context.ts';

const width = 860;
const treeWidth = 560;
const left = 8;
/** Room for the two lines written beside a branch. */
const branchHeight = 46;
const leafHeight = 9;

interface Node {
  readonly y: number;
  readonly x: number;
  /** The segment that everybody below belongs to; null above the cut. */
  readonly label: number | null;
}

/** Runs of neighbouring leaves of one segment, top to bottom. */
const runsOf = ({ leaves }: TreeMaterial): { label: number; leaves: number[]; size: number }[] => {
  const runs: { label: number; leaves: number[]; size: number }[] = [];
  leaves.forEach(({ label, size }, i) => {
    const last = runs.at(-1);
    if (last?.label === label) {
      last.leaves.push(i);
      last.size += size;
    } else runs.push({ label, leaves: [i], size });
  });
  return runs;
};

/** Halfway between the highest join within a segment and the lowest above; null where nothing is cut. */
const cutHeight = (merges: TreeMaterial['merges'], k: number): number | null => {
  const above = merges[merges.length - k + 1];
  return k < 2 || above === undefined ? null : (above.height + (merges[merges.length - k]?.height ?? 0)) / 2;
};

const number = (value: number): string => String(Math.round(value * 10) / 10);
const tidy = (value: number): number => Math.round(value * 10) / 10;

interface Drawn {
  readonly shapes: Shape[];
  readonly height: number;
}

/** The joins as lines, those within a segment in its colour; every branch has room for its name. */
const drawTree = (tree: TreeMaterial, shown: readonly ShownSegment[], k: number, speaker: Speaker): Drawn => {
  const { merges } = tree;
  const top = merges.at(-1)?.height || 1;
  const scale = (height: number) => treeWidth - ((treeWidth - left - 12) * height) / top;
  const leafY = new Float64Array(tree.leaves.length);
  let y = 4;
  const branches = runsOf(tree).map((run) => {
    const room = Math.max(branchHeight, run.leaves.length * leafHeight + 12);
    run.leaves.forEach((leaf, i) => {
      leafY[leaf] = y + (room * (i + 0.5)) / run.leaves.length;
    });
    y += room;
    return { ...run, middle: y - room / 2 };
  });
  const nodes: Node[] = [];
  const at = (child: number): Node =>
    child < 0 ? { y: leafY[-1 - child]!, x: treeWidth, label: tree.leaves[-1 - child]!.label } : nodes[child]!;
  const paths = new Map<number | null, string>();
  for (const merge of merges) {
    const [a, b] = [at(merge.left), at(merge.right)];
    const x = scale(merge.height);
    const label = a.label !== null && a.label === b.label ? a.label : null;
    const node = { x, y: (a.y + b.y) / 2, label };
    nodes.push(node);
    const path = [a, b].map((one) => `M${number(x)} ${number(node.y)}V${number(one.y)}H${number(one.x)}`).join('');
    paths.set(label, (paths.get(label) ?? '') + path);
  }
  const of = (label: number | null) => shown.find(({ segment }) => segment.label === label);
  const lines = [...paths].map(
    ([label, d]): Shape => ({
      kind: 'path',
      d,
      stroke: (of(label)?.color as Ink | undefined) ?? 'muted',
      width: 1.8,
    }),
  );
  const names = branches.flatMap(({ label, middle, size }): Shape[] => {
    const one = of(label);
    if (one === undefined) return [];
    const text = { kind: 'text', x: treeWidth + 34, anchor: 'start' } as const;
    return [
      {
        kind: 'rect',
        x: treeWidth + 14,
        y: tidy(middle - 16),
        width: 12,
        height: 12,
        radius: 3,
        fill: one.color as Ink,
      },
      { ...text, y: tidy(middle - 5), text: one.name, size: 14, fill: 'text', isBold: true },
      {
        ...text,
        y: tidy(middle + 12),
        text: speaker.word('report.tree.branch', { customers: size }),
        size: 13,
        fill: 'muted',
      },
    ];
  });
  const cut = cutHeight(merges, k);
  const line: Shape[] =
    cut === null
      ? []
      : [{ kind: 'path', d: `M${number(scale(cut))} 0V${number(y + 4)}`, stroke: 'text', width: 1.4, isDashed: true }];
  return { shapes: [...lines, ...line, ...names], height: y + 4 };
};

/** The tree that the segments were cut from, lying on its side, folded to its topmost branches. */
export const treeCard = ({ material, speaker }: CardContext): CardPart[] => {
  const { tree, segmentation } = material;
  if (tree === null || tree.merges.length === 0) return [];
  const { word, format } = speaker;
  const shown = shownSegments(segmentation, speaker);
  const { shapes, height } = drawTree(tree, shown, segmentation.k, speaker);
  const title = word('report.tree');
  const axis = { kind: 'text', y: tidy(height + 18), size: 13, fill: 'muted' } as const;
  const blocks: Block[] = [
    heading(2, title),
    paragraph(word('report.tree.text'), 'muted'),
    {
      kind: 'drawing',
      title,
      summary: word('report.tree.summary', {
        customers: segmentation.customers,
        k: segmentation.k,
        names: format.list(shown.map(({ name }) => name)),
      }),
      width,
      height: Math.ceil(height + 26),
      shapes: [
        ...shapes,
        { ...axis, x: left, text: word('report.tree.axis.different'), anchor: 'start' },
        { ...axis, x: treeWidth, text: word('report.tree.axis.alike'), anchor: 'end' },
      ],
    },
  ];
  return [{ name: word('report.card.tree'), blocks, isWhole: true }];
};
