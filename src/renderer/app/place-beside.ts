export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Pointed {
  /** What is pointed at; null where it is not there. */
  readonly target: Box | null;
  readonly room: Size;
}

const gap = 18;
const edge = 10;

const within = (value: number, most: number): number => Math.max(edge, Math.min(most, value));

/**
 * Where a card stands beside what it speaks of: to its right, left, below or above, whichever it first fits; where
 * nothing fits, in the corner that covers least of it.
 */
export const placeBeside = ({ target, room }: Pointed, card: Size): { left: number; top: number } => {
  const [farLeft, farTop] = [room.width - card.width - edge, room.height - card.height - edge];
  if (target === null) return { left: within(farLeft, farLeft), top: within(farTop, farTop) };
  const right = target.left + target.width;
  const bottom = target.top + target.height;
  const beside = within(target.top + Math.min(target.height, card.height) / 2 - card.height / 2, farTop);
  const along = within(target.left + target.width / 2 - card.width / 2, farLeft);
  const places = [
    { left: right + gap, top: beside, fits: right + gap + card.width + edge <= room.width },
    { left: target.left - gap - card.width, top: beside, fits: target.left - gap - card.width >= edge },
    { left: along, top: bottom + gap, fits: bottom + gap + card.height + edge <= room.height },
    { left: along, top: target.top - gap - card.height, fits: target.top - gap - card.height >= edge },
  ];
  const found = places.find(({ fits }) => fits);
  if (found !== undefined) return { left: found.left, top: found.top };
  const covered = ({ left, top }: { left: number; top: number }): number =>
    Math.max(0, Math.min(right, left + card.width) - Math.max(target.left, left)) *
    Math.max(0, Math.min(bottom, top + card.height) - Math.max(target.top, top));
  const corners = [
    { left: within(farLeft, farLeft), top: within(farTop, farTop) },
    { left: edge, top: within(farTop, farTop) },
    { left: within(farLeft, farLeft), top: edge },
    { left: edge, top: edge },
  ];
  return corners.reduce((best, one) => (covered(one) < covered(best) ? one : best));
};
