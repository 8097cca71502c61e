import * as z from 'zod';
import { messageSchema } from './message.ts';

/** A division of the customers by plain rules, from the best customers to those long gone. */
export const ruleDivisionSchema = z.object({
  segments: z.array(
    z.object({
      name: messageSchema,
      /** Who is in it: everybody of whom this is true and nobody else. */
      rule: messageSchema,
      size: z.number().int(),
      share: z.number(),
      /** Null where money is not known. */
      revenueShare: z.number().nullable(),
    }),
  ),
});
export type RuleDivision = z.infer<typeof ruleDivisionSchema>;
