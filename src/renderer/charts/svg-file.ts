import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Drawing } from './draw-element.ts';

/** A picture of our own for a file: an `svg` element that needs no style sheet, in the colours of its ground. */
export interface SvgFigure {
  readonly element: ReactElement;
  readonly width: number;
  readonly height: number;
}

const side = 18;

/** Draws it apart from the page, with air around it. */
export const drawSvgFigure = ({ element, width, height }: SvgFigure): Drawing => {
  const box = document.createElement('div');
  const root = createRoot(box);
  flushSync(() => root.render(element));
  const text = new XMLSerializer().serializeToString(box.querySelector('svg')!);
  root.unmount();
  return { svg: `<g transform="translate(${side} 0)">${text}</g>`, width: width + 2 * side, height: height + side };
};
