import { Table } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { Feature, Snapshot } from '../../../shared/model/feature.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { segmentParts } from '../../charts/segment-parts.ts';
import { fitText, textWidth } from '../../charts/text-width.ts';
import { format, t, tell } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { TableTools } from '../../components/TableTools.tsx';
import classes from './fact-pictures.module.css';
import { factText } from './fact-text.ts';
import { useRelations } from './use-relations.ts';

interface MissingViewProps {
  readonly snapshot: Snapshot;
  readonly features: readonly Feature[];
  readonly segmentation: Segmentation | null;
}

const most = 60;
const rowHeight = 26;

/** Which facts are missing, for whom, which together, and what segments do about it. */
export const MissingView = ({ snapshot, features, segmentation }: MissingViewProps) => {
  const { ref, width } = useElementSize();
  const lacking = features
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => b.missing - a.missing)
    .slice(0, most);
  const relations = useRelations(
    snapshot.id,
    lacking.map(({ key }) => key),
    segmentation?.id ?? null,
  );
  if (lacking.length === 0) return <p className={classes.note}>{t('factPicture.missing.none')}</p>;
  if (relations.error) return <ErrorPanel error={relations.error} />;
  const found = relations.data;
  if (found === undefined) return <Delayed>{t('factPicture.together.job')} …</Delayed>;
  const parts = segmentation === null ? [] : segmentParts(segmentation).filter(({ label }) => label >= 0);
  const places = [-1, ...parts.map(({ id }) => id)];
  const columns = [t('factPicture.missing.everybody'), ...parts.map(({ name }) => name)];
  const rows = lacking.map((feature) => {
    const record = found.missing.find((one) => one.feature === feature.key);
    const prepared = segmentation?.preparation.find((one) => one.feature === feature.key);
    const fill = prepared === undefined ? '' : factText(feature, prepared.fill);
    const does =
      prepared === undefined || !prepared.used
        ? t('factPicture.missing.does.unused')
        : t(prepared.indicator ? 'factPicture.missing.does.mark' : 'factPicture.missing.does.fill', { fill });
    const shares = parts.map(({ id }) => {
      const one = record?.bySegment.find(({ segmentId }) => segmentId === id);
      return one === undefined || one.customers === 0 ? null : one.missing / one.customers;
    });
    return { name: tell(feature.name), shares: [feature.missing / snapshot.customers, ...shares], does };
  });
  const title = t('factPicture.missing.title', { fact: rows[0]!.name, share: rows[0]!.shares[0]! });
  const left = Math.min(width * 0.3, Math.max(...rows.map(({ name }) => textWidth(name, 12))) + 12);
  const right = Math.min(width * 0.3, Math.max(...rows.map(({ does }) => textWidth(does, 12))) + 16);
  const wide = Math.max(34, Math.min(110, (width - left - right) / columns.length));
  const top = 40;
  const shareText = (share: number | null) => (share === null ? '' : format.share(share));
  const nameOf = (key: string) => tell(features.find((feature) => feature.key === key)!.name);
  const patterns = {
    header: [t('factPicture.missing.pattern.facts'), t('factPicture.missing.pattern.customers')],
    rows: found.patterns.map(({ features: keys, customers }) => [
      keys.length === 0 ? t('factPicture.missing.pattern.none') : format.list(keys.map(nameOf)),
      customers,
    ]),
  };
  return (
    <div className={classes.column}>
      <FigureFrame
        title={title}
        table={{
          caption: title,
          head: [t('factPicture.together.fact'), ...columns, t('factPicture.missing.does')],
          rows: rows.map(({ name, shares, does }) => [name, ...shares.map(shareText), does]),
          figures: rows.map(({ name, shares, does }) => [name, ...shares, does]),
          refs: lacking.map(({ key: feature }) => [
            null,
            { of: 'everyone', feature, figure: 'missing', snapshotId: snapshot.id },
            ...(segmentation?.snapshotId === snapshot.id
              ? parts.map(({ id }): NumberRef => ({ of: 'segmentFeature', segmentId: id, feature, figure: 'missing' }))
              : []),
          ]),
        }}
      >
        <div className={classes.pad}>
          <div ref={ref} style={{ minHeight: top + rows.length * rowHeight, overflowX: 'auto' }}>
            {width > 0 && (
              <svg
                className={classes.picture}
                width={Math.max(width, left + wide * columns.length + right)}
                height={top + rows.length * rowHeight}
                role="img"
                aria-label={title}
                data-picture="missing"
              >
                {columns.map((name, i) => (
                  <text
                    key={places[i]}
                    className={classes.axis}
                    x={left + (i + 0.5) * wide}
                    y={30}
                    textAnchor="middle"
                    fontSize={11}
                  >
                    {fitText(name, wide - 6, 11)}
                  </text>
                ))}
                <text className={classes.axis} x={left} y={12} fontSize={11}>
                  {t('factPicture.missing.share')}
                </text>
                {rows.map(({ name, shares, does }, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
                  <g key={row} transform={`translate(0 ${top + row * rowHeight})`}>
                    <text className={classes.label} x={left - 8} y={17} textAnchor="end" fontSize={12}>
                      {fitText(name, left - 10, 12)}
                    </text>
                    {shares.map((share, i) => (
                      <g key={places[i]} transform={`translate(${left + i * wide} 0)`}>
                        <rect className={classes.track} x={1} y={2} width={wide - 4} height={20} rx={3} />
                        {share !== null && share > 0 && (
                          <rect
                            className={classes.barDim}
                            x={1}
                            y={2}
                            width={Math.max(2, (wide - 4) * share)}
                            height={20}
                            rx={3}
                          />
                        )}
                        <text className={classes.label} x={wide / 2} y={16} textAnchor="middle" fontSize={11}>
                          {shareText(share)}
                        </text>
                      </g>
                    ))}
                    <text className={classes.axis} x={left + columns.length * wide + 10} y={17} fontSize={12}>
                      {fitText(does, right, 12)}
                    </text>
                  </g>
                ))}
              </svg>
            )}
          </div>
        </div>
      </FigureFrame>
      <section className={classes.column}>
        <div className={classes.same}>
          <h2 className={classes.minor}>{t('factPicture.missing.patterns')}</h2>
          <TableTools title={t('factPicture.missing.patterns')} rows={patterns.rows.length} make={() => patterns} />
        </div>
        <Table aria-label={t('factPicture.missing.patterns')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{patterns.header[0]}</Table.Th>
              <Table.Th scope="col" ta="right">
                {patterns.header[1]}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.patterns.map(({ features: keys, customers }) => (
              <Table.Tr key={keys.join(' ')}>
                <Table.Td>
                  {keys.length === 0 ? t('factPicture.missing.pattern.none') : format.list(keys.map(nameOf))}
                </Table.Td>
                <Table.Td ta="right">{format.number(customers)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </div>
  );
};
