import { mixturePiece } from '../mixture/mixture-piece.ts';
import { neighboursPiece } from '../neighbours/neighbours-piece.ts';
import { silhouettePiece } from '../validate/silhouette-piece.ts';
import type { CrewJob } from './machine.ts';

/** What a crew can be told to do, by name. The order is the same in every thread, for all run the same code. */
export const crewJobs = { mixturePiece, neighboursPiece, silhouettePiece } satisfies Record<string, CrewJob>;
