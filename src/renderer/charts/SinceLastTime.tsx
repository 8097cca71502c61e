import { UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Flows } from '../../shared/model/flow.ts';
import { type FlowLine, flowLines, segmentFlowLines } from '../../shared/picture/flow-lines.ts';
import { api } from '../client/api.ts';
import { useProjectQuery } from '../client/queries.ts';
import { tell } from '../client/words.ts';
import { Panel } from '../components/Panel.tsx';
import { SegmentTile } from '../components/SegmentTile.tsx';
import classes from './since-last-time.module.css';
import { word } from './words.ts';

/** So many are told before one has to ask for more. */
const shown = 5;

/** Against which day; where only the division is new, no customer did anything. */
const headingOf = ({ sameCustomers, from, to }: Flows): string => {
  if (sameCustomers) return word('flows.title.same');
  return from.asOf === null || from.asOf === to.asOf
    ? word('flows.title')
    : word('flows.title.day', { day: from.asOf });
};

const Tiles = ({ from, to }: Pick<FlowLine, 'from' | 'to'>) => (
  <span className={classes.tiles} aria-hidden>
    {from !== null && <SegmentTile color={from.color} />}
    {from?.id !== to?.id && <IconArrowRight size={12} stroke={1.8} />}
    {to !== null && from?.id !== to.id && <SegmentTile color={to.color} />}
  </span>
);

interface SinceLastTimeProps {
  readonly segmentationId: number;
  /** The segment whose comings and goings are told; what happened in all where absent. */
  readonly segmentId?: number;
}

/** What changed since the run before; nothing where there was none or nothing did. */
export const SinceLastTime = ({ segmentationId, segmentId }: SinceLastTimeProps) => {
  const [all, setAll] = useState(false);
  const { data: flows } = useProjectQuery(['segmentation.flows', segmentationId], (signal) =>
    api.segmentation.flows({ id: segmentationId }, { signal }),
  );
  // The last answer stays until the next is there: it may be about another run.
  if (flows == null || flows.to.id !== segmentationId) return null;
  const lines = segmentId === undefined ? flowLines(flows, tell) : segmentFlowLines(flows, segmentId, tell);
  if (lines.length === 0) return null;
  const isLong = lines.length > shown + 1;
  return (
    <Panel heading={headingOf(flows)}>
      <ul className={classes.lines}>
        {(all || !isLong ? lines : lines.slice(0, shown)).map((line) => (
          <li key={JSON.stringify(line.text)} className={classes.line}>
            <Tiles from={line.from} to={line.to} />
            <span>
              {tell(line.text)}
              {line.note !== undefined && <span className={classes.note}>{tell(line.note)}</span>}
            </span>
          </li>
        ))}
      </ul>
      {isLong && (
        <UnstyledButton className={classes.more ?? ''} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? word('flows.fewer') : word('flows.all', { count: lines.length })}
        </UnstyledButton>
      )}
    </Panel>
  );
};
