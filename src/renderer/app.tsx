import { Suspense, useEffect, useRef } from 'react';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { Finder } from './app/Finder.tsx';
import { Header } from './app/Header.tsx';
import { HostGone } from './app/HostGone.tsx';
import { Rail } from './app/Rail.tsx';
import { ShortcutSheet } from './app/ShortcutSheet.tsx';
import { StatusBar } from './app/StatusBar.tsx';
import { usePaste } from './app/use-paste.ts';
import { useShortcuts } from './app/use-shortcuts.ts';
import { WindowDrop } from './app/WindowDrop.tsx';
import classes from './app.module.css';
import { screens } from './app-screens.ts';
import { useBackgroundTrust } from './client/background.ts';
import { useDesktopCommands } from './client/desktop-commands.ts';
import { resolveScreen, useScreenName } from './client/navigation.ts';
import { useProject } from './client/project.ts';
import { useProjectInfo } from './client/queries.ts';
import { clearSelection } from './client/selection.ts';
import { t } from './client/words.ts';
import { Delayed } from './components/Delayed.tsx';

/** Header, rail, screen, status bar. A screen that fails takes nothing else with it. */
export const App = () => {
  const { isPending } = useProjectInfo();
  const project = useProject();
  const asked = useScreenName();
  const name = resolveScreen(asked, project);
  const main = useRef<HTMLElement>(null);
  const shortcuts = useShortcuts();
  useDesktopCommands(shortcuts.show);
  useBackgroundTrust();
  usePaste(name);
  const CurrentScreen = screens[name];
  const segmentation = `${project?.path} ${project?.activeSegmentationId}`;

  // Ids and rows of a selection mean nothing in another segmentation.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the segmentation changes
  useEffect(() => clearSelection, [segmentation]);

  return (
    <div className={classes.app} data-bare={name === 'start'}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('app.skip')}
      </button>
      <Header bare={name === 'start'} onShortcuts={shortcuts.show} />
      {name !== 'start' && <Rail current={name} />}
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <ErrorBoundary key={name}>
          <Suspense fallback={<Delayed>{<p className={classes.wait}>{t('app.loading')}</p>}</Delayed>}>
            {!isPending && <CurrentScreen />}
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusBar bare={name === 'start'} />
      <Finder onShortcuts={shortcuts.show} />
      <ShortcutSheet opened={shortcuts.opened} onClose={shortcuts.hide} />
      <WindowDrop />
      <HostGone />
    </div>
  );
};
