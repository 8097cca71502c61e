import { noSegmentColor } from '../../../../shared/picture/in-no-segment.ts';
import { segmentColor, segmentPattern } from '../../../../shared/picture/segment-colors.ts';
import type { TileColor } from '../../../../shared/report/blocks.ts';

/** A segment's colour as one small tile, with its pattern beyond the twelfth. */
export const drawTile = (doc: PDFKit.PDFDocument, tile: TileColor, x: number, y: number, size: number): void => {
  const round = size / 4;
  if (tile === 'none') {
    doc
      .roundedRect(x + 0.6, y + 0.6, size - 1.2, size - 1.2, round)
      .lineWidth(1.1)
      .stroke(noSegmentColor);
    return;
  }
  doc.roundedRect(x, y, size, size, round).fill(segmentColor(tile));
  const pattern = segmentPattern(tile);
  if (pattern === 'solid') return;
  doc
    .save()
    .roundedRect(x, y, size, size, round)
    .clip()
    .lineWidth(size / 9);
  if (pattern === 'stripes')
    for (const at of [0.4, 1, 1.6])
      doc
        .moveTo(x, y + at * size)
        .lineTo(x + at * size, y)
        .stroke('#ffffff');
  if (pattern === 'grid')
    for (const at of [1 / 3, 2 / 3]) {
      doc
        .moveTo(x + at * size, y)
        .lineTo(x + at * size, y + size)
        .stroke('#ffffff');
      doc
        .moveTo(x, y + at * size)
        .lineTo(x + size, y + at * size)
        .stroke('#ffffff');
    }
  if (pattern === 'dots')
    for (const [dx, dy] of [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.5, 0.5],
      [0.25, 0.75],
    ] as const)
      doc.circle(x + dx * size, y + dy * size, size / 10).fill('#ffffff');
  doc.restore();
};
