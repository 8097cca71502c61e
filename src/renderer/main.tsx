import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme/tokens.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageOf } from '../shared/words/say.ts';
import { App } from './app.tsx';
import { schemeManager } from './client/preferences.ts';
import { queryClient } from './client/queries.ts';
import { locale, t } from './client/words.ts';
import { keepMediaQueries } from './theme/keep-media-queries.ts';
import { linkPlotlyStyles } from './theme/plotly-styles.ts';
import { resolveVariables, theme } from './theme/theme.ts';

/** The only key by which a style element is let in; the host puts a new one into every page. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce);
linkPlotlyStyles();
keepMediaQueries(window);
// Menus, messages and hints stand in a named region of their own, so that every word on the page is in one.
document.documentElement.lang = languageOf(locale);
document.getElementById('overlays')?.setAttribute('aria-label', t('app.overlays'));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolveVariables}
        defaultColorScheme="auto"
        colorSchemeManager={schemeManager}
        getStyleNonce={() => nonce}
      >
        <Notifications position="bottom-right" limit={4} />
        <App />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
