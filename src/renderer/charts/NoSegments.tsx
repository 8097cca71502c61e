import { Button } from '@mantine/core';
import { goTo } from '../client/navigation.ts';
import { useProject } from '../client/project.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Screen } from '../components/Screen.tsx';
import { word } from './words.ts';

/** A screen that tells of segments before there are any. Nothing is said until that is certain. */
export const NoSegments = ({ title, known }: { readonly title: string; readonly known: boolean }) => {
  const hasData = useProject()?.totals != null;
  return (
    <Screen title={title}>
      {known && (
        <EmptyState
          title={word('segments.empty.title')}
          action={
            <Button onClick={() => goTo(hasData ? 'segments' : 'start')}>
              {word(hasData ? 'segments.find' : 'segments.empty.open')}
            </Button>
          }
        >
          {word(hasData ? 'segments.empty.text' : 'segments.empty.noData')}
        </EmptyState>
      )}
    </Screen>
  );
};
