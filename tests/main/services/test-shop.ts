import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createImporter } from '../../../src/main/import/create-importer.ts';
import { createReaderServices } from '../../../src/main/services/create-reader-services.ts';
import { createWriterServices } from '../../../src/main/services/create-writer-services.ts';
import type { JobContext, ReaderServices, ServicePaths, WriterServices } from '../../../src/main/services/services.ts';
import { createRandom } from '../../../src/shared/engine/random.ts';
import type { JobStage } from '../../../src/shared/model/job.ts';
import { createInlineCompute } from './inline-compute.ts';

export interface TestShop {
  readonly folder: string;
  readonly paths: ServicePaths;
  readonly writer: WriterServices;
  readonly reader: ReaderServices;
}

/** Both sides of the services over real files; computing on this thread. */
export const createTestShop = (folder: string): TestShop => {
  const at = (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const paths = {
    userData: at('user-data'),
    documents: at('documents'),
    temporary: at('temporary'),
    assets: join(import.meta.dirname, '../../../assets'),
  };
  const reader = createReaderServices({ paths });
  const writer = createWriterServices({ importer: createImporter(), compute: createInlineCompute(), paths, reader });
  return { folder, paths, writer, reader };
};

export interface TestJob extends JobContext {
  readonly stages: JobStage[];
  readonly fractions: number[];
  cancel(): void;
}

/** A job that notes what it is told; `onProgress` may cancel it. */
export const createTestJob = (
  onProgress: (job: TestJob, stage: JobStage, fraction: number) => void = () => {},
): TestJob => {
  const controller = new AbortController();
  const stages: JobStage[] = [];
  const fractions: number[] = [];
  const job: TestJob = {
    signal: controller.signal,
    stages,
    fractions,
    cancel: () => controller.abort(),
    progress: (stage, fraction) => {
      if (stages.at(-1) !== stage) stages.push(stage);
      fractions.push(fraction);
      onProgress(job, stage, fraction);
    },
  };
  return job;
};

const day = (n: number): string => new Date(Date.UTC(2023, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

/**
 * Order lines of three kinds of customers (often and much, now and then, long gone), some lines without a customer, some
 * cancelled, some free of charge. The same for the same number.
 */
export const orderLinesCsv = (customers: number): string => {
  const random = createRandom(7);
  const lines = ['Invoice,Customer,Name,Email,Date,Product,Quantity,Price'];
  let invoice = 1000;
  const add = (customer: number | null, on: number, cancelled = false, free = false) => {
    invoice += 1;
    const who = customer === null ? ',,' : `C${customer},"Name ${customer}, Ms",c${customer}@example.com`;
    const count = 1 + Math.floor(random() * 3);
    for (let i = 0; i < count; i += 1) {
      const quantity = (cancelled ? -1 : 1) * (1 + Math.floor(random() * 5));
      const price = free ? '0.00' : (1 + random() * 20).toFixed(2);
      lines.push(
        `${cancelled ? 'C' : ''}${invoice},${who},${day(on)},P${Math.floor(random() * 50)},${quantity},${price}`,
      );
    }
  };
  for (let c = 1; c <= customers; c += 1) {
    const kind = c % 3;
    const orders = kind === 0 ? 12 : kind === 1 ? 4 : 1;
    const latest = kind === 2 ? 60 : 350;
    for (let o = 0; o < orders; o += 1) add(c, Math.floor(random() * latest));
    if (c % 10 === 0) add(c, 100, true);
    if (c % 25 === 0) add(c, 120, false, true);
    if (c % 5 === 0) add(null, Math.floor(random() * 360));
  }
  return `${lines.join('\n')}\n`;
};

export const writeOrderLines = (folder: string, customers = 120, name = 'orders.csv'): string => {
  const path = join(folder, name);
  writeFileSync(path, orderLinesCsv(customers));
  return path;
};
