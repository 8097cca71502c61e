import { IconMail, IconMap2, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Segment } from '../../shared/model/segmentation.ts';
import { useHasContacts } from '../client/has-contacts.ts';
import { goTo } from '../client/navigation.ts';
import { selectSegments } from '../client/selection.ts';
import { t, tell } from '../client/words.ts';
import classes from './next-steps.module.css';
import { saveMailingList } from './use-mailing-list.ts';

interface StepProps {
  readonly label: string;
  readonly of: string;
  readonly icon: ReactNode;
  onClick(): void;
}

const Step = ({ label, of, icon, onClick }: StepProps) => (
  <button
    type="button"
    className={classes.step}
    aria-label={of}
    onClick={(event) => {
      event.stopPropagation();
      onClick();
    }}
  >
    {icon}
    {label}
  </button>
);

interface NextStepsProps {
  readonly segment: Segment;
  readonly segmentationId: number;
  /** Where there is room for the mailing list beside the others. */
  readonly withMail?: boolean;
}

/** Where one can go from a segment: to the map, to its customers, to their addresses. */
export const NextSteps = ({ segment, segmentationId, withMail = true }: NextStepsProps) => {
  const hasContacts = useHasContacts();
  const name = tell(segment.name);
  const see = (screen: 'map' | 'customers') => {
    selectSegments([segment.id]);
    goTo(screen);
  };
  return (
    <div className={classes.steps}>
      <Step
        label={t('segmentScreen.next.map')}
        of={t('segmentScreen.next.map.of', { name })}
        icon={<IconMap2 size={15} stroke={1.7} />}
        onClick={() => see('map')}
      />
      <Step
        label={t('segmentScreen.next.customers')}
        of={t('segmentScreen.next.customers.of', { name })}
        icon={<IconUsers size={15} stroke={1.7} />}
        onClick={() => see('customers')}
      />
      {withMail && hasContacts === true && (
        <Step
          label={t('segmentScreen.next.mail')}
          of={t('segmentScreen.next.mail.of', { name })}
          icon={<IconMail size={15} stroke={1.7} />}
          onClick={() => void saveMailingList(segmentationId, segment)}
        />
      )}
    </div>
  );
};
