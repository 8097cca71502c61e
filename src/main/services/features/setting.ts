import type { FeatureGroup, ScoreBreaks, Unit } from '../../../shared/model/feature.ts';
import { type Message, message } from '../../../shared/model/message.ts';
import type { AskedAhead } from '../predict/asked-ahead.ts';
import type { ColumnsAtHand } from './columns-at-hand.ts';

/** What a catalogue depends on. */
export interface Setting {
  readonly at: ColumnsAtHand;
  /** The ISO day that everything is as of; null where none is known yet. */
  readonly asOf: string | null;
  /** Whether somebody chose that day, rather than the last order's. */
  readonly isChosen: boolean;
  readonly breaks: ScoreBreaks;
  /** How somebody looked ahead last; null where nobody has. */
  readonly ahead: AskedAhead | null;
}

/** How an entry is called: `feature.<id>` and `feature.<id>.from`, both with the same values. */
export const spoken = (group: FeatureGroup, id: string, unit: Unit, values: Message['values'] = {}, of?: string) => ({
  key: of === undefined ? id : `${id}:${of}`,
  group,
  unit,
  name: message(`feature.${id}`, values),
  lineage: message(`feature.${id}.from`, values),
});
