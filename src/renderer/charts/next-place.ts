export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const middle = ({ left, top, width, height }: Place) => ({ x: left + width / 2, y: top + height / 2 });

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/**
 * Where an arrow key leads from one of several places as they lie on the screen: the nearest in that direction, what lies
 * straight ahead before what lies aside; along the reading order where left and right find nothing. Home and End are the
 * first and the last. Null for other keys.
 */
export const nextPlace = (key: string, places: readonly Place[], at: number): number | null => {
  if (key === 'Home') return 0;
  if (key === 'End') return places.length - 1;
  const direction = directions[key];
  const from = places[at];
  if (direction === undefined || from === undefined) return null;
  const [dx, dy] = direction;
  const here = middle(from);
  const ahead = places.flatMap((place, i) => {
    const there = middle(place);
    const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
    const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
    // Straight ahead are places that share a part of this one's row or column.
    const reach = dx === 0 ? (place.width + from.width) / 2 : (place.height + from.height) / 2;
    return i !== at && along > 1 && aside < reach - 1 ? [{ i, cost: along + aside * 2 }] : [];
  });
  const nearest = ahead.sort((a, b) => a.cost - b.cost)[0];
  if (nearest !== undefined) return nearest.i;
  return dx === 0 ? at : Math.max(0, Math.min(places.length - 1, at + dx));
};
