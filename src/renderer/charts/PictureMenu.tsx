import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCopy, IconDownload, IconFileTypeCsv, IconFileTypeXls, IconPhoto, IconVector } from '@tabler/icons-react';
import { choosePictureGround, usePictureGround } from '../client/picture-ground.ts';
import { t } from '../client/words.ts';

export type TakePicture = 'copy' | 'png' | 'svg' | 'copyTable' | 'csv' | 'xlsx';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface PictureMenuProps {
  readonly title: string;
  /** False where only the figures can be taken. */
  readonly drawn: boolean;
  readonly onTake: (what: TakePicture) => void;
}

/** The ways out of the app that every picture has. */
export const PictureMenu = ({ title, drawn, onTake }: PictureMenuProps) => {
  const ground = usePictureGround();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Tooltip label={t('taking.picture')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('taking.picture.of', { title })}>
            <IconDownload size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {drawn && (
          <>
            <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => onTake('copy')}>
              {t('taking.picture.copy')}
            </Menu.Item>
            <Menu.Item leftSection={<IconPhoto {...icon} />} onClick={() => onTake('png')}>
              {t('taking.picture.png')}
            </Menu.Item>
            <Menu.Item leftSection={<IconVector {...icon} />} onClick={() => onTake('svg')}>
              {t('taking.picture.svg')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Label>{t('taking.ground')}</Menu.Label>
            <Menu.RadioGroup value={ground} onChange={(chosen) => choosePictureGround(chosen as 'light' | 'dark')}>
              {(['light', 'dark'] as const).map((one) => (
                <Menu.RadioItem key={one} value={one} closeMenuOnClick={false}>
                  {t(`taking.ground.${one}`)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{t('taking.figures')}</Menu.Label>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => onTake('copyTable')}>
          {t('taking.table.copy')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv {...icon} />} onClick={() => onTake('csv')}>
          {t('taking.csv')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeXls {...icon} />} onClick={() => onTake('xlsx')}>
          {t('taking.xlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
