import type { ReportCard } from '../../model/report.ts';
import type { ReportMaterial } from '../../model/report-material.ts';
import type { Block } from '../blocks.ts';
import type { ShownSegment, Speaker } from '../speaker.ts';

/** What every card is written from. */
export interface CardContext {
  readonly material: ReportMaterial;
  readonly speaker: Speaker;
  /** ISO day of the report. */
  readonly day: string;
  /** Whether anybody is named in it. */
  readonly names: boolean;
}

/** What a card comes to; a card that has nothing to say gives none. */
export interface CardPart {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly ownPage?: boolean;
  /** Fits a page and is not to be broken. */
  readonly isWhole?: boolean;
  readonly isMethod?: boolean;
}

/** The segments a card is about, as the run has them; all where none were chosen. */
export const chosenSegments = (
  segments: readonly ShownSegment[],
  card: { readonly segmentIds: Extract<ReportCard, { segmentIds: unknown }>['segmentIds'] },
): ShownSegment[] => segments.filter(({ segment }) => card.segmentIds === null || card.segmentIds.includes(segment.id));
