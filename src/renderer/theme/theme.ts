import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Input,
  InputWrapper,
  Menu,
  Modal,
  MultiSelect,
  Portal,
  Select,
  Tooltip,
} from '@mantine/core';

/** Our one accent, light to dark; 7 is the teal on light ground, 4 the teal on ink. */
const teal = [
  '#EAF3F2',
  '#D3E6E5',
  '#A9CFCD',
  '#7DB8B5',
  '#4FB3B3',
  '#2F9090',
  '#1B7A7A',
  '#0F6B6B',
  '#0B5757',
  '#084343',
] as const;
/** Warm greys, so that nothing looks blue beside the ground. */
const gray = [
  '#FAF8F5',
  '#F4F1EC',
  '#EAE6DF',
  '#DDD8CF',
  '#C9C3B8',
  '#8C8880',
  '#626770',
  '#4A4F57',
  '#32373E',
  '#1D2127',
] as const;
const dark = [
  '#E8E6E1',
  '#C9C7C2',
  '#A9ADB4',
  '#868C95',
  '#3A3F47',
  '#2C3037',
  '#1B1E23',
  '#14161A',
  '#101216',
  '#0B0D10',
] as const;
const red = [
  '#FBEDEA',
  '#F6D9D3',
  '#EBB1A7',
  '#E08A7B',
  '#E5796A',
  '#CB5646',
  '#BA4333',
  '#A93423',
  '#8A2A1C',
  '#6B2015',
] as const;

/** The list itself scrolls, which a screen reader expects of a list box. */
const listbox = { maxHeight: 264, overflowY: 'auto' } as const;

/** Mantine in our colours. Its own blue is replaced, so that no default can show it. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  colors: { teal, blue: teal, gray, dark, red },
  white: '#FFFFFF',
  black: '#1D2127',
  autoContrast: true,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  // The font that is bundled: what a system has of its own looks otherwise on every machine.
  fontFamilyMonospace: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '650' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 32 } }),
    // `lg` is for the start, everything else has the height of a row.
    Button: Button.extend({
      defaultProps: { size: 'md' },
      vars: (_theme, { size, variant = 'filled', color }) => ({
        root: {
          ...(size === 'lg'
            ? { '--button-height': '44px', '--button-padding-x': '22px', '--button-fz': '15px' }
            : { '--button-height': '32px', '--button-padding-x': '14px', '--button-fz': '14px' }),
          ...(variant === 'filled' && color === undefined ? { '--button-color': 'var(--t-on-accent)' } : {}),
        },
      }),
      styles: { label: { fontWeight: 550 } },
    }),
    Input: Input.extend({ vars: () => ({ wrapper: { '--input-height': '32px', '--input-fz': '14px' } }) }),
    InputWrapper: InputWrapper.extend({ styles: { description: { fontSize: 12 }, label: { marginBottom: 3 } } }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        position: 'bottom-end',
        transitionProps: { duration: 100 },
        withInitialFocusPlaceholder: false,
      },
    }),
    Modal: Modal.extend({ defaultProps: { centered: true, radius: 12, transitionProps: { duration: 120 } } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { withScrollArea: false }, styles: { options: listbox } }),
    Portal: Portal.extend({ defaultProps: { target: '#overlays' } }),
    Select: Select.extend({ defaultProps: { withScrollArea: false }, styles: { options: listbox } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, transitionProps: { duration: 100 }, multiline: true } }),
  },
});

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#FAF8F5',
    '--mantine-color-text': '#1D2127',
    '--mantine-color-dimmed': '#626770',
    '--mantine-color-placeholder': '#6B6F76',
    '--mantine-color-default-border': '#DDD8CF',
    '--mantine-color-error': '#A93423',
  },
  dark: {
    '--mantine-color-body': '#14161A',
    '--mantine-color-text': '#E8E6E1',
    '--mantine-color-dimmed': '#A9ADB4',
    '--mantine-color-placeholder': '#9096A0',
    '--mantine-color-default-border': '#3A3F47',
    '--mantine-color-error': '#F0907F',
  },
});
