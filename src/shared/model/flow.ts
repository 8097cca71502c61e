import * as z from 'zod';
import { messageSchema } from './message.ts';
import { segmentationSummarySchema } from './segmentation.ts';

const outside = z.enum(['none', 'absent']);

/** So many customers were there and are here now, and what they have spent in all; null where that is not known. */
const moveOf = <Place extends z.ZodType>(place: Place) =>
  z.object({ from: place, to: place, customers: z.number().int(), revenue: z.number().nullable() });

/** As a run keeps it: places are labels, the one of the run before and the one of this run. */
export const labelMoveSchema = moveOf(z.union([z.number().int(), outside]));
export type LabelMove = z.infer<typeof labelMoveSchema>;

/** As it is told: a segment's id, `none` for a customer in no segment, `absent` for one who was not there (or is gone). */
export const moveSchema = moveOf(z.union([z.number().int(), outside]));
export type Move = z.infer<typeof moveSchema>;

const flowRunSchema = segmentationSummarySchema
  .pick({ id: true, createdAt: true, method: true, k: true, customers: true })
  .extend({ asOf: z.string().nullable() });

/** A segment as it was in that run; the same id is the same segment, whose name may have changed. */
export const flowSegmentSchema = z.object({
  id: z.number().int(),
  name: messageSchema,
  color: z.number().int(),
  size: z.number().int(),
});
export type FlowSegment = z.infer<typeof flowSegmentSchema>;

/** Who went where between a run and the one before it. */
export const flowsSchema = z.object({
  from: flowRunSchema,
  to: flowRunSchema,
  /** Both are about the same customers with the same figures: it is the division that changed, not they. */
  sameCustomers: z.boolean(),
  /** Largest first, as their runs have them. */
  earlier: z.array(flowSegmentSchema),
  later: z.array(flowSegmentSchema),
  /** Ids of later segments that the run before did not have but one before that. */
  returned: z.array(z.number().int()),
  /** All that hold anybody, those who stayed included; most customers first. */
  moves: z.array(moveSchema),
});
export type Flows = z.infer<typeof flowsSchema>;
