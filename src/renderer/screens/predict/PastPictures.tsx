import { useElementSize } from '@mantine/hooks';
import type { KeptPrediction } from '../../../shared/model/prediction.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { chartTheme } from '../../charts/theme.ts';
import { useScheme } from '../../charts/use-scheme.ts';
import { format, t } from '../../client/words.ts';
import { ChancePicture } from './ChancePicture.tsx';
import classes from './predict.module.css';
import { TrackingPicture } from './TrackingPicture.tsx';

type HoldOut = KeptPrediction['found']['holdOut'];
const leastWidth = 240;
const padding = 32;

const Tracking = ({ holdOut }: { readonly holdOut: HoldOut }) => {
  const { ref, width } = useElementSize();
  const theme = chartTheme(useScheme());
  const end = holdOut.tracking.at(-1)!;
  const summary = t('ahead.tracking.summary', { came: end.came, expected: end.expected });
  const title = t('ahead.tracking.title');
  const table = {
    caption: summary,
    head: [t('ahead.tracking.week'), t('ahead.tracking.came'), t('ahead.tracking.expected')],
    rows: holdOut.tracking.map(({ day, came, expected }) => [
      format.day(day),
      format.number(came),
      format.number(Math.round(expected)),
    ]),
    figures: holdOut.tracking.map(({ day, came, expected }) => [day, came, expected]),
  };
  return (
    <div ref={ref} className={classes.picture}>
      <FigureFrame title={title} table={table}>
        <div className={classes.inside}>
          <TrackingPicture {...{ holdOut, theme, summary }} width={Math.max(leastWidth, width - padding)} />
        </div>
      </FigureFrame>
    </div>
  );
};

const Chances = ({ holdOut }: { readonly holdOut: HoldOut }) => {
  const { ref, width } = useElementSize();
  const theme = chartTheme(useScheme());
  const bins = holdOut.reliability;
  const [first, last] = [bins[0]!, bins.at(-1)!];
  const summary = t('ahead.chances.summary', {
    ...{ least: first.expected, most: last.expected, leastCame: first.came, mostCame: last.came },
  });
  const table = {
    caption: summary,
    head: [t('ahead.chances.group'), t('ahead.chances.came'), t('ahead.chances.customers')],
    rows: bins.map(({ expected, came, customers }) => [
      format.share(expected),
      format.share(came),
      format.number(customers),
    ]),
    figures: bins.map(({ expected, came, customers }) => [expected, came, customers]),
  };
  return (
    <div ref={ref} className={classes.picture}>
      <FigureFrame title={t('ahead.chances.title')} table={table}>
        <div className={classes.inside}>
          <ChancePicture {...{ bins, theme, summary }} width={Math.max(leastWidth, width - padding)} />
        </div>
      </FigureFrame>
    </div>
  );
};

/** How it did on days that it did not know, as two pictures. */
export const PastPictures = ({ holdOut }: { readonly holdOut: HoldOut }) => (
  <div className={classes.pictures}>
    <Tracking holdOut={holdOut} />
    <Chances holdOut={holdOut} />
  </div>
);
