import { type Html, html, trusted } from './html.ts';
import type { ReportInput, ReportTree } from './report-input.ts';
import { type ShownSegment, type Speaker, shownSegments } from './speaker.ts';

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
const runsOf = ({ leaves }: ReportTree): { label: number; leaves: number[]; size: number }[] => {
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
const cutHeight = (merges: ReportTree['merges'], k: number): number | null => {
  const above = merges[merges.length - k + 1];
  return k < 2 || above === undefined ? null : (above.height + (merges[merges.length - k]?.height ?? 0)) / 2;
};

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** The joins as lines, those within a segment in its colour; every branch has room for its name. */
const drawTree = (tree: ReportTree, shown: readonly ShownSegment[], k: number, speaker: Speaker) => {
  const { merges } = tree;
  const runs = runsOf(tree);
  const top = merges.at(-1)?.height || 1;
  const scale = (height: number) => treeWidth - ((treeWidth - left - 12) * height) / top;
  const leafY = new Float64Array(tree.leaves.length);
  let y = 4;
  const branches = runs.map((run) => {
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
  const colorOf = (label: number) => shown.find(({ segment }) => segment.label === label)?.color ?? 'currentColor';
  const lines = [...paths].map(
    ([label, path]) => html`<path d="${trusted(path)}"${label === null ? null : html` stroke="${colorOf(label)}"`}/>`,
  );
  const names = branches.map(({ label, middle, size }) => {
    const one = shown.find(({ segment }) => segment.label === label);
    return one === undefined
      ? null
      : html`<rect x="${treeWidth + 14}" y="${number(middle - 16)}" width="12" height="12" rx="3" fill="${one.color}"/><text class="branch" x="${treeWidth + 34}" y="${number(middle - 5)}">${one.name}</text><text class="quiet" x="${treeWidth + 34}" y="${number(middle + 12)}">${speaker.word('report.tree.branch', { customers: size })}</text>`;
  });
  const cut = cutHeight(merges, k);
  const line = cut === null ? null : html`<path class="cut" d="M${number(scale(cut))} 0V${number(y + 4)}"/>`;
  return { drawn: html`<g class="joins">${lines}</g>${line}${names}`, height: y + 4 };
};

/** The tree that the segments were cut from, lying on its side, folded to its topmost branches. */
export const segmentTree = ({ tree, segmentation }: ReportInput, speaker: Speaker): Html => {
  if (tree === null || tree.merges.length === 0) return html``;
  const { word, format } = speaker;
  const shown = shownSegments(segmentation, speaker);
  const { drawn, height } = drawTree(tree, shown, segmentation.k, speaker);
  const summary = word('report.tree.summary', {
    customers: segmentation.customers,
    k: segmentation.k,
    names: format.list(shown.map(({ name }) => name)),
  });
  const title = word('report.tree');
  return html`<section class="whole">
<h2>${title}</h2>
<p class="about">${word('report.tree.text')}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${title}"><svg class="tree" viewBox="0 0 ${width} ${Math.ceil(height + 26)}" role="img"><title>${title}</title><desc>${summary}</desc>${drawn}<text class="quiet" x="${left}" y="${number(height + 18)}">${word('report.tree.axis.different')}</text><text class="quiet" x="${treeWidth}" y="${number(height + 18)}" text-anchor="end">${word('report.tree.axis.alike')}</text></svg></div>
</section>
`;
};
