import { Kbd, Modal } from '@mantine/core';
import { t } from '../client/words.ts';
import { railScreens } from './Rail.tsx';
import classes from './ShortcutSheet.module.css';

const list = (): readonly (readonly [string, string])[] => [
  ['Ctrl K', t('app.shortcuts.find')],
  ['Ctrl O', t('app.shortcuts.open')],
  ['Ctrl Z', t('app.shortcuts.undo')],
  ['Ctrl Y', t('app.shortcuts.redo')],
  ...railScreens.map(
    (name, at) => [String(at + 1), t('app.shortcuts.screen', { screen: t(`app.screen.${name}`) })] as const,
  ),
  ['Esc', t('app.shortcuts.clear')],
  ['?', t('app.shortcuts.help')],
];

export const ShortcutSheet = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) => (
  <Modal.Root opened={opened} onClose={onClose} size={420}>
    <Modal.Overlay />
    <Modal.Content>
      {/* A div: a second header would be taken for the page’s own. */}
      <div className={classes.top}>
        <Modal.Title className={classes.title}>{t('app.shortcuts')}</Modal.Title>
        <Modal.CloseButton aria-label={t('app.close')} />
      </div>
      <Modal.Body>
        <dl className={classes.list}>
          {list().map(([keys, what]) => (
            <div key={keys} className={classes.row}>
              <dt>{what}</dt>
              <dd className={classes.keys}>
                {keys.split(' ').map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Modal.Body>
    </Modal.Content>
  </Modal.Root>
);
