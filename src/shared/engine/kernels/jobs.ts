import { kmeansRestartPiece } from '../cluster/fit-restarts.ts';
import { gridAssignPiece, gridInertiaPiece, gridIntakePiece } from '../cluster/grid-pieces.ts';
import {
  kmeansAssignPiece,
  kmeansCostPiece,
  kmeansInertiaPiece,
  kmeansPreparePiece,
  kmeansStartPiece,
} from '../cluster/kmeans-pieces.ts';
import { corePiece } from '../density/core-piece.ts';
import { relaxPiece } from '../density/relax-piece.ts';
import { attractPiece, repelPiece } from '../embed/neighbour-map-pieces.ts';
import { productsPiece, projectPiece } from '../embed/principal-axes-pieces.ts';
import { medoidsPiece } from '../medoids/medoids-piece.ts';
import { assignPiece } from '../mixed/assign-piece.ts';
import { mixturePiece } from '../mixture/mixture-piece.ts';
import { neighboursPiece } from '../neighbours/neighbours-piece.ts';
import {
  distancesPiece,
  joinSlotsPiece,
  linkRowsPiece,
  nearestBranchesPiece,
  nearestSlotPiece,
} from '../tree/linkage-pieces.ts';
import { approachPiece } from '../tree/single-piece.ts';
import { wardAssignPiece, wardPiece } from '../tree/ward-piece.ts';
import { silhouettePiece } from '../validate/silhouette-piece.ts';
import type { CrewJob } from './machine.ts';

/** What a crew can be told to do, by name. The order is the same in every thread, for all run the same code. */
export const crewJobs = {
  assignPiece,
  relaxPiece,
  medoidsPiece,
  gridAssignPiece,
  gridInertiaPiece,
  gridIntakePiece,
  kmeansAssignPiece,
  kmeansCostPiece,
  kmeansInertiaPiece,
  kmeansPreparePiece,
  kmeansRestartPiece,
  kmeansStartPiece,
  corePiece,
  mixturePiece,
  neighboursPiece,
  repelPiece,
  attractPiece,
  productsPiece,
  projectPiece,
  distancesPiece,
  joinSlotsPiece,
  nearestSlotPiece,
  nearestBranchesPiece,
  linkRowsPiece,
  approachPiece,
  silhouettePiece,
  wardAssignPiece,
  wardPiece,
} satisfies Record<string, CrewJob>;
