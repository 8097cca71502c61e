import { attractPiece, repelPiece } from '../embed/neighbour-map-pieces.ts';
import { productsPiece, projectPiece } from '../embed/principal-axes-pieces.ts';
import { mixturePiece } from '../mixture/mixture-piece.ts';
import { neighboursPiece } from '../neighbours/neighbours-piece.ts';
import { wardPiece } from '../tree/ward-piece.ts';
import { silhouettePiece } from '../validate/silhouette-piece.ts';
import type { CrewJob } from './machine.ts';

/** What a crew can be told to do, by name. The order is the same in every thread, for all run the same code. */
export const crewJobs = {
  mixturePiece,
  neighboursPiece,
  repelPiece,
  attractPiece,
  productsPiece,
  projectPiece,
  silhouettePiece,
  wardPiece,
} satisfies Record<string, CrewJob>;
