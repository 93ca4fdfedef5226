/** A new page is announced and holds the focus, as a page that was loaded would be; a change of filters is neither. */
import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useAnnounce } from '#web/lib/useAnnounce.ts';

export function useArrival(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const announce = useAnnounce();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    announce(document.title);
    // A page that put the focus somewhere itself knows better.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname, announce, main]);
}
