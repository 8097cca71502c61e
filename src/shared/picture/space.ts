/** How a cube is turned: around its upright axis, then towards the viewer; radians. */
export interface Turn {
  readonly yaw: number;
  readonly pitch: number;
}

/** A point seen from the front: across and up, −1 to 1 for a cube that is not turned, and how near it is. */
export interface Seen {
  readonly x: number;
  readonly y: number;
  /** Grows towards the viewer. */
  readonly near: number;
}

/** How much smaller the far side of the cube is seen than the near one: enough to tell them apart. */
const depth = 0.16;

/** Shows points of a cube from −1 to 1 as they are seen when it is turned (rotation about y, then x; weak perspective). */
export const viewOf = ({ yaw, pitch }: Turn): ((x: number, y: number, z: number) => Seen) => {
  const [cosYaw, sinYaw, cosPitch, sinPitch] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  return (x, y, z) => {
    const across = x * cosYaw + z * sinYaw;
    const back = z * cosYaw - x * sinYaw;
    const up = y * cosPitch - back * sinPitch;
    const near = back * cosPitch + y * sinPitch;
    const scale = 1 + depth * near * 0.5;
    return { x: across * scale, y: up * scale, near };
  };
};

/** A pitch beyond straight from above or below would turn the picture upside down. */
export const turnBy = ({ yaw, pitch }: Turn, across: number, up: number): Turn => ({
  yaw: (((yaw + across) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI),
  pitch: Math.max(-Math.PI / 2, Math.min(Math.PI / 2, pitch + up)),
});

export const homeTurn: Turn = { yaw: -0.6, pitch: 0.38 };

/** The ends of an axis on which all but a few extraordinary values lie; of a sample where there are many. O(n) */
export const axisEnds = (values: Float64Array): { readonly low: number; readonly high: number } => {
  const step = Math.max(1, Math.floor(values.length / 20_000));
  const known = values.filter((value, i) => i % step === 0 && !Number.isNaN(value)).sort();
  if (known.length === 0) return { low: 0, high: 1 };
  const at = (share: number) => known[Math.round(share * (known.length - 1))]!;
  const [low, high] = [at(0.005), at(0.995)];
  return low === high ? { low: low - 0.5, high: high + 0.5 } : { low, high };
};

/** From the ends of an axis to −1 … 1; what lies beyond stands at the end. */
export const placeBetween = (value: number, low: number, high: number): number =>
  Math.max(-1, Math.min(1, (2 * (value - low)) / (high - low) - 1));
