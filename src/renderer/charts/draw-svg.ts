/** What a child takes from its parent unless it says otherwise. */
const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'visibility',
  'paint-order',
] as const;
const dropped = /^(class|style|tabindex|role|focusable|xmlns.*|on.*|aria-.*|data-.*)$/;

const clean = (of: Element, copy: Element, parent: CSSStyleDeclaration | null): void => {
  const style = getComputedStyle(of);
  for (const { name } of [...copy.attributes]) if (dropped.test(name)) copy.removeAttribute(name);
  for (const name of inherited) {
    const value = style.getPropertyValue(name);
    if (value === '' || value === parent?.getPropertyValue(name)) copy.removeAttribute(name);
    else copy.setAttribute(name, value);
  }
  for (const name of ['opacity', 'stop-color', 'stop-opacity'] as const) {
    const value = style.getPropertyValue(name);
    const says = name === 'opacity' ? value !== '1' : of.tagName === 'stop';
    if (says) copy.setAttribute(name, value);
  }
  // A transform that only the style sheet knows.
  if (parent !== null && !copy.hasAttribute('transform') && style.transform !== 'none' && style.transform !== '')
    copy.setAttribute('transform', style.transform);
  if (of instanceof SVGTextContentElement && of.tagName === 'text' && of.children.length === 0) {
    const length = of.getComputedTextLength();
    if (length > 0) {
      copy.setAttribute('textLength', String(Math.round(length * 100) / 100));
      copy.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    }
  }
  const [children, copies] = [[...of.children], [...copy.children]];
  children.forEach((child, i) => {
    const twin = copies[i]!;
    const isHidden =
      getComputedStyle(child).display === 'none' && !child.closest('defs, symbol, pattern, clipPath, mask');
    if (isHidden || child.tagName === 'foreignObject' || child.hasAttribute('data-no-picture')) twin.remove();
    else clean(child, twin, style);
  });
};

/** An SVG of the page with all that style sheets say about it written into it, at a place in another one. */
export const drawSvg = (svg: SVGSVGElement, at: string): string => {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  clean(svg, copy, null);
  const view = svg.getAttribute('viewBox');
  const fit = svg.getAttribute('preserveAspectRatio');
  const serializer = new XMLSerializer();
  const own = ['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio'];
  const look = [...copy.attributes]
    .filter(({ name }) => !own.includes(name))
    .map(({ name, value }) => `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join(' ');
  const inside = [...copy.childNodes].map((child) => serializer.serializeToString(child)).join('');
  return `<svg ${at}${view === null ? '' : ` viewBox="${view}"`}${fit === null ? '' : ` preserveAspectRatio="${fit}"`} overflow="${getComputedStyle(svg).overflow}" ${look}>${inside}</svg>`;
};
