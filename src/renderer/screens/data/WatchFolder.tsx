import { Button, Popover, TextInput } from '@mantine/core';
import { IconCircleCheck, IconClockPause, IconFolderSearch, IconFolderX } from '@tabler/icons-react';
import { useState } from 'react';
import type { WatchedFile } from '../../../shared/model/recipe.ts';
import { desktop } from '../../client/desktop.ts';
import { importPaths } from '../../client/import-files.ts';
import { unwatchFolder, useWatchedFolder, watchFolder } from '../../client/watched-folder.ts';
import { t, tell } from '../../client/words.ts';
import classes from './WatchFolder.module.css';

/** The desktop asks with the system’s dialog; elsewhere the folder is written down. */
const ChooseFolder = () => {
  const [open, setOpen] = useState(false);
  const [folder, setFolder] = useState('');
  const choose = async () => {
    if (desktop === null) return setOpen(!open);
    const chosen = await desktop.chooseFolder();
    if (chosen !== null) await watchFolder(chosen);
  };
  const watch = async () => {
    setOpen(false);
    await watchFolder(folder.trim());
  };
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" shadow="md" width={292} trapFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconFolderSearch size={16} aria-hidden />} onClick={choose}>
          {t('watch.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (folder.trim() !== '') void watch();
          }}
        >
          <TextInput
            label={t('watch.path')}
            placeholder={t('watch.path.example')}
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
          />
          <Button type="submit" disabled={folder.trim() === ''}>
            {t('watch.start')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
};

const icons = { imported: IconCircleCheck, waiting: IconClockPause, failed: IconFolderX } as const;

const FileLine = ({ file }: { readonly file: WatchedFile }) => {
  const Icon = icons[file.state];
  return (
    <li className={classes.file} data-state={file.state}>
      <Icon size={16} stroke={1.7} aria-hidden />
      <div>
        <span className={classes.name}>{file.file}</span>
        <span className={classes.why}>
          {file.why === null ? t(`watch.${file.state}.short`, { at: file.at }) : tell(file.why)}
        </span>
        {file.state === 'waiting' && (
          <Button size="compact-xs" variant="subtle" onClick={() => importPaths([file.path], 'current')}>
            {t('watch.open')}
          </Button>
        )}
      </div>
    </li>
  );
};

/** Files that come in by themselves: which folder is looked at, and what became of the files in it. */
export const WatchFolder = () => {
  const { data: watched } = useWatchedFolder();
  if (watched === undefined) return null;
  if (watched === null)
    return (
      <>
        <p className={classes.hint}>{t('watch.hint')}</p>
        <ChooseFolder />
      </>
    );
  return (
    <>
      <p className={classes.folder} title={watched.folder}>
        {watched.folder}
      </p>
      {watched.problem !== null && <p className={classes.problem}>{tell(watched.problem)}</p>}
      {watched.files.length === 0 ? (
        <p className={classes.hint}>{t('watch.nothing')}</p>
      ) : (
        <ul className={classes.files}>
          {watched.files.map((file) => (
            <FileLine key={file.path} file={file} />
          ))}
        </ul>
      )}
      <Button variant="default" onClick={() => unwatchFolder()}>
        {t('watch.stop')}
      </Button>
    </>
  );
};
