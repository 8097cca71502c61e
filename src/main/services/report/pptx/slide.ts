import { escapeText } from '../../../../shared/report/html/html.ts';

/** 16 to 9, in points. */
export const slideWidth = 960;
export const slideHeight = 540;
export const emu = (points: number): number => Math.round(points * 12_700);

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Run {
  readonly text: string;
  readonly size: number;
  readonly isBold?: boolean;
  /** `#rrggbb`. */
  readonly color?: string;
}

export interface TextLine {
  readonly runs: readonly Run[];
  readonly align?: 'l' | 'ctr' | 'r';
  readonly after?: number;
}

export interface SlideCell {
  readonly lines: readonly TextLine[];
  readonly ground?: string;
  /** Columns that it goes over. */
  readonly span?: number;
}

export const solid = (color: string, opacity = 1): string => {
  const value = color.replace('#', '').toUpperCase();
  return `<a:solidFill><a:srgbClr val="${value}">${opacity < 1 ? `<a:alpha val="${Math.round(opacity * 100_000)}"/>` : ''}</a:srgbClr></a:solidFill>`;
};
const frame = ({ x, y, width, height }: Box, tag: 'a' | 'p' = 'a'): string =>
  `<${tag}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(Math.max(0, width))}" cy="${emu(Math.max(0, height))}"/></${tag}:xfrm>`;

const run = ({ text, size, isBold = false, color = '#1D2127' }: Run): string =>
  `<a:r><a:rPr lang="en-GB" sz="${Math.round(size * 100)}"${isBold ? ' b="1"' : ''} dirty="0">${solid(color)}</a:rPr><a:t>${escapeText(text)}</a:t></a:r>`;
const textLine = ({ runs, align = 'l', after = 0 }: TextLine): string =>
  `<a:p><a:pPr algn="${align}">${after > 0 ? `<a:spcAft><a:spcPts val="${Math.round(after * 100)}"/></a:spcAft>` : ''}</a:pPr>${runs.map(run).join('')}</a:p>`;

/** One slide that shapes are put on; ids are given in turn. */
export interface Slide {
  title(text: string): void;
  /** The title of the first slide, large and where it is told. */
  bigTitle(text: string, box: Box): void;
  text(box: Box, lines: readonly TextLine[], name: string): void;
  rect(box: Box, fill: string, options?: { radius?: number; opacity?: number; stroke?: string }): void;
  /** A freeform: `path` in DrawingML path commands over a field of `width` × `height`. */
  freeform(box: Box, field: { width: number; height: number }, path: string, look: string, alt?: string): void;
  table(
    box: Box,
    widths: readonly number[],
    rows: readonly { height: number; cells: readonly SlideCell[] }[],
    name: string,
  ): void;
  /** In the language that its words are in, for whoever checks their spelling. */
  xml(locale: string): string;
}

const border = (side: string, color: string | null): string =>
  color === null
    ? `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`
    : `<a:ln${side} w="6350">${solid(color)}</a:ln${side}>`;

const cellXml = ({ lines, ground, span = 1 }: SlideCell): string =>
  `<a:tc${span > 1 ? ` gridSpan="${span}"` : ''}><a:txBody><a:bodyPr/><a:lstStyle/>${lines.length === 0 ? '<a:p><a:endParaRPr lang="en-GB" sz="800"/></a:p>' : lines.map(textLine).join('')}</a:txBody><a:tcPr marL="${emu(4)}" marR="${emu(4)}" marT="${emu(2.5)}" marB="${emu(2.5)}" anchor="ctr">${border('L', null)}${border('R', null)}${border('T', null)}${border('B', ground === undefined ? '#E1DDD5' : '#FFFFFF')}${ground === undefined ? '<a:noFill/>' : solid(ground)}</a:tcPr></a:tc>${'<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>'.repeat(span - 1)}`;

export const createSlide = (): Slide => {
  const shapes: string[] = [];
  let id = 1;
  const next = (name: string, alt?: string): string => {
    id += 1;
    return `<p:cNvPr id="${id}" name="${escapeText(name)} ${id}"${alt === undefined ? '' : ` descr="${escapeText(alt)}"`}/>`;
  };
  return {
    title: (text) => {
      shapes.push(
        `<p:sp><p:nvSpPr>${next('Title')}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB" sz="${text.length > 110 ? 1800 : text.length > 64 ? 2100 : 2600}" dirty="0"/><a:t>${escapeText(text)}</a:t></a:r></a:p></p:txBody></p:sp>`,
      );
    },
    bigTitle: (text, box) => {
      shapes.push(
        `<p:sp><p:nvSpPr>${next('Title')}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>${frame(box)}</p:spPr><p:txBody><a:bodyPr anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB" sz="${text.length > 90 ? 3200 : 4000}" dirty="0"/><a:t>${escapeText(text)}</a:t></a:r></a:p></p:txBody></p:sp>`,
      );
    },
    text: (box, lines, name) => {
      shapes.push(
        `<p:sp><p:nvSpPr>${next(name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>${lines.map(textLine).join('')}</p:txBody></p:sp>`,
      );
    },
    rect: (box, fill, { radius = 0, opacity = 1, stroke } = {}) => {
      const round = Math.round(Math.min(0.5, radius / Math.max(1, Math.min(box.width, box.height))) * 100_000);
      const shape =
        radius > 0
          ? `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${round}"/></a:avLst></a:prstGeom>`
          : '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
      const line = stroke === undefined ? '<a:ln><a:noFill/></a:ln>' : `<a:ln w="9525">${solid(stroke)}</a:ln>`;
      shapes.push(
        `<p:sp><p:nvSpPr>${next('Shape')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame(box)}${shape}${fill === 'none' ? '<a:noFill/>' : solid(fill, opacity)}${line}</p:spPr></p:sp>`,
      );
    },
    freeform: (box, field, path, look, alt) => {
      shapes.push(
        `<p:sp><p:nvSpPr>${next('Picture', alt)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${Math.round(field.width * 10)}" h="${Math.round(field.height * 10)}"${look.includes('<a:ln') && look.startsWith('<a:noFill') ? ' fill="none"' : ''}>${path}</a:path></a:pathLst></a:custGeom>${look}</p:spPr></p:sp>`,
      );
    },
    table: (box, widths, rows, name) => {
      shapes.push(
        `<p:graphicFrame><p:nvGraphicFramePr>${next(name)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${frame(box, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('')}</a:tblGrid>${rows
          .map(({ height, cells }) => `<a:tr h="${emu(height)}">${cells.map(cellXml).join('')}</a:tr>`)
          .join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`,
      );
    },
    // Words are escaped, so no text reads like this.
    xml: (locale) => shapes.join('').replaceAll('lang="en-GB"', `lang="${locale}"`),
  };
};
