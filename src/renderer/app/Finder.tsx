import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconAppWindow,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBookmarkPlus,
  IconDownload,
  IconFileImport,
  IconFolderOpen,
  IconKeyboard,
  IconMoon,
  IconPresentation,
  IconRoute,
  IconSearch,
  IconTable,
  IconUserOff,
  IconUsers,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { showOnlySelected } from '../client/customers-view.ts';
import { openWindow } from '../client/desktop.ts';
import { exportTable } from '../client/exports.ts';
import { goTo } from '../client/navigation.ts';
import { useOnScreen } from '../client/on-screen.ts';
import { openSpreadsheet } from '../client/open-files.ts';
import { selectOwnSegment, useOwnSegments } from '../client/own-segments.ts';
import { togglePresentation, usePresentation } from '../client/presentation.ts';
import { redo, undo, useProject } from '../client/project.ts';
import { useSegmentation } from '../client/queries.ts';
import { selectSegments } from '../client/selection.ts';
import { openSelectionDialog } from '../client/selection-dialog.ts';
import { useSelectionSummary } from '../client/selection-summary.ts';
import { startTour } from '../client/tour.ts';
import { t, tell } from '../client/words.ts';
import { SegmentTile } from '../components/SegmentTile.tsx';
import classes from './Finder.module.css';
import { findFilter } from './find-filter.ts';
import { takeLettersAhead } from './letters-ahead.ts';
import { railScreens, screenIcons } from './Rail.tsx';
import { useFoundCustomers } from './use-found-customers.tsx';

const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const;

/** Find or do anything: screens, segments, customers and commands by their names (Ctrl K). */
export const Finder = ({ onShortcuts }: { readonly onShortcuts: () => void }) => {
  const project = useProject();
  const segmentation = useSegmentation().data ?? null;
  const segments = segmentation?.segments ?? [];
  const own = useOwnSegments().data ?? [];
  const selected = useSelectionSummary();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');

  const presenting = usePresentation(({ on }) => on);
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const stopTaking = useRef<() => void>(() => undefined);
  const takeAhead = () => {
    stopTaking.current();
    stopTaking.current = takeLettersAhead({
      hasFocus: () => field.current !== null && document.activeElement === field.current,
      add: (letter) => setTyped((before) => before + letter),
    });
  };
  const { actions: customers, isLooking } = useFoundCustomers(typed);
  const first = customers[0]?.id;
  useEffect(() => {
    // They come after everything else; where there is nothing else, Enter is to open the first of them, as it would if
    // they had been there at once: the list takes the first with an arrow.
    const list = document.querySelector('[data-action]')?.closest('[role="dialog"]');
    if (first !== undefined && list?.querySelector('[data-selected]') === null)
      list.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowDown', bubbles: true }));
  }, [first]);

  const screens: SpotlightActionData[] = project
    ? [
        ...railScreens.map((name) => {
          const Icon = screenIcons[name];
          return {
            id: `screen-${name}`,
            label: t(`app.screen.${name}`),
            keywords: t(`find.words.${name}`),
            leftSection: <Icon {...icon} />,
            onClick: () => goTo(name),
          };
        }),
        ...(['quality', 'joins', 'identity'] as const).map((name) => ({
          id: `screen-${name}`,
          label: t(`app.screen.${name}`),
          keywords: t(`find.words.${name}`),
          leftSection: <IconTable {...icon} />,
          onClick: () => goTo(name),
        })),
      ]
    : [];
  const found: SpotlightActionData[] = segments.map((segment) => ({
    id: `segment-${segment.id}`,
    label: tell(segment.name),
    description: t('start.recent.customers', { customers: segment.size }),
    leftSection: <SegmentTile color={segment.color} size={16} />,
    onClick: () => {
      selectSegments([segment.id]);
      goTo('segments');
    },
  }));
  const owns: SpotlightActionData[] = own.map(({ id, name, color, size }) => ({
    id: `own-${id}`,
    label: name,
    description: t('start.recent.customers', { customers: size }),
    leftSection: <SegmentTile color={color} size={16} />,
    onClick: () => segmentation && void selectOwnSegment(id, segmentation.id),
  }));
  const ofSelection: SpotlightActionData[] =
    selected === null
      ? []
      : [
          {
            id: 'selection-save',
            label: t('own.find.save', { customers: selected.customers }),
            leftSection: <IconBookmarkPlus {...icon} />,
            onClick: () => openSelectionDialog('save'),
          },
          {
            id: 'selection-show',
            label: t('own.find.show', { customers: selected.customers }),
            leftSection: <IconUsers {...icon} />,
            onClick: showOnlySelected,
          },
          {
            id: 'selection-exclude',
            label: t('own.find.exclude', { customers: selected.customers }),
            keywords: t('find.words.exclude'),
            leftSection: <IconUserOff {...icon} />,
            onClick: () => openSelectionDialog('exclude'),
          },
        ];
  const exports: SpotlightActionData[] =
    segments.length === 0
      ? []
      : (['segments', 'customers'] as const).flatMap((what) =>
          (['csv', 'xlsx'] as const).map((kind) => ({
            id: `export-${what}-${kind}`,
            label: t('app.export.as', { what: t(`app.export.${what}`), format: t(`app.export.${kind}`) }),
            keywords: [t('app.export'), t('find.words.export')],
            ...(presenting ? { description: t('present.export') } : {}),
            leftSection: <IconDownload {...icon} />,
            onClick: () => void exportTable(t(`app.export.${what}`), { what, format: kind }),
          })),
        );
  const commands: SpotlightActionData[] = [
    {
      id: 'open',
      label: t('app.open'),
      keywords: t('find.words.open'),
      leftSection: <IconFileImport {...icon} />,
      onClick: () => void openSpreadsheet(),
    },
    {
      id: 'projects',
      label: t('app.openProject'),
      keywords: t('find.words.projects'),
      leftSection: <IconFolderOpen {...icon} />,
      onClick: () => goTo('start'),
    },
    ...exports,
    ...(project?.undo
      ? [
          {
            id: 'undo',
            label: t('app.undo.what', { what: tell(project.undo) }),
            keywords: t('find.words.undo'),
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
            keywords: t('find.words.redo'),
            leftSection: <IconArrowForwardUp {...icon} />,
            onClick: () => void redo(),
          },
        ]
      : []),
    {
      id: 'theme',
      label: t(scheme === 'dark' ? 'app.theme.toLight' : 'app.theme.toDark'),
      keywords: t('find.words.theme'),
      leftSection: <IconMoon {...icon} />,
      onClick: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    },
    {
      id: 'window',
      label: t('menu.newWindow'),
      leftSection: <IconAppWindow {...icon} />,
      onClick: openWindow,
    },
    {
      id: 'present',
      label: t(presenting ? 'present.leave' : 'present.start'),
      description: t('present.start.hint'),
      keywords: t('find.words.present'),
      leftSection: <IconPresentation {...icon} />,
      onClick: togglePresentation,
    },
    ...(project?.totals && project.activeSegmentationId !== null
      ? [
          {
            id: 'tour',
            label: t('tour.start'),
            keywords: t('find.words.tour'),
            leftSection: <IconRoute {...icon} />,
            onClick: startTour,
          },
        ]
      : []),
    {
      id: 'shortcuts',
      label: t('app.shortcuts'),
      keywords: t('find.words.shortcuts'),
      leftSection: <IconKeyboard {...icon} />,
      onClick: onShortcuts,
    },
  ];
  const shown = useOnScreen(({ items }) => items);
  const taken: SpotlightActionData[] = shown.flatMap(({ id, title, actions }) =>
    actions.map((action) => ({
      id: `take-${id}-${action.id}`,
      label: t('taking.find', { what: action.label, title }),
      keywords: [t('taking.picture'), t('app.export'), t('find.words.export')],
      leftSection: <IconDownload {...icon} />,
      onClick: action.run,
    })),
  );
  const groups: SpotlightActionGroupData[] = [
    { group: t('app.find.group.screens'), actions: screens },
    { group: t('app.find.group.segments'), actions: found },
    { group: t('own.group'), actions: owns },
    { group: t('own.selection'), actions: ofSelection },
    { group: t('taking.find.group'), actions: taken },
    { group: t('app.find.group.commands'), actions: commands },
  ].filter(({ actions }) => actions.length > 0);

  return (
    <Spotlight
      actions={groups}
      shortcut={null}
      scrollable
      maxHeight={420}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightOpen={takeAhead}
      onSpotlightClose={() => stopTaking.current()}
      filter={(query, all) => [
        ...findFilter(query, all),
        // They were found by the services, and last, so that nothing moves when they come.
        ...(customers.length === 0 ? [] : [{ group: t('app.screen.customers'), actions: customers }]),
      ]}
      nothingFound={t(isLooking ? 'app.find.looking' : 'app.find.nothing')}
      highlightQuery
      attributes={{ content: { 'aria-label': t('app.find') } }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      classNames={{ actionsGroup: classes.group, actionDescription: classes.description }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      searchProps={{
        ref: field,
        // Behind what was typed before it was there.
        onFocus: ({ currentTarget: one }) => one.setSelectionRange(one.value.length, one.value.length),
        leftSection: <IconSearch {...icon} />,
        placeholder: t('app.find'),
        'aria-label': t('app.find'),
      }}
    />
  );
};
