/** How much larger than it is laid out the page is drawn: 1 but while somebody presents. */
export const drawnScale = (): number => document.getElementById('root')?.currentCSSZoom ?? 1;

/** Where something lies in the window, in pixels as the page is laid out. */
export const placeOf = (what: Element | Range): DOMRect => {
  const { x, y, width, height } = what.getBoundingClientRect();
  const scale = drawnScale();
  return new DOMRect(x / scale, y / scale, width / scale, height / scale);
};

/** Where a pointer is, from the upper left corner of an element, in pixels as the page is laid out. */
export const pointerIn = (
  event: { readonly clientX: number; readonly clientY: number },
  element: Element,
): { readonly x: number; readonly y: number } => {
  const { left, top } = element.getBoundingClientRect();
  const scale = drawnScale();
  return { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale };
};
