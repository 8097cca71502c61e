import { Kbd, Modal } from '@mantine/core';
import { t } from '../client/words.ts';
import classes from './ShortcutSheet.module.css';
import { keyNames, placeKeys, shortcuts } from './shortcuts.ts';

const Row = ({ keys, what }: { readonly keys: string; readonly what: string }) => (
  <div className={classes.row}>
    <dt>{what}</dt>
    <dd className={classes.keys}>
      {keyNames(keys).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </dd>
  </div>
);

/** Every key that does something: everywhere, and where the focus is. */
export const ShortcutSheet = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) => (
  <Modal.Root opened={opened} onClose={onClose} size={760}>
    <Modal.Overlay />
    <Modal.Content>
      {/* A div: a second header would be taken for the page’s own. */}
      <div className={classes.top}>
        <Modal.Title className={classes.title}>{t('app.shortcuts')}</Modal.Title>
        <Modal.CloseButton aria-label={t('app.close')} />
      </div>
      <Modal.Body>
        <div className={classes.columns}>
          <section>
            <h3 className={classes.heading}>{t('shortcuts.everywhere')}</h3>
            <dl className={classes.list}>
              {shortcuts.map(({ id, keys, says }) => (
                <Row key={id} keys={keys[0]!} what={says()} />
              ))}
            </dl>
          </section>
          <div>
            {placeKeys.map(({ place, keys }) => (
              <section key={place}>
                <h3 className={classes.heading}>{t(`shortcuts.place.${place}`)}</h3>
                <dl className={classes.list}>
                  {keys.map((key) => (
                    <Row key={key} keys={key} what={t(`shortcuts.${place}.${key}` as 'shortcuts.table.Home')} />
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </div>
      </Modal.Body>
    </Modal.Content>
  </Modal.Root>
);
