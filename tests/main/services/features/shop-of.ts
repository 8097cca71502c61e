import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WriterServices } from '../../../../src/main/services/services.ts';
import { createTestJob, createTestShop, type TestShop } from '../test-shop.ts';

type FeatureRequest = Parameters<WriterServices['features']['compute']>[0];

let count = 0;

export interface FeatureShop extends TestShop {
  /** Values by key of the feature, by customer as the file knows it. */
  values(request: FeatureRequest): Promise<Map<string, Map<string, number>>>;
  close(): Promise<void>;
}

/** A project of these files: paths, or names with what they hold. */
export const shopOf = async (
  folder: string,
  files: readonly (string | readonly [name: string, text: string])[],
): Promise<FeatureShop> => {
  count += 1;
  const shop = createTestShop(folder);
  await shop.writer.project.create({ name: 'Shop', path: join(folder, `features ${count}.tessera`) });
  const paths = files.map((file) => {
    if (typeof file === 'string') return file;
    const path = join(folder, `${count} ${file[0]}`);
    writeFileSync(path, file[1]);
    return path;
  });
  await shop.writer.source.import({ paths }, createTestJob());
  return {
    ...shop,
    values: async (request) => {
      const made = await shop.writer.features.compute(request, createTestJob());
      const handle = await shop.writer.export.features({ snapshotId: made.id, format: 'csv' }, createTestJob());
      const { path } = (await shop.writer.file(handle.id))!;
      const [, ...lines] = readFileSync(path, 'utf8')
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split('\r\n');
      const keys = lines.map((line) => line.slice(0, line.indexOf(',')));
      const columns = await Promise.all(
        made.features.map(({ key }) => shop.reader.column({ of: 'features', snapshotId: made.id, feature: key })),
      );
      return new Map(
        made.features.map(({ key }, i) => [key, new Map(keys.map((customer, row) => [customer, columns[i]![row]!]))]),
      );
    },
    close: async () => {
      await shop.writer.dispose();
      await shop.reader.dispose();
    },
  };
};
