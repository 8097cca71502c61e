import {
  IconChartDots3,
  IconChartHistogram,
  IconChartLine,
  IconChartTreemap,
  IconGridDots,
  IconLayoutGrid,
  IconTable,
} from '@tabler/icons-react';
import { type ComponentType, type KeyboardEvent, useRef } from 'react';
import { type SegmentView, segmentViews, showSegmentView } from '../../client/segments-view.ts';
import { t } from '../../client/words.ts';
import classes from './view-switch.module.css';

const icons: Readonly<Record<SegmentView, ComponentType<{ size: number; stroke: number }>>> = {
  cards: IconLayoutGrid,
  table: IconTable,
  differences: IconGridDots,
  spread: IconChartHistogram,
  lines: IconChartLine,
  revenue: IconChartTreemap,
  number: IconChartDots3,
};

export const viewPanelId = 'segment-view';

interface ViewSwitchProps {
  readonly view: SegmentView;
  /** Without revenue the picture of it shows how large segments are. */
  readonly hasRevenue: boolean;
}

/** One switch for all the ways of looking at segments; arrow keys go along it. */
export const ViewSwitch = ({ view, hasRevenue }: ViewSwitchProps) => {
  const box = useRef<HTMLDivElement>(null);
  const go = (to: SegmentView) => {
    showSegmentView(to);
    box.current?.querySelector<HTMLElement>(`[data-view="${to}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = segmentViews.indexOf(view);
    const last = segmentViews.length - 1;
    const targets: Record<string, number> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    go(segmentViews[target]!);
  };
  return (
    <div
      ref={box}
      role="tablist"
      aria-label={t('segmentScreen.views')}
      className={classes.switch}
      onKeyDown={onKeyDown}
    >
      {segmentViews.map((one) => {
        const Icon = icons[one];
        return (
          <button
            key={one}
            type="button"
            role="tab"
            data-view={one}
            aria-selected={one === view}
            aria-controls={viewPanelId}
            tabIndex={one === view ? 0 : -1}
            className={classes.tab}
            onClick={() => showSegmentView(one)}
          >
            <Icon size={16} stroke={1.7} />
            {t(one === 'revenue' && !hasRevenue ? 'segmentScreen.view.size' : `segmentScreen.view.${one}`)}
          </button>
        );
      })}
    </div>
  );
};
