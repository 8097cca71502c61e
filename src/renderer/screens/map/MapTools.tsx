import { ActionIcon, SegmentedControl, Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconHandMove,
  IconLasso,
  IconMarquee2,
  IconMinus,
  IconPlus,
  IconX,
  IconZoomIn,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DragTool } from '../../charts/points/use-gestures.ts';
import { word } from '../../charts/words.ts';
import classes from './map.module.css';

interface MapToolsProps {
  readonly tool: DragTool;
  readonly onTool: (tool: DragTool) => void;
  readonly onZoom: (factor: number) => void;
  readonly onReset: () => void;
  /** Null where nothing is selected. */
  readonly onClear: (() => void) | null;
}

const tools = [
  ['pan', IconHandMove],
  ['zoom', IconZoomIn],
  ['select', IconMarquee2],
  ['lasso', IconLasso],
] as const;

const Tool = ({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) => (
  <Tooltip label={label}>
    <ActionIcon size={28} aria-label={label} onClick={onClick}>
      {children}
    </ActionIcon>
  </Tooltip>
);

/** What dragging does, closer and further, and letting go. */
export const MapTools = ({ tool, onTool, onZoom, onReset, onClear }: MapToolsProps) => (
  <div className={classes.tools} data-tour="map-tools">
    <SegmentedControl
      size="xs"
      aria-label={word('map.tool')}
      value={tool}
      onChange={(value) => onTool(value as DragTool)}
      data={tools.map(([value, Icon]) => ({
        value,
        label: (
          <span className={classes.tool} title={word(`map.tool.${value}`)}>
            <Icon size={16} stroke={1.6} aria-hidden />
            <VisuallyHidden>{word(`map.tool.${value}`)}</VisuallyHidden>
          </span>
        ),
      }))}
    />
    <Tool label={word('map.zoomIn')} onClick={() => onZoom(0.7)}>
      <IconPlus size={16} stroke={1.6} />
    </Tool>
    <Tool label={word('map.zoomOut')} onClick={() => onZoom(1 / 0.7)}>
      <IconMinus size={16} stroke={1.6} />
    </Tool>
    <Tool label={word('map.reset')} onClick={onReset}>
      <IconArrowsMaximize size={16} stroke={1.6} />
    </Tool>
    {onClear !== null && (
      <Tool label={word('map.clear')} onClick={onClear}>
        <IconX size={16} stroke={1.6} />
      </Tool>
    )}
  </div>
);
