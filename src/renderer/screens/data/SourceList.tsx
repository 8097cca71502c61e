import type { Source } from '../../../shared/model/source.ts';
import { t } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './SourceList.module.css';

/** A table that nobody’s visits stand in is no list of visits. */
const kindOf = ({ kind, columns }: Source) =>
  kind === 'events' && !columns.some(({ role }) => role === 'customer') ? 'other' : kind;

interface SourceListProps {
  readonly sources: readonly Source[];
  readonly chosen: number;
  readonly onChoose: (id: number) => void;
}

/** The files of the project; the pressed one’s rows stand below. */
export const SourceList = ({ sources, chosen, onChoose }: SourceListProps) => (
  <Panel flush>
    <ul className={classes.list} aria-label={t('data.sources')}>
      {sources.map((source) => {
        const { id, file, sheet, rows } = source;
        return (
          <li key={id}>
            <button type="button" className={classes.source} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
              <span className={classes.name}>{sheet === null ? file : `${file} · ${sheet}`}</span>
              <span className={classes.kind}>{t(`kind.${kindOf(source)}`)}</span>
              <span>{t('data.source.rows', { rows })}</span>
            </button>
          </li>
        );
      })}
    </ul>
  </Panel>
);
