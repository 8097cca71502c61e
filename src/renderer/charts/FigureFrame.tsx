import { ActionIcon, Menu, ScrollArea, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconChartDots, IconDownload, IconTable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { notifyError } from '../client/notify.ts';
import { toAppError } from '../client/to-app-error.ts';
import { ChartTable, type ChartTableData } from './ChartTable.tsx';
import classes from './charts.module.css';
import { type Figure, type PictureFormat, pictureBytes, pictureMime } from './picture-file.ts';
import { saveBytes } from './save-bytes.ts';
import { word } from './words.ts';

export interface FigureFrameProps {
  readonly title?: string | undefined;
  /** Stands beside the title: a scale, a choice. */
  readonly aside?: ReactNode;
  readonly table: ChartTableData;
  /** The picture once more, for a file. */
  readonly figure?: (() => Figure) | undefined;
  /** The finding: names the file and stands over the picture in it. */
  readonly fileName?: string;
  /** True where the picture could not be drawn: the table takes its place. */
  readonly failed?: boolean;
  readonly failure?: string | undefined;
  /** Takes the height that is left. */
  readonly grow?: boolean;
  readonly children: ReactNode;
}

/** A card around a picture: its title, its figures as a table, and its way into a file. */
export const FigureFrame = (props: FigureFrameProps) => {
  const { title, aside, table, figure, fileName = 'picture', failed = false, grow = false, children } = props;
  const [asTable, setAsTable] = useState(false);
  const showTable = asTable || failed;
  const save = async (format: PictureFormat) => {
    try {
      await saveBytes(`${fileName}.${format}`, pictureMime(format), await pictureBytes(figure!(), fileName, format));
    } catch (error) {
      notifyError(toAppError(error));
    }
  };
  const toggle = asTable ? word('picture.asPicture') : word('picture.asTable');
  return (
    <section className={grow ? classes.frameGrow : classes.frame} aria-label={title ?? table.caption}>
      <div className={classes.head}>
        <div className={classes.headWords}>
          {title !== undefined && <h2 className={classes.title}>{title}</h2>}
          {aside}
        </div>
        <div className={classes.headTools}>
          {!failed && (
            <Tooltip label={toggle}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={toggle}
                aria-pressed={asTable}
                onClick={() => setAsTable(!asTable)}
              >
                {asTable ? <IconChartDots size={18} stroke={1.6} /> : <IconTable size={18} stroke={1.6} />}
              </ActionIcon>
            </Tooltip>
          )}
          {figure !== undefined && !failed && (
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <Tooltip label={word('picture.save')}>
                  <ActionIcon variant="subtle" color="gray" aria-label={word('picture.save')}>
                    <IconDownload size={18} stroke={1.6} />
                  </ActionIcon>
                </Tooltip>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => save('png')}>{word('picture.png')}</Menu.Item>
                <Menu.Item onClick={() => save('svg')}>{word('picture.svg')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      </div>
      <div className={grow ? classes.cardGrow : classes.card}>
        {showTable ? (
          <ScrollArea className={classes.tableArea} tabIndex={0}>
            {failed && <p className={classes.failure}>{props.failure ?? word('picture.failed')}</p>}
            <ChartTable {...table} />
          </ScrollArea>
        ) : (
          <>
            {children}
            <VisuallyHidden>
              <ChartTable {...table} />
            </VisuallyHidden>
          </>
        )}
      </div>
    </section>
  );
};
