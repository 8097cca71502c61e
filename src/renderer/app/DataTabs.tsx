import { dataScreens, goTo, type ScreenName } from '../client/navigation.ts';
import { t } from '../client/words.ts';
import classes from './DataTabs.module.css';

/** The parts of the data: each a screen of its own, so that back and forward work between them. */
export const DataTabs = ({ current }: { readonly current: ScreenName }) => (
  <nav className={classes.strip} aria-label={t('app.dataTabs')}>
    {dataScreens.map((name) => (
      <button
        key={name}
        type="button"
        className={classes.tab}
        aria-current={current === name ? 'page' : undefined}
        onClick={() => goTo(name)}
      >
        {t(`app.dataTab.${name}`)}
      </button>
    ))}
  </nav>
);
