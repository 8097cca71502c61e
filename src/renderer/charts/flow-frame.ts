import type { FlowLink, FlowNode } from '../../shared/picture/flow-layout.ts';

/** A bar of a picture of flows. */
export interface FlowPictureNode extends FlowNode {
  readonly name: string;
  readonly note: string;
  /** Null: those who are outside. */
  readonly color: string | null;
}

export interface FlowPictureColumn {
  readonly key: string;
  readonly heading: string;
  readonly nodes: readonly FlowPictureNode[];
}

export interface FlowPictureLink extends FlowLink {
  /** Said of it, in a sentence. */
  readonly label: string;
  /** From a segment to the same one. */
  readonly stayed: boolean;
  readonly color: string | null;
  /** How much of it is selected; null where nothing is. */
  readonly selected: number | null;
}

/** What a picture is laid out with, in pixels. */
export const flowFrame = { barWidth: 14, gap: 8, stub: 16, leastLink: 1.2, head: 26 } as const;
export const leastSlotOf = (namesAtBothEnds: boolean): number => (namesAtBothEnds ? 34 : 30);
