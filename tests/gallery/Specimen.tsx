import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { ErrorBoundary } from '../../src/renderer/app/ErrorBoundary.tsx';
import classes from './gallery.module.css';
import type { MadeShop } from './made-shop.ts';

interface ShopHostProps {
  /** Whose project is open; null: none is. */
  readonly shop: MadeShop | null;
  readonly children: ReactNode;
}

/** A project open for what is inside, as if the page were its own. */
const ShopHost = ({ shop, children }: ShopHostProps) => {
  const client = useMemo(() => {
    const made = new QueryClient({
      defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
    });
    made.setQueryData(['project.info'], shop?.project ?? null);
    if (shop !== null)
      made.setQueryData(['segmentation.get', shop.project.path, shop.project.revision], shop.segmentation);
    return made;
  }, [shop]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
};

interface SpecimenProps {
  readonly title: string;
  readonly about?: string;
  /** How high its place is, where it fills one. */
  readonly height?: number;
  readonly width?: number;
  readonly shop?: MadeShop | null;
  readonly children: ReactNode;
}

/** One thing in one state, with what is to be seen in it. */
export const Specimen = ({ title, about, height, width, shop = null, children }: SpecimenProps) => (
  <figure className={classes.specimen} data-specimen={title} style={{ maxWidth: width }}>
    <figcaption className={classes.caption}>
      <h3 className={classes.name}>{title}</h3>
      {about !== undefined && <p className={classes.about}>{about}</p>}
    </figcaption>
    <div className={classes.place} data-filled={height !== undefined} style={{ height }}>
      <ErrorBoundary>
        <ShopHost shop={shop}>{children}</ShopHost>
      </ErrorBoundary>
    </div>
  </figure>
);

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Side by side where there is room. */
  readonly across?: boolean;
  readonly children: ReactNode;
}

export const Section = ({ id, title, about, across = false, children }: SectionProps) => (
  <section id={id} className={classes.section} aria-labelledby={`${id}-title`} data-gallery-section>
    <h2 id={`${id}-title`} className={classes.title}>
      {title}
    </h2>
    <p className={classes.about}>{about}</p>
    <div className={classes.specimens} data-across={across}>
      {children}
    </div>
  </section>
);
