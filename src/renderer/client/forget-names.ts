import { notifications } from '@mantine/notifications';
import { answer } from './import-files.ts';
import { currentStep, setStep, useImportFlow } from './import-flow.ts';
import { maskedLook, maskedSheet } from './mask-answers.ts';
import { isMasking } from './masking.ts';
import { beforeSwitching } from './presentation.ts';

/**
 * What lies outside the cache of answers when somebody begins or stops to present: messages go, and files that are being
 * looked at lose the names in their first rows, or are looked at again.
 */
const forgetNames = (): void => {
  notifications.clean();
  const step = currentStep();
  const { cancel } = useImportFlow.getState();
  if (step.at === 'reading') setStep({ ...step, look: isMasking() ? maskedLook(step.look) : null }, cancel);
  if (step.at !== 'preview') return;
  if (isMasking()) setStep({ ...step, sheets: step.sheets.map(maskedSheet) }, cancel);
  else void answer(step, {});
};

beforeSwitching(forgetNames);
