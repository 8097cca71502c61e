import { ActionIcon, Button, Kbd, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconArrowBackUp, IconArrowForwardUp, IconKeyboard, IconSearch } from '@tabler/icons-react';
import type { Message } from '../../shared/model/message.ts';
import { goTo } from '../client/navigation.ts';
import { redo, undo, useProject } from '../client/project.ts';
import { t, tell } from '../client/words.ts';
import { Logo } from '../components/Logo.tsx';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import classes from './Header.module.css';
import { SegmentationSwitcher } from './SegmentationSwitcher.tsx';
import { keyNames } from './shortcuts.ts';

interface HeaderProps {
  /** Without a project’s things: the start. */
  readonly bare: boolean;
  readonly onShortcuts: () => void;
}

export const Header = ({ bare, onShortcuts }: HeaderProps) => {
  const project = useProject();
  return (
    <header className={classes.header} data-bare={bare}>
      {!bare && (
        <>
          <button type="button" className={classes.home} onClick={() => goTo('start')} aria-label={t('app.home')}>
            <Logo size={24} />
            <span className={classes.brand}>{t('app.name')}</span>
          </button>
          {project && (
            <Tooltip label={t('app.saved.hint', { path: project.path })} maw={420}>
              <span className={classes.project}>
                <span className={classes.projectName}>{project.name}</span>
                <span className={classes.saved}>· {t('app.saved')}</span>
              </span>
            </Tooltip>
          )}
          <SegmentationSwitcher />
        </>
      )}
      <span className={classes.gap} />
      {!bare && project && (
        <>
          <button type="button" className={classes.find} data-tour="find" onClick={spotlight.open}>
            <IconSearch size={15} aria-hidden />
            <span className={classes.findText}>{t('app.find')}</span>
            <Kbd size="xs" className={classes.kbd}>
              {keyNames('mod+K').join(' ')}
            </Kbd>
          </button>
          <Step label="undo" what={project.undo} run={undo} />
          <Step label="redo" what={project.redo} run={redo} />
          <ExportMenu />
        </>
      )}
      <Tooltip label={t('app.shortcuts')}>
        <ActionIcon onClick={onShortcuts} aria-label={t('app.shortcuts')} className={classes.quiet}>
          <IconKeyboard size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <AppearanceMenu />
    </header>
  );
};

interface StepProps {
  readonly label: 'undo' | 'redo';
  readonly what: Message | null;
  readonly run: () => Promise<unknown>;
}

/** Undo says what it would undo. It stays reachable by keyboard when there is nothing, and says so. */
const Step = ({ label, what, run }: StepProps) => {
  const hint = what ? t(`app.${label}.what`, { what: tell(what) }) : t(`app.${label}.none`);
  const Icon = label === 'undo' ? IconArrowBackUp : IconArrowForwardUp;
  return (
    <Tooltip label={hint}>
      <Button
        variant="default"
        className={classes.step}
        data-tour={label}
        leftSection={<Icon size={16} stroke={1.8} aria-hidden />}
        aria-disabled={what === null}
        aria-label={hint}
        onClick={() => what && run()}
      >
        <span className={classes.stepText}>{t(`app.${label}`)}</span>
      </Button>
    </Tooltip>
  );
};
