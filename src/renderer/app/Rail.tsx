import {
  IconArrowsSplit2,
  IconBinaryTree,
  IconChartDots3,
  IconFileText,
  IconId,
  IconLayoutGrid,
  type IconProps,
  IconTable,
  IconTrendingUp,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { goTo, isDataScreen, type ScreenName } from '../client/navigation.ts';
import { useProject } from '../client/project.ts';
import { t } from '../client/words.ts';
import classes from './Rail.module.css';

/** The screens of a project, in the order of the journey, and after them those for a closer look. */
const journeyScreens = [
  'data',
  'segments',
  'map',
  'tree',
  'customers',
  'predict',
  'report',
] as const satisfies ScreenName[];
const moreScreens = ['facts', 'compare'] as const satisfies ScreenName[];
export const railScreens = [...journeyScreens, ...moreScreens] as const;

export const screenIcons: Readonly<Record<(typeof railScreens)[number], ComponentType<IconProps>>> = {
  data: IconTable,
  segments: IconLayoutGrid,
  map: IconChartDots3,
  tree: IconBinaryTree,
  customers: IconUsers,
  predict: IconTrendingUp,
  report: IconFileText,
  facts: IconId,
  compare: IconArrowsSplit2,
};

const Entry = ({ name, current }: { readonly name: (typeof railScreens)[number]; readonly current: ScreenName }) => {
  const project = useProject();
  const Icon = screenIcons[name];
  const isHere = current === name || (name === 'data' && isDataScreen(current));
  const digit = String(railScreens.indexOf(name) + 1);
  return (
    <li>
      <button
        type="button"
        className={classes.item}
        aria-keyshortcuts={digit}
        title={t(`app.screen.${name}`)}
        aria-current={isHere ? 'page' : undefined}
        disabled={project === null}
        onClick={() => goTo(name)}
      >
        <Icon size={18} stroke={1.7} aria-hidden />
        <span className={classes.label}>{t(`app.screen.${name}`)}</span>
        <span className={classes.digit} aria-hidden>
          {digit}
        </span>
      </button>
    </li>
  );
};

/** Where no entry can be reached yet, the list itself can: it scrolls in a window that is low. */
const useScrollStop = (): { tabIndex?: number } => (useProject() === null ? { tabIndex: 0 } : {});

export const Rail = ({ current }: { readonly current: ScreenName }) => (
  <nav className={classes.rail} aria-label={t('app.screens')} {...useScrollStop()}>
    <ul className={classes.list}>
      {journeyScreens.map((name) => (
        <Entry key={name} name={name} current={current} />
      ))}
    </ul>
    <p className={classes.more}>{t('app.screens.more')}</p>
    <ul className={classes.list}>
      {moreScreens.map((name) => (
        <Entry key={name} name={name} current={current} />
      ))}
    </ul>
  </nav>
);
