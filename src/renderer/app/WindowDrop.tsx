import { Dropzone } from '@mantine/dropzone';
import { IconFileDownload } from '@tabler/icons-react';
import { filesOfDrop } from '../client/dropped-files.ts';
import { takeFiles } from '../client/open-files.ts';
import { t } from '../client/words.ts';
import classes from './WindowDrop.module.css';

/** The files as the system gave them: the drop zone’s own reading loses where they stand on the disk. */
const droppedFiles = async (event: unknown): Promise<File[]> => {
  const { dataTransfer } = event as Partial<DragEvent>;
  return dataTransfer ? filesOfDrop(dataTransfer) : [];
};

/** A file can be dropped anywhere, at any time. */
export const WindowDrop = () => (
  <Dropzone.FullScreen
    active
    activateOnClick={false}
    activateOnKeyboard={false}
    onDrop={(files) => takeFiles(files)}
    getFilesFromEvent={droppedFiles}
    className={classes.zone}
    radius={12}
    inputProps={{ 'aria-label': t('drop.input') }}
  >
    <div className={classes.inside}>
      <IconFileDownload size={44} stroke={1.4} aria-hidden />
      <p className={classes.title}>{t('drop.here')}</p>
      <p className={classes.hint}>{t('drop.hint')}</p>
    </div>
  </Dropzone.FullScreen>
);
