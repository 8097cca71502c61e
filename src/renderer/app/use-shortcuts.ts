import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { goTo } from '../client/navigation.ts';
import { openSpreadsheet } from '../client/open-files.ts';
import { redo, undo, useProject } from '../client/project.ts';
import { clearSelection } from '../client/selection.ts';
import { railScreens } from './Rail.tsx';

/** The keys that work everywhere but in a text field. */
export const useShortcuts = () => {
  const [opened, { open, close }] = useDisclosure(false);
  const project = useProject();
  useHotkeys([
    ...railScreens.map((name, at): [string, () => void] => [String(at + 1), () => project && goTo(name)]),
    ['mod+K', () => spotlight.open()],
    ['mod+Z', () => project?.undo && undo()],
    ['mod+shift+Z', () => project?.redo && redo()],
    ['mod+Y', () => project?.redo && redo()],
    ['mod+O', () => openSpreadsheet()],
    ['Escape', clearSelection],
    ['shift+?', open],
    ['?', open],
  ]);
  return { opened, show: open, hide: close };
};
