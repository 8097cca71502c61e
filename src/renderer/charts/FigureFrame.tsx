import { ActionIcon, ScrollArea, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconChartDots, IconTable } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { ChartTable, type ChartTableData } from './ChartTable.tsx';
import classes from './charts.module.css';
import { PictureMenu } from './PictureMenu.tsx';
import type { Ground, Picture } from './picture-file.ts';
import { useTakePicture } from './take-picture.ts';
import { word } from './words.ts';

export interface FigureFrameProps {
  readonly title?: string | undefined;
  /** Stands beside the title: a scale, a choice. */
  readonly aside?: ReactNode;
  /** What explains the colours: stands beside the title too, and goes into files with the picture. */
  readonly legend?: ReactNode;
  readonly table: ChartTableData;
  /**
   * The picture once more, for a file, on white or on the dark ground. Left out, what stands in the frame is drawn as it
   * is (`drawElements`): SVG, HTML and canvases, in the theme’s colours of that ground, without what is marked
   * `data-no-picture`.
   */
  readonly figure?: ((ground: Ground) => Picture) | undefined;
  /** The finding: names the file and stands over the picture in it. The title unless told otherwise. */
  readonly fileName?: string;
  /** True where the picture could not be drawn: the table takes its place. */
  readonly failed?: boolean;
  readonly failure?: string | undefined;
  /** Takes the height that is left. */
  readonly grow?: boolean;
  readonly children: ReactNode;
}

/** A card around a picture: its title, its figures as a table, and its ways onto the clipboard and into files. */
export const FigureFrame = (props: FigureFrameProps) => {
  const { title, aside, legend, table, figure, failed = false, grow = false, children } = props;
  const finding = props.fileName ?? title ?? table.caption;
  const [asTable, setAsTable] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const key = useRef<HTMLDivElement>(null);
  const showTable = asTable || failed;
  const take = useTakePicture({ title: finding, table, figure, card, legend: key, drawn: !showTable });
  const toggle = asTable ? word('picture.asPicture') : word('picture.asTable');
  return (
    <section className={grow ? classes.frameGrow : classes.frame} aria-label={title ?? table.caption}>
      <div className={classes.head}>
        <div className={classes.headWords}>
          {title !== undefined && <h2 className={classes.title}>{title}</h2>}
          {legend !== undefined && <div ref={key}>{legend}</div>}
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
          <PictureMenu title={title ?? table.caption} drawn={!showTable} onTake={take} />
        </div>
      </div>
      <div ref={card} className={grow ? classes.cardGrow : classes.card}>
        {showTable ? (
          <ScrollArea className={classes.tableArea} viewportProps={{ tabIndex: 0 }}>
            {failed && <p className={classes.failure}>{props.failure ?? word('picture.failed')}</p>}
            <ChartTable {...table} />
          </ScrollArea>
        ) : (
          <>
            {children}
            <VisuallyHidden>
              <ChartTable {...table} unseen />
            </VisuallyHidden>
          </>
        )}
      </div>
    </section>
  );
};
