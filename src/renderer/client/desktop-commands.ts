import { spotlight } from '@mantine/spotlight';
import { useEffect } from 'react';
import type { DesktopCommand } from '../../shared/api/desktop-bridge.ts';
import { desktop } from './desktop.ts';
import { goTo } from './navigation.ts';
import { openSpreadsheet, takePaths } from './open-files.ts';
import { togglePresentation } from './presentation.ts';
import { closeProject, redo, undo, useProject } from './project.ts';
import { queryClient } from './queries.ts';

const isEditing = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(element.type)) ||
  (element instanceof HTMLElement && element.isContentEditable);

/** In a text field undo is the field’s own, everywhere else the project’s. */
const step = (kind: 'undo' | 'redo'): void => {
  if (isEditing(document.activeElement)) void desktop?.editText(kind);
  else void (kind === 'undo' ? undo() : redo());
};

const follow = async (command: DesktopCommand, showShortcuts: () => void): Promise<void> => {
  switch (command.do) {
    case 'open':
      return openSpreadsheet();
    case 'openPaths':
      return takePaths(command.paths);
    case 'close':
      await closeProject();
      await queryClient.invalidateQueries({ queryKey: ['project.recents'] });
      return goTo('start');
    case 'undo':
    case 'redo':
      return step(command.do);
    case 'find':
      return spotlight.open();
    case 'report':
      return goTo('report');
    case 'present':
      return togglePresentation();
    case 'shortcuts':
      return showShortcuts();
  }
};

/** The desktop’s menu moves the page, and hears what the project is. Nothing in a browser. */
export const useDesktopCommands = (showShortcuts: () => void): void => {
  const project = useProject();
  const [path, revision] = [project?.path, project?.revision];
  useEffect(() => desktop?.onCommand((command) => void follow(command, showShortcuts)), [showShortcuts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the project or its revision changes
  useEffect(() => {
    void desktop?.projectChanged();
  }, [path, revision]);
};
