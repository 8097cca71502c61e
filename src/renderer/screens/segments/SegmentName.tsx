import { ActionIcon, TextInput, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { addByKey } from '../../charts/add-by-key.ts';
import { word } from '../../charts/words.ts';
import { renameSegment } from '../../client/project.ts';
import { toggleSegment } from '../../client/selection.ts';
import classes from './segments.module.css';

interface SegmentNameProps {
  readonly id: number;
  readonly name: string;
  readonly selected: boolean;
  /** Names of the other segments: each is unique. */
  readonly taken: readonly string[];
  /** What else can be done with it. */
  readonly children?: ReactNode;
}

/** A segment's name; the pencil makes it a field: Enter keeps, Escape leaves it as it was. */
export const SegmentName = ({ id, name, selected, taken, children }: SegmentNameProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === null) {
    return (
      <span className={classes.nameCell}>
        <UnstyledButton
          className={classes.name ?? ''}
          data-segment-name=""
          dir="auto"
          aria-label={word('segments.select', { name })}
          aria-pressed={selected}
          onClick={(event) => {
            event.stopPropagation();
            toggleSegment(id, event.ctrlKey || event.metaKey || event.shiftKey);
          }}
          onDoubleClick={() => setDraft(name)}
          onKeyDown={(event) => {
            if (event.key === 'F2') {
              event.preventDefault();
              setDraft(name);
            } else addByKey(event, id);
          }}
        >
          {name}
        </UnstyledButton>
        <ActionIcon
          className={classes.pencil ?? ''}
          size={24}
          aria-label={word('segments.rename', { name })}
          onClick={(event) => {
            event.stopPropagation();
            setDraft(name);
          }}
        >
          <IconPencil size={15} stroke={1.6} />
        </ActionIcon>
        {children}
      </span>
    );
  }
  const wanted = draft.trim();
  const clash = taken.some((other) => other.toLocaleLowerCase() === wanted.toLocaleLowerCase());
  const keep = async () => {
    if (clash) return;
    setDraft(null);
    if (wanted !== '' && wanted !== name) await renameSegment(id, wanted);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void keep();
    else if (event.key === 'Escape') setDraft(null);
    else return;
    event.stopPropagation();
  };
  return (
    <TextInput
      size="xs"
      autoFocus
      maxLength={80}
      aria-label={word('segments.newName', { name })}
      value={draft}
      error={clash ? word('segments.nameTaken') : null}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={key}
      onBlur={() => (clash ? setDraft(null) : void keep())}
    />
  );
};
