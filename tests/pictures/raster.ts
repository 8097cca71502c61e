/** A picture as plain colours: red, green and blue of every pixel, row by row from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export const raster = (
  width: number,
  height: number,
  color: readonly [number, number, number] = [255, 255, 255],
): Raster => {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < rgb.length; i += 3) rgb.set(color, i);
  return { width, height, rgb };
};

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
