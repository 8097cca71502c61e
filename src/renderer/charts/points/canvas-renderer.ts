import { createDensity } from './point-density.ts';
import { nobodysLabel, type PointRenderer, type PointTile } from './point-renderer.ts';

/** The same picture on a plain canvas, for computers without WebGL 2: many dots are slower. */
export const createCanvasRenderer = (canvas: HTMLCanvasElement): PointRenderer | null => {
  const context = canvas.getContext('2d');
  if (context === null) return null;
  let xy = new Float32Array(0);
  let labels = new Uint8Array(0);
  let lit: Uint8Array | null = null;
  /** Rows of each label one after another, so that colours change seldom. */
  let order = new Uint32Array(0);

  const densityOf = createDensity();
  const drawDensity = (tile: PointTile, ratio: number): void => {
    const { across, up, cell, bytes } = densityOf({ xy, labels, lit }, tile, ratio);
    const picture = new OffscreenCanvas(across, up);
    const image = new ImageData(across, up);
    for (let at = 0; at < bytes.length; at += 4) {
      const alpha = bytes[at + 3]!;
      if (alpha === 0) continue;
      // A plain canvas counts from above and wants colours as they are, not premultiplied.
      const to = (up - 1 - Math.floor(at / 4 / across)) * across * 4 + (at % (across * 4));
      for (let c = 0; c < 3; c += 1) image.data[to + c] = (bytes[at + c]! * 255) / alpha;
      image.data[to + 3] = alpha;
    }
    picture.getContext('2d')!.putImageData(image, 0, 0);
    const [wide, high] = [(across * cell) / ratio, (up * cell) / ratio];
    context.drawImage(picture, tile.left, tile.top + tile.height - high, wide, high);
  };

  const drawTile = (tile: PointTile, ratio: number): void => {
    const { left, top, width, height, window, look, palette, dim, dimColor } = tile;
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    if (look.kind === 'density') {
      drawDensity(tile, ratio);
      context.restore();
      return;
    }
    const [across, up] = [width / (window.x1 - window.x0), height / (window.y1 - window.y0)];
    const radius = look.size / 2;
    for (const wanted of [false, true]) {
      context.globalAlpha = look.opacity * (wanted ? 1 : dim);
      let last = -1;
      for (const row of order) {
        const label = labels[row]!;
        const isLit = (lit === null || lit[row] === 1) && palette[label * 4 + 3]! > 0;
        if (isLit !== wanted) continue;
        const x = left + (xy[2 * row]! - window.x0) * across;
        const y = top + height - (xy[2 * row + 1]! - window.y0) * up;
        if (x < left - radius || x > left + width + radius || y < top - radius || y > top + height + radius) continue;
        if (label !== last) {
          const [r, g, b] = isLit || dimColor === null ? palette.subarray(label * 4, label * 4 + 3) : dimColor;
          context.fillStyle = `rgb(${r}, ${g}, ${b})`;
          last = label;
        }
        if (radius < 1.6) context.fillRect(x - radius, y - radius, look.size, look.size);
        else {
          context.beginPath();
          context.arc(x, y, radius, 0, 2 * Math.PI);
          context.fill();
        }
      }
    }
    context.restore();
  };

  return {
    setPlaces(places) {
      xy = places;
    },
    setLabels(bytes) {
      labels = bytes;
      const starts = new Uint32Array(nobodysLabel + 2);
      for (const label of bytes) starts[label + 1]! += 1;
      for (let label = 0; label <= nobodysLabel; label += 1) starts[label + 1]! += starts[label]!;
      order = new Uint32Array(bytes.length);
      bytes.forEach((label, row) => {
        order[starts[label]!] = row;
        starts[label]! += 1;
      });
    },
    setLit(bytes) {
      lit = bytes;
    },
    draw({ width, height, ratio, tiles }) {
      canvas.width = Math.max(1, Math.round(width * ratio));
      canvas.height = Math.max(1, Math.round(height * ratio));
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      for (const tile of tiles) drawTile(tile, ratio);
    },
    isBusy: () => false,
    dispose() {},
  };
};
