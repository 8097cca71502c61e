import { Suspense, useEffect, useRef } from 'react';
import { DataTabs } from './app/DataTabs.tsx';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { Finder } from './app/Finder.tsx';
import { Header } from './app/Header.tsx';
import { HostGone } from './app/HostGone.tsx';
import { Rail } from './app/Rail.tsx';
import { ShortcutSheet } from './app/ShortcutSheet.tsx';
import { StatusBar } from './app/StatusBar.tsx';
import { Tour } from './app/Tour.tsx';
import { useContrast } from './app/use-contrast.ts';
import { usePaste } from './app/use-paste.ts';
import { usePresentationScale } from './app/use-presentation-scale.ts';
import { useShortcuts } from './app/use-shortcuts.ts';
import { WindowDrop } from './app/WindowDrop.tsx';
import classes from './app.module.css';
import { screens } from './app-screens.ts';
import { useBackgroundTrust } from './client/background.ts';
import { useDesktopCommands } from './client/desktop-commands.ts';
import { isDataScreen, resolveScreen, useScreenName } from './client/navigation.ts';
import { useOtherWindows } from './client/other-windows.ts';
import './client/forget-names.ts';
import { usePresentation } from './client/presentation.ts';
import { useProject } from './client/project.ts';
import { useProjectInfo } from './client/queries.ts';
import { clearSelection } from './client/selection.ts';
import { useFollowWatched } from './client/watched-folder.ts';
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
  useFollowWatched();
  usePaste(name);
  useContrast();
  useOtherWindows();
  usePresentationScale();
  const presenting = usePresentation(({ on, names }) => (on ? names : null));
  const CurrentScreen = screens[name];
  const segmentation = `${project?.path} ${project?.activeSegmentationId}`;

  // Ids and rows of a selection mean nothing in another segmentation.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the segmentation changes
  useEffect(() => clearSelection, [segmentation]);

  return (
    // Made anew when names are hidden or shown: nothing that a part of the page keeps to itself outlives it.
    <div key={presenting} className={classes.app} data-bare={name === 'start'} data-presenting={presenting !== null}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('app.skip')}
      </button>
      {presenting === null && <Header bare={name === 'start'} onShortcuts={shortcuts.show} />}
      {name !== 'start' && <Rail current={name} />}
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        {isDataScreen(name) && project?.totals && <DataTabs current={name} />}
        <ErrorBoundary key={name}>
          <Suspense fallback={<Delayed>{<p className={classes.wait}>{t('app.loading')}</p>}</Delayed>}>
            {!isPending && <CurrentScreen />}
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusBar bare={name === 'start'} />
      <Finder onShortcuts={shortcuts.show} />
      <ShortcutSheet opened={shortcuts.opened} onClose={shortcuts.hide} />
      <Tour current={name} />
      <WindowDrop />
      <HostGone />
    </div>
  );
};
