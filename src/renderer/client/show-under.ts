import type { NumberOrigin, Under } from '../../shared/model/number-origin.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { readRowBits } from '../../shared/table/row-bits.ts';
import { fetchColumn } from './api.ts';
import { goTo } from './navigation.ts';
import { notifyError } from './notify.ts';
import { selectOwnSegment } from './own-segments.ts';
import { showSegmentView } from './segments-view.ts';
import { clearSelection, selectRows, selectSegments, showCustomer } from './selection.ts';
import { askForRows } from './shown-rows.ts';
import { toAppError } from './to-app-error.ts';
import { t } from './words.ts';

/** What the button says that leads to what stands under a number; null where nothing can be shown. */
export const underText = (
  { ref, under, customers }: NumberOrigin,
  segmentation: Segmentation | null,
): string | null => {
  switch (under.what) {
    case 'nothing':
      return null;
    case 'rows':
      return t('origin.show.rows');
    case 'screen':
      return t(`origin.show.${under.screen}`);
    case 'customer':
      return t('origin.show.customers', { customers: 1 });
    case 'chosen':
      // Rows are those of the run that it is of.
      return customers > 0 && segmentation !== null && 'segmentationId' in ref && ref.segmentationId === segmentation.id
        ? t('origin.show.customers', { customers })
        : null;
    case 'segment':
      // A segment of an earlier run need not be among those in use.
      return customers > 0 && (under.id < 0 || segmentation?.segments.some(({ id }) => id === under.id))
        ? t('origin.show.customers', { customers })
        : null;
    case 'lacking':
      return segmentation?.snapshotId === under.snapshotId ? t('origin.show.lacking') : null;
    case 'flows':
      return customers === 0 || segmentation === null ? null : t('origin.show.customers', { customers });
    case 'everybody':
      return customers === 0 ? null : t('origin.show.customers', { customers });
  }
};

/** Rows of the customers in view that stand under a number. */
const rowsUnder = async (
  under: Extract<Under, { what: 'flows' | 'lacking' }>,
  { id, snapshotId, segments }: Segmentation,
): Promise<number[]> => {
  const { signal } = new AbortController();
  if (under.what === 'flows') {
    const codes = await fetchColumn({ of: 'flow', snapshotId, a: under.a, b: under.b }, signal);
    const wanted = new Set(under.codes);
    return Array.from(codes.keys()).filter((row) => wanted.has(codes[row]!));
  }
  const values = await fetchColumn({ of: 'features', snapshotId: under.snapshotId, feature: under.feature }, signal);
  const label = segments.find((one) => one.id === under.segmentId)?.label;
  const labels = label === undefined ? null : await fetchColumn({ of: 'labels', segmentationId: id }, signal);
  return Array.from(values.keys()).filter(
    (row) => Number.isNaN(values[row]!) && (labels === null || labels[row] === label),
  );
};

/** Leads to the customers, rows or findings that stand under a number. */
export const showUnder = async (under: Under, segmentation: Segmentation | null): Promise<void> => {
  switch (under.what) {
    case 'rows':
      askForRows(under);
      goTo('data');
      return;
    case 'screen':
      if (under.screen === 'howMany') showSegmentView('number');
      goTo(under.screen === 'howMany' ? 'segments' : under.screen);
      return;
    case 'segment':
      selectSegments([under.id]);
      break;
    case 'chosen':
      if (under.segmentIds !== undefined) selectSegments(under.segmentIds);
      else if (under.among !== undefined) selectRows(readRowBits(under.among));
      else if (under.ownId !== undefined && segmentation !== null) await selectOwnSegment(under.ownId, segmentation.id);
      break;
    case 'customer':
      showCustomer(under.row);
      break;
    case 'everybody':
      clearSelection();
      break;
    case 'flows':
    case 'lacking':
      try {
        if (segmentation !== null) selectRows(await rowsUnder(under, segmentation));
      } catch (error) {
        notifyError(toAppError(error));
        return;
      }
      break;
    case 'nothing':
      return;
  }
  goTo('customers');
};
