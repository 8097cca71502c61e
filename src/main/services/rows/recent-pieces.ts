/** Something that takes memory. */
interface Sized {
  readonly bytes: number;
}

/** Keeps what was used last, as much as fits. */
export const createRecentPieces = (mostBytes: number) => {
  const pieces = new Map<string, Sized>();
  let bytes = 0;
  const drop = (key: string): void => {
    const piece = pieces.get(key);
    if (piece === undefined) return;
    pieces.delete(key);
    bytes -= piece.bytes;
  };
  return {
    get bytes() {
      return bytes;
    },
    get: <Piece extends Sized>(key: string): Piece | undefined => {
      const piece = pieces.get(key) as Piece | undefined;
      if (piece !== undefined) {
        pieces.delete(key);
        pieces.set(key, piece);
      }
      return piece;
    },
    put: (key: string, piece: Sized): void => {
      drop(key);
      pieces.set(key, piece);
      bytes += piece.bytes;
      for (const oldest of pieces.keys()) {
        if (bytes <= mostBytes || oldest === key) break;
        drop(oldest);
      }
    },
    clear: (): void => {
      pieces.clear();
      bytes = 0;
    },
  };
};
export type RecentPieces = ReturnType<typeof createRecentPieces>;
