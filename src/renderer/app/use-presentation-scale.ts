import { useEffect } from 'react';
import { usePresentation } from '../client/presentation.ts';

/** A window is laid out as if it had about this width, and drawn as much larger as it really is. */
const laidOutWidth = 1060;
const least = 1.25;
const most = 3;

/** How much larger everything is drawn on a projector of this width. */
export const presentationScale = (width: number): number =>
  Math.round(Math.max(least, Math.min(most, width / laidOutWidth)) * 100) / 100;

/** Large while somebody presents, at any size of the window. */
export const usePresentationScale = (): void => {
  const on = usePresentation((presentation) => presentation.on);
  useEffect(() => {
    const { style, dataset } = document.documentElement;
    if (!on) return;
    const show = () => style.setProperty('--t-scale', String(presentationScale(window.innerWidth)));
    show();
    dataset.presenting = '';
    window.addEventListener('resize', show);
    return () => {
      window.removeEventListener('resize', show);
      style.removeProperty('--t-scale');
      delete dataset.presenting;
    };
  }, [on]);
};
