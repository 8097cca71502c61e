import { Table } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Preparation } from '../../../shared/model/preparation.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { useColumn } from '../../client/queries.ts';
import { fixed, format, t, tell } from '../../client/words.ts';
import { TableTools } from '../../components/TableTools.tsx';
import classes from './fact-pictures.module.css';
import { factText } from './fact-text.ts';
import { Histogram } from './Histogram.tsx';
import { preparedText } from './prepared-text.ts';
import { spreadOf } from './spread.ts';

interface RowProps {
  readonly feature: Feature;
  readonly preparation: Preparation;
  readonly segmentation: Segmentation;
  readonly onOpen: () => void;
}

const height = 34;

/** One fact as it is and as segments use it; its numbers are fetched when it comes into view. */
const Row = ({ feature, preparation, segmentation, onOpen }: RowProps) => {
  const row = useRef<HTMLTableRowElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = row.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { snapshotId, id } = segmentation;
  const { used, cappedLow, cappedHigh, imputed, skewBefore, skewAfter } = preparation;
  const raw = useColumn(seen ? ({ of: 'features', snapshotId, feature: feature.key } as const) : null).data;
  const ready = useColumn(
    seen && used ? ({ of: 'prepared', segmentationId: id, feature: feature.key } as const) : null,
  ).data;
  const before = useMemo(() => (raw === undefined ? null : spreadOf(raw)), [raw]);
  const after = useMemo(() => (ready === undefined ? null : spreadOf(ready)), [ready]);
  const name = tell(feature.name);
  return (
    <Table.Tr ref={row}>
      <Table.Th scope="row">
        <button type="button" className={classes.factName} onClick={onOpen}>
          {name}
        </button>
      </Table.Th>
      <Table.Td className={classes.smallPicture}>
        <span className={classes.smallBox}>
          {before !== null && (
            <Histogram name={name} spread={before} height={height} valueText={(value) => factText(feature, value)} />
          )}
        </span>
      </Table.Td>
      <Table.Td ta="right">{fixed(skewBefore, 1)}</Table.Td>
      <Table.Td className={classes.what}>{preparedText(feature, preparation).join(' ')}</Table.Td>
      <Table.Td className={classes.smallPicture}>
        <span className={classes.smallBox}>
          {after !== null && (
            <Histogram
              name={`${name}, ${t('factPicture.after.scaled')}`}
              spread={after}
              height={height}
              valueText={(value) => format.number(value, 1)}
            />
          )}
        </span>
      </Table.Td>
      <Table.Td ta="right">{used ? fixed(skewAfter, 1) : ''}</Table.Td>
      <Table.Td ta="right">{used ? format.number(cappedLow + cappedHigh) : ''}</Table.Td>
      <Table.Td ta="right">{used ? format.number(imputed) : ''}</Table.Td>
    </Table.Tr>
  );
};

interface BeforeAfterViewProps {
  readonly segmentation: Segmentation | null;
  readonly onOpen: (feature: string) => void;
}

/** Every fact that segments were made from, before and after it was made ready, side by side. */
export const BeforeAfterView = ({ segmentation, onOpen }: BeforeAfterViewProps) => {
  if (segmentation === null) return <p className={classes.note}>{t('factPicture.before.none')}</p>;
  const rows = segmentation.preparation.flatMap((preparation) => {
    const feature = segmentation.features.find(({ key }) => key === preparation.feature);
    return feature === undefined ? [] : [{ feature, preparation }];
  });
  const straightened = rows.filter(({ preparation }) => preparation.used && preparation.transform !== 'none').length;
  const title = t('factPicture.before.title', { straightened, facts: rows.length });
  const header = [
    t('factPicture.together.fact'),
    t('factPicture.before.skew'),
    t('factPicture.before.what'),
    t('factPicture.before.skew.after'),
    t('factPicture.before.capped'),
    t('factPicture.before.filled'),
  ];
  const make = () => ({
    header,
    rows: rows.map(({ feature, preparation }) => {
      const { skewBefore, skewAfter, cappedLow, cappedHigh, imputed, used } = preparation;
      const what = preparedText(feature, preparation).join(' ');
      const after = used ? [skewAfter, cappedLow + cappedHigh, imputed] : [null, null, null];
      return [tell(feature.name), skewBefore, what, ...after];
    }),
  });
  return (
    <section className={classes.column} aria-label={title}>
      <div className={classes.same}>
        <h2 className={classes.minor}>{title}</h2>
        <TableTools title={title} rows={rows.length} make={make} />
      </div>
      <p className={classes.note}>{t('factPicture.before.how')}</p>
      <Table aria-label={title} className={classes.beforeAfter ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{header[0]}</Table.Th>
            <Table.Th scope="col">{t('factPicture.before.before')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {header[1]}
            </Table.Th>
            <Table.Th scope="col">{header[2]}</Table.Th>
            <Table.Th scope="col">{t('factPicture.before.after')}</Table.Th>
            {header.slice(3).map((text) => (
              <Table.Th key={text} scope="col" ta="right">
                {text}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ feature, preparation }) => (
            <Row
              key={feature.key}
              feature={feature}
              preparation={preparation}
              segmentation={segmentation}
              onOpen={() => onOpen(feature.key)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
};
