import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { goTo } from '../../client/navigation.ts';
import { openProject, useProject } from '../../client/project.ts';
import { format, t } from '../../client/words.ts';
import classes from './RecentProjects.module.css';

const dayMs = 86_400_000;

/** today, yesterday, or the day. */
const dayText = (iso: string, now: Date): string => {
  const startOf = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  const days = Math.round((startOf(now) - startOf(new Date(iso))) / dayMs);
  if (days === 0) return t('start.today');
  return days === 1 ? t('start.yesterday') : format.day(iso);
};

/** What was opened before, newest first. */
export const RecentProjects = ({ disabled }: { readonly disabled: boolean }) => {
  const { data } = useQuery({
    queryKey: ['project.recents'],
    queryFn: () => api.project.recents(),
    staleTime: 0,
  });
  const open = useProject();
  if (data === undefined) return null;
  const recents = data.filter((recent) => recent.customers > 0 || recent.path === open?.path);
  const choose = async (path: string) => {
    if (path === open?.path || (await openProject(path))) goTo('segments');
  };
  return (
    <section className={classes.recent} aria-labelledby="recent-projects">
      <h2 id="recent-projects" className={classes.heading}>
        {t('start.recent')}
      </h2>
      {recents.length === 0 ? (
        <p className={classes.none}>{t('start.recent.none')}</p>
      ) : (
        <ul className={classes.list}>
          {recents.map(({ path, name, customers, openedAt }) => (
            <li key={path}>
              <button
                type="button"
                className={classes.item}
                disabled={disabled}
                onClick={() => choose(path)}
                title={path}
              >
                <span className={classes.name}>{name}</span>
                <span className={classes.customers}>{t('start.recent.customers', { customers })}</span>
                <span className={classes.when}>
                  {path === open?.path ? t('start.recent.open') : dayText(openedAt, new Date())}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
