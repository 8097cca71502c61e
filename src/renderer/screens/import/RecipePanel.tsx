import { IconCalendarPlus, IconHelpCircle, IconInfoCircle } from '@tabler/icons-react';
import type { SheetRecipe } from '../../../shared/model/recipe.ts';
import { t, tell } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './RecipePanel.module.css';

const Differences = ({ recipe }: { readonly recipe: SheetRecipe }) => (
  <>
    <h3 className={classes.heading}>{t('recipe.differences')}</h3>
    <ul className={classes.list}>
      {recipe.differences.map(({ text, isQuestion }) => (
        <li key={JSON.stringify(text)} className={classes.line} data-question={isQuestion}>
          {isQuestion ? (
            <IconHelpCircle size={17} stroke={1.6} aria-hidden />
          ) : (
            <IconInfoCircle size={17} stroke={1.6} aria-hidden />
          )}
          <span>{tell(text)}</span>
        </li>
      ))}
    </ul>
  </>
);

/** What a file that the project knows the kind of would change, and how it differs: all before anything is written. */
export const RecipePanel = ({ recipes }: { readonly recipes: readonly SheetRecipe[] }) => (
  <Panel heading={t(recipes.every(({ isReplayed }) => isReplayed) ? 'recipe.heading' : 'recipe.heading.cannot')}>
    {recipes.map((recipe) => (
      <div key={`${recipe.importId} ${JSON.stringify(recipe.summary)}`} className={classes.recipe}>
        <ul className={classes.list}>
          {recipe.summary.map((text) => (
            <li key={JSON.stringify(text)} className={classes.line} data-question={!recipe.isReplayed}>
              <IconCalendarPlus size={17} stroke={1.6} aria-hidden />
              <span>{tell(text)}</span>
            </li>
          ))}
        </ul>
        {recipe.differences.length > 0 && <Differences recipe={recipe} />}
      </div>
    ))}
  </Panel>
);
