import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SetAside, SetAsideReason, Source } from '../../../../shared/model/source.ts';
import type { Core } from '../../core/start-core.ts';
import { follow, showProgress } from '../progress.ts';
import { mappingOf, type RoleChoice } from './map-roles.ts';
import { countSetAside, openProject, toCents } from './project.ts';

export interface ImportOptions {
  readonly keep?: SetAsideReason[];
  readonly map?: RoleChoice[];
}

const sourceJson = (source: Source, rules: readonly SetAside[]) => ({
  name: source.name,
  sheet: source.sheet,
  kind: source.kind,
  rows: source.rows,
  columns: source.columns.map(({ name, type, role, format, missing, odd }) => ({
    name,
    type,
    role,
    format,
    missing,
    odd,
  })),
  encoding: source.encoding,
  delimiter: source.delimiter,
  headerRow: source.headerRow,
  setAside: countSetAside(rules),
});

/** Imports files into a project, which is made where there is none; one made for files that cannot be read goes again. */
export const importFiles = async (
  core: Core,
  project: string,
  files: readonly string[],
  { keep, map }: ImportOptions,
  signal: AbortSignal,
) => {
  const isNew = !existsSync(resolve(project));
  await openProject(core, project, true);
  const show = showProgress();
  try {
    const paths = files.map((file) => resolve(file));
    const kept = keep ? { keep } : {};
    const mapping = map
      ? mappingOf(await follow(core.client, core.client.source.preview({ paths, ...kept }), signal, show), map)
      : null;
    const input = { paths, ...kept, ...(mapping ? { mapping } : {}) };
    const sources = await follow(core.client, core.client.source.import(input), signal, show);
    const ofEach = await Promise.all(sources.map(({ id }) => core.client.source.setAside({ sourceId: id })));
    const [info, rules] = await Promise.all([core.client.project.info(), core.client.source.setAside()]);
    const { customers = null, orders = null, orderLines = null, revenue = null } = info?.totals ?? {};
    return {
      sources: sources.map((source, i) => sourceJson(source, ofEach[i]!)),
      customers,
      orders,
      orderLines,
      revenue: toCents(revenue),
      setAside: countSetAside(rules),
    };
  } catch (error) {
    if (isNew) {
      await core.client.project.close();
      await rm(resolve(project), { force: true });
    }
    throw error;
  } finally {
    show.end();
  }
};
