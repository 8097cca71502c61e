import { Select } from '@mantine/core';
import type { SegmentationSummary } from '../../../shared/model/segmentation.ts';
import { word } from '../../charts/words.ts';
import { activateSegmentation, useSegmentations } from '../../client/project.ts';
import { clearSelection } from '../../client/selection.ts';
import classes from './segments.module.css';

const labelOf = ({ k, method, createdAt }: SegmentationSummary): string =>
  word('segments.keptOne', { k, method, day: createdAt.slice(0, 10) });

/** Goes back and forth between the segments found so far; nothing is shown where there is only one kind. */
export const SegmentationSwitch = ({ activeId }: { readonly activeId: number }) => {
  const kept = useSegmentations().data ?? [];
  if (kept.length < 2) return null;
  return (
    <Select
      className={classes.switch ?? ''}
      size="xs"
      aria-label={word('segments.kept')}
      data={kept.map((one, i) => ({
        value: String(one.id),
        // Two runs of one day and method are told apart by their order.
        label: kept.some((other, j) => j !== i && labelOf(other) === labelOf(one))
          ? `${labelOf(one)} · ${kept.length - i}`
          : labelOf(one),
      }))}
      value={String(activeId)}
      allowDeselect={false}
      onChange={async (value) => {
        if (value === null || Number(value) === activeId) return;
        clearSelection();
        await activateSegmentation(Number(value));
      }}
    />
  );
};
