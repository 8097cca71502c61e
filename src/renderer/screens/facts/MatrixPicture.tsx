import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { divergingColor, fullEffect, inkOn } from '../../../shared/picture/diverging.ts';
import { fitText, textWidth } from '../../charts/text-width.ts';
import { pointerIn } from '../../client/drawn-scale.ts';
import { fixed, t } from '../../client/words.ts';
import classes from './fact-pictures.module.css';

export interface MatrixCell {
  readonly row: number;
  readonly column: number;
}

interface MatrixPictureProps {
  readonly names: readonly string[];
  readonly correlations: readonly (readonly number[])[];
  readonly width: number;
  readonly cell: MatrixCell;
  readonly summary: string;
  readonly onCell: (cell: MatrixCell) => void;
}

/** The colour of a correlation: the full one at −1 and 1, none at 0. */
export const correlationColor = (rho: number): string => divergingColor(rho * fullEffect);

/** Every two facts as a coloured cell; arrow keys go from one to the next. */
export const MatrixPicture = ({ names, correlations, width, cell, summary, onCell }: MatrixPictureProps) => {
  const box = useRef<SVGSVGElement>(null);
  const count = names.length;
  const longest = Math.max(...names.map((name) => textWidth(name, 12)));
  const left = Math.round(Math.min(width * 0.3, longest + 12));
  const size = Math.max(14, Math.min(44, Math.floor((width - left - 20) / count)));
  // Slanted names need room beside each other; upright ones only that of a line.
  const isUpright = size < 22;
  const slant = isUpright ? Math.min(180, longest + 14) : Math.min(120, longest * 0.71 + 14);
  const top = Math.ceil(slant);
  const over = isUpright ? 4 : Math.ceil(slant);
  const isWritten = size >= 30;
  const at = (event: MouseEvent) => {
    const { x, y } = pointerIn(event, box.current!);
    const [column, row] = [Math.floor((x - left) / size), Math.floor((y - top) / size)];
    if (row >= 0 && column >= 0 && row < count && column < count) onCell({ row, column });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const within = (value: number) => Math.max(0, Math.min(count - 1, value));
    onCell({ row: within(cell.row + step[0]!), column: within(cell.column + step[1]!) });
  };
  return (
    <div
      className={classes.matrix}
      role="application"
      aria-label={`${t('factPicture.together.grid')}. ${t('factPicture.together.cell', {
        a: names[cell.row]!,
        b: names[cell.column]!,
        rho: fixed(correlations[cell.row]![cell.column]!, 2),
      })}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys go through it
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard around it */}
      <svg
        ref={box}
        className={classes.picture}
        width={left + size * count + over}
        height={top + size * count + 4}
        role="img"
        aria-label={summary}
        data-picture="matrix"
        onClick={at}
      >
        {names.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two facts may be called alike, and their places are theirs
          <g key={i}>
            <text className={classes.label} x={left - 8} y={top + (i + 0.5) * size + 4} textAnchor="end" fontSize={12}>
              {fitText(name, left - 10, 12)}
            </text>
            <text
              className={classes.label}
              fontSize={12}
              transform={`translate(${left + (i + 0.5) * size + (isUpright ? 4 : 3)} ${top - 6}) rotate(${isUpright ? -90 : -45})`}
            >
              {fitText(name, (top - 12) / (isUpright ? 1 : 0.71), 12)}
            </text>
          </g>
        ))}
        {correlations.map((row, i) =>
          row.map((rho, j) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells are where they are
            <g key={`${i} ${j}`} className={classes.cell}>
              <rect
                x={left + j * size + 0.5}
                y={top + i * size + 0.5}
                width={size - 1}
                height={size - 1}
                fill={correlationColor(rho)}
              />
              {isWritten && i !== j && (
                <text
                  x={left + (j + 0.5) * size}
                  y={top + (i + 0.5) * size + 4}
                  textAnchor="middle"
                  fontSize={11}
                  fill={inkOn(correlationColor(rho))}
                >
                  {fixed(rho, size >= 38 ? 2 : 1)}
                </text>
              )}
            </g>
          )),
        )}
        <rect
          className={classes.cursor}
          x={left + cell.column * size}
          y={top + cell.row * size}
          width={size}
          height={size}
        />
      </svg>
    </div>
  );
};
