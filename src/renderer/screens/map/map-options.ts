import * as z from 'zod';
import { remember, remembered, useRemembered } from '../../client/preferences.ts';

const name = 'map.show';
const schema = z.object({
  names: z.boolean().catch(true),
  outlines: z.boolean().catch(false),
  arrows: z.boolean().catch(false),
  /** A small map a segment instead of one. */
  small: z.boolean().catch(false),
});
/** What stands on the map beside the dots. */
export type MapOptions = Readonly<z.infer<typeof schema>>;

const standard: MapOptions = schema.parse({});

export const useMapOptions = (): MapOptions => useRemembered(name, schema) ?? standard;

export const setMapOption = (option: keyof MapOptions, on: boolean): void =>
  remember(name, { ...(remembered(name, schema) ?? standard), [option]: on });
