import { Menu } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface SubMenuProps {
  /** The item that leads into it. */
  readonly item: ReactNode;
  readonly className?: string | undefined;
  /** Its own items. */
  readonly children: ReactNode;
}

/**
 * A menu beside an item of a menu. It opens by a key, or under a pointer that was moved there: a menu that comes to lie
 * under a resting pointer must not take the keyboard's place away.
 */
export const SubMenu = ({ item, className, children }: SubMenuProps) => {
  const [opened, setOpened] = useState(false);
  const meant = useRef({ byPointer: false, byKey: false });
  useEffect(() => {
    const move = ({ movementX, movementY }: PointerEvent) => {
      if (movementX !== 0 || movementY !== 0) meant.current.byPointer = true;
    };
    const press = () => {
      meant.current.byPointer = true;
    };
    const key = () => {
      meant.current.byKey = true;
      // It opens while the key's event is handled, or not by it.
      setTimeout(() => {
        meant.current.byKey = false;
      });
    };
    window.addEventListener('pointermove', move, { capture: true });
    window.addEventListener('pointerdown', press, { capture: true });
    window.addEventListener('keydown', key, { capture: true });
    return () => {
      window.removeEventListener('pointermove', move, { capture: true });
      window.removeEventListener('pointerdown', press, { capture: true });
      window.removeEventListener('keydown', key, { capture: true });
    };
  }, []);
  return (
    <Menu.Sub
      openDelay={80}
      closeDelay={200}
      opened={opened}
      onChange={(next) => {
        if (!next || meant.current.byPointer || meant.current.byKey) setOpened(next);
      }}
    >
      <Menu.Sub.Target>{item}</Menu.Sub.Target>
      <Menu.Sub.Dropdown className={className ?? ''}>{children}</Menu.Sub.Dropdown>
    </Menu.Sub>
  );
};
