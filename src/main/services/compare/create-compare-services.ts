import type { Answer } from '../answer.ts';
import type { Compute } from '../compute.ts';
import type { ReaderServices, WriterServices } from '../services.ts';
import type { Session } from '../session.ts';
import { compareSides } from './compare-sides.ts';
import { createWays } from './compare-ways.ts';
import { sideByKey } from './compared-side.ts';
import { flowCustomers } from './flow-customers.ts';
import { monthsView } from './months-view.ts';
import { createRebuild } from './rebuild-months.ts';

/** What only looks at segmentations beside each other. */
export const createCompareQueries = (answer: Answer): ReaderServices['compare'] => ({
  runs: ({ a, b }) => answer((db) => compareSides(db, sideByKey(db, a), sideByKey(db, b))),
  customers: ({ a, b, ...page }) => answer((db) => flowCustomers(db, sideByKey(db, a), sideByKey(db, b), page)),
  months: () => answer(monthsView),
});

export const createCompareServices = (dependencies: {
  readonly session: Session;
  readonly compute: Compute;
}): WriterServices['compare'] => ({
  ways: createWays(dependencies),
  rebuild: createRebuild(dependencies),
});
