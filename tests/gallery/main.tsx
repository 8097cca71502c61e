// The first import: whoever asks a host from here on is answered within the page.
import './answer-in-page.ts';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../../src/renderer/theme/tokens.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { schemeManager } from '../../src/renderer/client/preferences.ts';
import { t } from '../../src/renderer/client/words.ts';
import { linkPlotlyStyles } from '../../src/renderer/theme/plotly-styles.ts';
import { resolveVariables, theme } from '../../src/renderer/theme/theme.ts';
import { GalleryPage } from './GalleryPage.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce);
linkPlotlyStyles();
document.getElementById('overlays')?.setAttribute('aria-label', t('app.overlays'));

createRoot(document.getElementById('root')!).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={resolveVariables}
    defaultColorScheme="auto"
    colorSchemeManager={schemeManager}
    getStyleNonce={() => nonce}
  >
    <Notifications position="bottom-right" limit={4} />
    <GalleryPage />
  </MantineProvider>,
);
