import {
  IconBinaryTree,
  IconChartDots3,
  IconFileText,
  IconLayoutGrid,
  type IconProps,
  IconTable,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { goTo, type ScreenName } from '../client/navigation.ts';
import { useProject } from '../client/project.ts';
import { t } from '../client/words.ts';
import classes from './Rail.module.css';

/** The screens of a project, in the order of the journey. */
export const railScreens = ['data', 'segments', 'map', 'tree', 'customers', 'report'] as const satisfies ScreenName[];

export const screenIcons: Readonly<Record<(typeof railScreens)[number], ComponentType<IconProps>>> = {
  data: IconTable,
  segments: IconLayoutGrid,
  map: IconChartDots3,
  tree: IconBinaryTree,
  customers: IconUsers,
  report: IconFileText,
};

export const Rail = ({ current }: { readonly current: ScreenName }) => {
  const project = useProject();
  return (
    <nav className={classes.rail} aria-label={t('app.screens')}>
      <ul className={classes.list}>
        {railScreens.map((name, at) => {
          const Icon = screenIcons[name];
          const label = t(`app.screen.${name}`);
          return (
            <li key={name}>
              <button
                type="button"
                className={classes.item}
                aria-keyshortcuts={String(at + 1)}
                aria-current={current === name ? 'page' : undefined}
                disabled={project === null}
                onClick={() => goTo(name)}
              >
                <Icon size={18} stroke={1.7} aria-hidden />
                <span className={classes.label}>{label}</span>
                <span className={classes.digit} aria-hidden>
                  {at + 1}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
