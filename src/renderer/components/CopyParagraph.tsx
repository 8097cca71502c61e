import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../client/words.ts';
import classes from './OriginCard.module.css';

/** Puts a paragraph onto the clipboard, and says whether that went well. */
export const CopyParagraph = ({ text }: { readonly text: string }) => {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // The window may be forbidden to.
      setOutcome('failed');
    }
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={outcome === 'copied' ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
        onClick={copy}
      >
        {t(outcome === 'copied' ? 'origin.copied' : 'origin.copy')}
      </Button>
      {outcome === 'failed' && <p className={classes.muted}>{t('origin.copy.failed')}</p>}
    </>
  );
};
