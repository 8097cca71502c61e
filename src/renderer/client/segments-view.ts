import * as z from 'zod';
import { remember, useRemembered } from './preferences.ts';

/** The ways of looking at segments, in the order of the switch. */
export const segmentViews = ['cards', 'table', 'differences', 'spread', 'lines', 'revenue', 'number'] as const;
export type SegmentView = (typeof segmentViews)[number];

const name = 'segments.view';
const viewSchema = z.enum(segmentViews);

/** How segments are looked at, remembered for all projects. */
export const useSegmentView = (): SegmentView => useRemembered(name, viewSchema) ?? 'cards';

export const showSegmentView = (view: SegmentView): void => remember(name, view);
