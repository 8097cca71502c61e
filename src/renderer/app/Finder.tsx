import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDownload,
  IconFileImport,
  IconFolderOpen,
  IconKeyboard,
  IconMoon,
  IconSearch,
} from '@tabler/icons-react';
import { exportTable } from '../client/exports.ts';
import { goTo } from '../client/navigation.ts';
import { openSpreadsheet } from '../client/open-files.ts';
import { redo, undo, useProject, useSegmentation } from '../client/project.ts';
import { selectSegments } from '../client/selection.ts';
import { format, t, tell } from '../client/words.ts';
import { SegmentTile } from '../components/SegmentTile.tsx';
import classes from './Finder.module.css';
import { railScreens, screenIcons } from './Rail.tsx';

const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const;

/** Find or do anything: screens, segments and commands by their names (Ctrl K). */
export const Finder = ({ onShortcuts }: { readonly onShortcuts: () => void }) => {
  const project = useProject();
  const segments = useSegmentation().data?.segments ?? [];
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');

  const screens: SpotlightActionData[] = project
    ? railScreens.map((name) => {
        const Icon = screenIcons[name];
        return {
          id: `screen-${name}`,
          label: t(`app.screen.${name}`),
          leftSection: <Icon {...icon} />,
          onClick: () => goTo(name),
        };
      })
    : [];
  const found: SpotlightActionData[] = segments.map((segment) => ({
    id: `segment-${segment.id}`,
    label: tell(segment.name),
    description: format.count(segment.size, 'customer', 'customers'),
    leftSection: <SegmentTile color={segment.color} size={16} />,
    onClick: () => {
      selectSegments([segment.id]);
      goTo('segments');
    },
  }));
  const exports: SpotlightActionData[] =
    segments.length === 0
      ? []
      : (['segments', 'customers'] as const).flatMap((what) =>
          (['csv', 'xlsx'] as const).map((kind) => ({
            id: `export-${what}-${kind}`,
            label: t('app.export.as', { what: t(`app.export.${what}`), format: t(`app.export.${kind}`) }),
            keywords: [t('app.export')],
            leftSection: <IconDownload {...icon} />,
            onClick: () => void exportTable(t(`app.export.${what}`), { what, format: kind }),
          })),
        );
  const commands: SpotlightActionData[] = [
    {
      id: 'open',
      label: t('app.open'),
      leftSection: <IconFileImport {...icon} />,
      onClick: () => void openSpreadsheet(),
    },
    {
      id: 'projects',
      label: t('app.openProject'),
      leftSection: <IconFolderOpen {...icon} />,
      onClick: () => goTo('start'),
    },
    ...exports,
    ...(project?.undo
      ? [
          {
            id: 'undo',
            label: t('app.undo.what', { what: tell(project.undo) }),
            leftSection: <IconArrowBackUp {...icon} />,
            onClick: () => void undo(),
          },
        ]
      : []),
    ...(project?.redo
      ? [
          {
            id: 'redo',
            label: t('app.redo.what', { what: tell(project.redo) }),
            leftSection: <IconArrowForwardUp {...icon} />,
            onClick: () => void redo(),
          },
        ]
      : []),
    {
      id: 'theme',
      label: t(scheme === 'dark' ? 'app.theme.toLight' : 'app.theme.toDark'),
      leftSection: <IconMoon {...icon} />,
      onClick: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    },
    { id: 'shortcuts', label: t('app.shortcuts'), leftSection: <IconKeyboard {...icon} />, onClick: onShortcuts },
  ];
  const groups: SpotlightActionGroupData[] = [
    { group: t('app.find.group.screens'), actions: screens },
    { group: t('app.find.group.segments'), actions: found },
    { group: t('app.find.group.commands'), actions: commands },
  ].filter(({ actions }) => actions.length > 0);

  return (
    <Spotlight
      actions={groups}
      shortcut={null}
      scrollable
      maxHeight={420}
      nothingFound={t('app.find.nothing')}
      highlightQuery
      attributes={{ content: { 'aria-label': t('app.find') } }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      classNames={{ actionsGroup: classes.group }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      searchProps={{
        leftSection: <IconSearch {...icon} />,
        placeholder: t('app.find'),
        'aria-label': t('app.find'),
      }}
    />
  );
};
