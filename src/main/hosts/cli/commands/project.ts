import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ProjectInfo } from '../../../../shared/model/project.ts';
import type { SetAside } from '../../../../shared/model/source.ts';
import type { Core } from '../../core/start-core.ts';

/** Opens a project; where there is none and `create` is set, makes it. */
export const openProject = (core: Core, path: string, create = false): Promise<ProjectInfo> => {
  const full = resolve(path);
  return create && !existsSync(full)
    ? core.client.project.create({ name: basename(full).replace(/\.tessera$/, ''), path: full })
    : core.client.project.open({ path: full });
};

/** Lines set aside by each rule that is on; the three rules always stand, `unreadable` where it caught something. */
export const countSetAside = (rules: readonly SetAside[]): Record<string, number> => ({
  noCustomer: 0,
  cancelled: 0,
  notAboveZero: 0,
  ...Object.fromEntries(
    rules
      .filter(({ on, lines, reason }) => on && (lines > 0 || reason !== 'unreadable'))
      .map(({ reason, lines }) => [reason, lines]),
  ),
});

export const toCents = (money: number | null): number | null => (money === null ? null : Math.round(money * 100) / 100);
