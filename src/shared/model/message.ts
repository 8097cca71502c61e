import * as z from 'zod';

/**
 * A sentence as data: a key into the word list and the values it speaks of. Names, reasons, actions, findings and
 * errors are stored this way, so that the same project can be read in another language.
 */
export const messageSchema = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Message = z.infer<typeof messageSchema>;

export const message = (key: string, values: Message['values'] = {}): Message => ({ key, values });
