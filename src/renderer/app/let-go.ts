import { notify } from '../client/notify.ts';
import { leavePresentation, usePresentation } from '../client/presentation.ts';
import { clearSelection, hasSelection, useSelection } from '../client/selection.ts';
import { t } from '../client/words.ts';

/** Names are not shown to a full room by one key too many: Escape asks, and is heard again for this long. */
const askedForMs = 4_000;
let askedAt = Number.NEGATIVE_INFINITY;

/** Escape, where nothing is open: lets go of the selection; where nothing is selected, of the presentation. */
export const letGo = (): void => {
  if (hasSelection(useSelection.getState())) {
    clearSelection();
    return;
  }
  clearSelection();
  if (!usePresentation.getState().on) return;
  const now = performance.now();
  if (now - askedAt < askedForMs) {
    askedAt = Number.NEGATIVE_INFINITY;
    leavePresentation();
    return;
  }
  askedAt = now;
  notify(t('present.leaving'), askedForMs);
};
