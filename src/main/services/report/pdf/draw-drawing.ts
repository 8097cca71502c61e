import type { Drawing, Shape } from '../../../../shared/report/blocks.ts';
import { drawTile } from './draw-tile.ts';
import { inkOf, inks, lineHeight, type Sheet } from './sheet.ts';

/** M, L, H, V and Z in absolute coordinates. */
const tracePath = (doc: PDFKit.PDFDocument, d: string): void => {
  let [x, y] = [0, 0];
  for (const [, letter, rest] of d.matchAll(/([MLHVZ])([^MLHVZ]*)/g)) {
    const numbers = (rest!.match(/-?[\d.]+/g) ?? []).map(Number);
    if (letter === 'M' || letter === 'L') {
      [x, y] = numbers as [number, number];
      if (letter === 'M') doc.moveTo(x, y);
      else doc.lineTo(x, y);
      continue;
    }
    if (letter === 'Z') doc.closePath();
    else {
      if (letter === 'H') x = numbers[0]!;
      else y = numbers[0]!;
      doc.lineTo(x, y);
    }
  }
};

const drawShape = (sheet: Sheet, shape: Shape): void => {
  const { doc } = sheet;
  if (shape.kind === 'text') {
    const look = { size: shape.size, isBold: shape.isBold === true, color: inkOf(shape.fill) };
    const width = sheet.measure(shape.text, look);
    const x = shape.anchor === 'start' ? shape.x : shape.anchor === 'end' ? shape.x - width : shape.x - width / 2;
    const top = shape.y - shape.size * 0.97 - shape.size * 0.08;
    if (shape.hasHalo === true)
      doc
        .save()
        .roundedRect(x - 3, shape.y - shape.size * 0.92, width + 6, shape.size * 1.2, 4)
        .fillOpacity(0.78)
        .fill('#ffffff')
        .restore();
    sheet.line(shape.text, x, top, look);
    return;
  }
  const opacity = shape.opacity ?? 1;
  doc.save();
  if (opacity < 1) doc.fillOpacity(opacity).strokeOpacity(opacity);
  if (shape.kind === 'path') {
    if (shape.isDashed === true) doc.dash(5, { space: 4 });
    doc.lineWidth(shape.width);
    tracePath(doc, shape.d);
    doc.stroke(inkOf(shape.stroke));
  } else if (shape.kind === 'rect') {
    doc.roundedRect(shape.x, shape.y, shape.width, shape.height, Math.min(shape.radius ?? 0, shape.width / 2));
    if (shape.stroke === undefined) doc.fill(inkOf(shape.fill));
    else doc.lineWidth(1).fillAndStroke(inkOf(shape.fill), inkOf(shape.stroke));
  } else {
    // Points without length with round ends: a few bytes each.
    doc.lineCap('round').lineWidth(shape.radius * 2);
    for (let i = 0; i < shape.at.length; i += 2) {
      doc.moveTo(shape.at[i]!, shape.at[i + 1]!).lineTo(shape.at[i]!, shape.at[i + 1]!);
    }
    doc.stroke(inkOf(shape.fill));
  }
  doc.restore();
};

const scaleOf = (sheet: Sheet, { width, height }: Drawing): number =>
  Math.min(sheet.width / width, (sheet.bottom - 160) / height);

const legendSize = 8;
/** Where the names of a legend break into lines. */
const legendLines = (
  sheet: Sheet,
  { legend = [] }: Drawing,
): { name: string; tile: number | 'none'; x: number }[][] => {
  const lines: { name: string; tile: number | 'none'; x: number }[][] = [[]];
  let x = 0;
  for (const { name, tile } of legend) {
    const width = 12 + sheet.measure(name, { size: legendSize }) + 14;
    if (x + width > sheet.width && x > 0) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)!.push({ name, tile, x });
    x += width;
  }
  return lines;
};

export const drawingHeight = (sheet: Sheet, drawing: Drawing): number =>
  drawing.height * scaleOf(sheet, drawing) +
  10 +
  (drawing.legend === undefined ? 0 : legendLines(sheet, drawing).length * lineHeight(legendSize) + 4);

/** A picture in vectors with letters that are text; what it shows is said to whoever has it read out. */
export const drawDrawing = (sheet: Sheet, drawing: Drawing): void => {
  const { doc } = sheet;
  sheet.need(drawingHeight(sheet, drawing));
  const scale = scaleOf(sheet, drawing);
  const top = sheet.y + 4;
  sheet.mark(
    'Figure',
    () => {
      doc.save().translate(sheet.left, top).scale(scale);
      if (drawing.isFramed === true)
        doc.roundedRect(0, 0, drawing.width, drawing.height, 12).lineWidth(1).stroke(inks.line!);
      for (const shape of drawing.shapes) drawShape(sheet, shape);
      doc.restore();
      sheet.y = top + drawing.height * scale + 6;
      if (drawing.legend === undefined) return;
      for (const line of legendLines(sheet, drawing)) {
        for (const { name, tile, x } of line) {
          drawTile(doc, tile, sheet.left + x, sheet.y + 2, 7.5);
          sheet.line(name, sheet.left + x + 12, sheet.y, { size: legendSize, color: inks.muted! });
        }
        sheet.y += lineHeight(legendSize);
      }
      sheet.y += 4;
    },
    `${drawing.title}. ${drawing.summary}`,
  );
};
