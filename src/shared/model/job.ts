import * as z from 'zod';

const jobStages = [
  'starting', // the first event, which only brings the job's id
  'reading', // reading through a file
  'storing', // writing its rows
  'finishing', // indexes and COMMIT: completes, cannot be cancelled
  'features', // customers × features
  'checking', // looking through the tables for what may be wrong
  'comparing', // looking for customers that stand several times
  'choosing', // sweep over k
  'clustering', // one run
  'tree', // growing the tree
  'explaining', // profiles, names
  'trusting', // how repeatable the segments are, in the background
  'mapping', // the map of neighbours
  'predicting', // trying models on known days, then looking ahead
  'writing', // an export or a report
] as const;

/** The first event of a job carries its id for `jobs.cancel`; fractions never fall. */
export const jobEventSchema = z.object({
  jobId: z.string(),
  stage: z.enum(jobStages),
  /** 0 to 1 over the whole job. */
  fraction: z.number().min(0).max(1),
});
export type JobEvent = z.infer<typeof jobEventSchema>;
export type JobStage = JobEvent['stage'];

/** A finished file that the host hands over (download, save dialog, copy): fetch it at `/files/<id>`. */
export const fileHandleSchema = z.object({ id: z.string(), name: z.string(), mime: z.string(), bytes: z.number() });
export type FileHandle = z.infer<typeof fileHandleSchema>;
