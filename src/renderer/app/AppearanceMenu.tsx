import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconPalette, IconPresentation, IconSun } from '@tabler/icons-react';
import { setPreferences, usePreferences } from '../client/preferences.ts';
import { present, showNamesAs, usePresentation } from '../client/presentation.ts';
import { t } from '../client/words.ts';
import classes from './AppearanceMenu.module.css';

const schemes = ['auto', 'light', 'dark'] as const;
const contrasts = ['auto', 'more'] as const;
const languages = ['auto', 'en', 'de'] as const;
const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;

/** Every word was said already: the page begins anew. The project stays open. */
const speak = async (language: (typeof languages)[number]): Promise<void> => {
  await setPreferences({ language });
  window.location.reload();
};

/** How the app looks and speaks: colours, contrast, language. */
export const AppearanceMenu = () => {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = usePreferences((preferences) => preferences.scheme);
  const language = usePreferences((preferences) => preferences.language);
  const contrast = usePreferences((preferences) => preferences.contrast);
  const { on, names } = usePresentation();
  return (
    <Menu width={230}>
      <Tooltip label={t('app.look')}>
        <span className={classes.place}>
          <Menu.Target>
            <ActionIcon aria-label={t('app.look')} className={classes.quiet}>
              <IconPalette size={18} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
        </span>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Label>{t('app.look.colours')}</Menu.Label>
        <Menu.RadioGroup value={scheme} onChange={(value) => setColorScheme(value as (typeof schemes)[number])}>
          {schemes.map((one) => {
            const Icon = icons[one];
            return (
              <Menu.RadioItem key={one} value={one} closeMenuOnClick>
                <span className={classes.item}>
                  <Icon size={16} stroke={1.7} aria-hidden />
                  {t(`app.look.scheme.${one}`)}
                </span>
              </Menu.RadioItem>
            );
          })}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('app.look.contrast')}</Menu.Label>
        <Menu.RadioGroup
          value={contrast}
          onChange={(value) => setPreferences({ contrast: value as (typeof contrasts)[number] })}
        >
          {contrasts.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick>
              {t(`app.look.contrast.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('app.look.language')}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(value) => speak(value as (typeof languages)[number])}>
          {languages.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick lang={one === 'auto' ? undefined : one}>
              {t(`app.look.language.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('present.look')}</Menu.Label>
        <Menu.RadioGroup value={names} onChange={(value) => showNamesAs(value as typeof names)}>
          {(['pseudonyms', 'hidden'] as const).map((one) => (
            <Menu.RadioItem key={one} value={one}>
              {t(`present.names.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {!on && (
          <Menu.Item leftSection={<IconPresentation size={16} stroke={1.7} aria-hidden />} onClick={present}>
            {t('present.start')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
