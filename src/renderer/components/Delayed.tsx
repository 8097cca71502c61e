import { type ReactNode, useEffect, useState } from 'react';

/** Shows its content only after 300 ms: what comes sooner needs no “please wait”. */
export const Delayed = ({ children, afterMs = 300 }: { readonly children: ReactNode; readonly afterMs?: number }) => {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return due ? children : null;
};
