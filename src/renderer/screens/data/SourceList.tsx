import type { Source } from '../../../shared/model/source.ts';
import { t } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './SourceList.module.css';

interface SourceListProps {
  readonly sources: readonly Source[];
  readonly chosen: number;
  readonly onChoose: (id: number) => void;
}

/** The files of the project; the pressed one’s rows stand below. */
export const SourceList = ({ sources, chosen, onChoose }: SourceListProps) => (
  <Panel flush>
    <ul className={classes.list} aria-label={t('data.sources')}>
      {sources.map(({ id, file, sheet, rows, kind }) => (
        <li key={id}>
          <button type="button" className={classes.source} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            <span className={classes.name}>{sheet === null ? file : `${file} · ${sheet}`}</span>
            <span className={classes.kind}>{t(`kind.${kind}`)}</span>
            <span>{t('data.source.rows', { rows })}</span>
          </button>
        </li>
      ))}
    </ul>
  </Panel>
);
