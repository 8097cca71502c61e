import * as z from 'zod';

/** The similar-customers tree, folded to its topmost branches for drawing. */
export const treeViewSchema = z.object({
  id: z.number().int(),
  snapshotId: z.number().int(),
  customers: z.number().int(),
  /**
   * The topmost merges, lowest first. A negative child −1−i is folded leaf i, a child ≥ 0 is the merge at that index.
   * Children stand in drawing order, left first.
   */
  merges: z.array(
    z.object({ left: z.number().int(), right: z.number().int(), height: z.number(), size: z.number().int() }),
  ),
  /** Folded leaves left to right; each holds `size` customers and, per feature, their mean effect (prepared scale). */
  leaves: z.array(z.object({ size: z.number().int(), height: z.number(), effects: z.array(z.number()) })),
  features: z.array(z.string()),
  /** cuts[k−1] = the greatest height at which k branches hang below the line; k from 1 to as many as can be cut. */
  cutHeights: z.array(z.number()),
  suggestedK: z.number().int(),
});
export type TreeView = z.infer<typeof treeViewSchema>;
