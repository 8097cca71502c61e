import type { RefObject } from 'react';
import { copyPicture } from '../client/clipboard.ts';
import { notifyError } from '../client/notify.ts';
import { useTakeable } from '../client/on-screen.ts';
import { pictureGround } from '../client/picture-ground.ts';
import { useProject } from '../client/project.ts';
import { saveBytes } from '../client/save-bytes.ts';
import { copyTable, fileNameOf, saveTable } from '../client/take-table.ts';
import { toAppError } from '../client/to-app-error.ts';
import { t } from '../client/words.ts';
import { type ChartTableData, plainTable } from './ChartTable.tsx';
import { drawElements } from './draw-element.ts';
import type { TakePicture } from './PictureMenu.tsx';
import { type Ground, type Picture, type PictureFormat, pictureBytes, pictureMime } from './picture-file.ts';

interface Taken {
  /** Names the file and stands over the picture in it. */
  readonly title: string;
  readonly table: ChartTableData;
  readonly figure: ((ground: Ground) => Picture) | undefined;
  readonly card: RefObject<HTMLElement | null>;
  readonly legend: RefObject<HTMLElement | null>;
  /** False while the table stands in the picture’s place. */
  readonly drawn: boolean;
}

/** Copies and saves a picture and its figures, from its menu and from the finder. */
export const useTakePicture = ({ title, table, figure, card, legend, drawn }: Taken): ((what: TakePicture) => void) => {
  const project = useProject()?.name ?? null;
  const bytes = async (format: PictureFormat) => {
    const ground = pictureGround();
    const picture = figure?.(ground) ?? drawElements([...card.current!.children], ground);
    const key = legend.current === null ? null : drawElements([legend.current], ground);
    return pictureBytes(picture, { title, format, ground, legend: key });
  };
  const save = async (format: PictureFormat) => {
    try {
      await saveBytes(fileNameOf(title, project, format), pictureMime(format), await bytes(format));
    } catch (error) {
      notifyError(toAppError(error));
    }
  };
  const take = (what: TakePicture): void => {
    if (what === 'copy') void copyPicture(bytes('png'));
    else if (what === 'png' || what === 'svg') void save(what);
    else if (what === 'copyTable') void copyTable(() => plainTable(table), table.rows.length);
    else void saveTable(title, project, plainTable(table), what);
  };
  const ways = drawn
    ? (['copy', 'png', 'svg', 'copyTable', 'csv', 'xlsx'] as const)
    : (['copyTable', 'csv', 'xlsx'] as const);
  const labels: Record<TakePicture, string> = {
    copy: t('taking.picture.copy'),
    png: t('taking.picture.png'),
    svg: t('taking.picture.svg'),
    copyTable: t('taking.table.copy'),
    csv: t('taking.csv'),
    xlsx: t('taking.xlsx'),
  };
  useTakeable({ title, actions: ways.map((way) => ({ id: way, label: labels[way], run: () => take(way) })) });
  return take;
};
