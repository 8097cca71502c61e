import { VisuallyHidden } from '@mantine/core';
import { divergingColor, fullEffect, inkOn } from '../../../shared/picture/diverging.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import type { Bars, Block, Effects, Numbered, Paragraph } from '../../../shared/report/blocks.ts';
import { NumbersIn } from '../../components/NumbersIn.tsx';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import { DrawingView } from './DrawingView.tsx';
import classes from './paper.module.css';
import { ReportTile } from './ReportTile.tsx';
import { TableView } from './TableView.tsx';

/** A text whose figures open. */
const Text = ({ numbers, children }: Numbered & { readonly children: string }) =>
  numbers === undefined ? children : <NumbersIn numbers={numbers}>{children}</NumbersIn>;

const ParagraphView = ({ text, look = 'plain', label, tile, numbers }: Omit<Paragraph, 'kind'>) => (
  <p className={classes.paragraph} data-look={look}>
    {tile !== undefined && <ReportTile tile={tile} />}
    {label !== undefined && <span className={classes.label}>{label} </span>}
    <Text numbers={numbers}>{text}</Text>
  </p>
);

const BarsView = ({ items }: Bars) => {
  const most = Math.max(...items.flatMap(({ bars }) => bars.map(({ value }) => value)), 0.01);
  return (
    <ul className={classes.bars}>
      {items.map(({ name, color, bars }) => (
        <li key={`${name} ${color}`} className={classes.barItem}>
          <span className={classes.barName}>
            <SegmentTile color={color} /> {name}
          </span>
          <span className={classes.barBox}>
            {bars.map(({ value, said, isPale, numbers }) => (
              <span key={said} className={classes.barLine}>
                <span
                  className={classes.bar}
                  style={{
                    width: `${Math.max(0.5, (value / most) * 66)}%`,
                    backgroundColor: segmentColor(color),
                    opacity: isPale ? 0.28 : 1,
                  }}
                />
                <span>
                  <Text numbers={numbers}>{said}</Text>
                </span>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
};

const EffectsView = ({ items }: Effects) => (
  <ul className={classes.effects}>
    {items.map(({ name, effect, said, note, numbers }) => {
      const width = Math.max(0.6, Math.abs(effect) * 50);
      return (
        <li key={name} className={classes.effect}>
          <span className={classes.effectName}>{name}</span>
          <span className={classes.effectTrack} aria-hidden>
            <span
              className={classes.effectBar}
              style={{
                left: `${effect < 0 ? 50 - width : 50}%`,
                width: `${width}%`,
                backgroundColor: divergingColor(Math.sign(effect) * fullEffect),
              }}
            />
          </span>
          <span>
            <strong>
              <Text numbers={numbers}>{said}</Text>
            </strong>{' '}
            <span className={classes.quiet}>
              <Text numbers={numbers}>{note}</Text>
            </span>
          </span>
        </li>
      );
    })}
  </ul>
);

/** One block of the report on its page. */
export const BlockView = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'heading': {
      const Name = (['h3', 'h4', 'h5'] as const)[block.level - 1]!;
      return (
        <Name className={classes.heading} data-level={block.level}>
          {block.tile !== undefined && <ReportTile tile={block.tile} size={block.level === 1 ? 16 : 12} />}
          <span>
            <Text numbers={block.numbers}>{block.text}</Text>
          </span>
          {block.aside !== undefined && <span className={classes.quiet}>{block.aside}</span>}
        </Name>
      );
    }
    case 'paragraph':
      return <ParagraphView {...block} />;
    case 'list':
      return (
        <ul className={classes.list}>
          {block.items.map(({ text, tile, label, numbers }) => (
            <li key={`${label ?? ''} ${text}`}>
              {tile === undefined ? <span className={classes.dot} aria-hidden /> : <ReportTile tile={tile} size={10} />}
              <span>
                {label !== undefined && <strong>{label} </strong>}
                <Text numbers={numbers}>{text}</Text>
              </span>
            </li>
          ))}
        </ul>
      );
    case 'figures':
      return (
        <dl className={classes.figures} aria-label={block.label}>
          {block.items.map(({ name, value, numbers }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Text numbers={numbers}>{value}</Text>
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'facts':
      return (
        <dl className={classes.facts}>
          {block.items.map(({ name, text, numbers }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Text numbers={numbers}>{text}</Text>
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <TableView table={block} ink={inkOn} />;
    case 'bars':
      return <BarsView {...block} />;
    case 'effects':
      return <EffectsView {...block} />;
    case 'drawing':
      return (
        <>
          <DrawingView drawing={block} />
          {block.table !== undefined && (
            <VisuallyHidden>
              <TableView table={block.table} ink={inkOn} />
            </VisuallyHidden>
          )}
        </>
      );
  }
};
