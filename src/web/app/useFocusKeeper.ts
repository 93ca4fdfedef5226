/**
 * Keeps the keyboard's focus on the page. When the focused element is removed or disabled (a row that left the list, a
 * button whose action is done, a strip that was read), the browser moves the focus to the body, from where Tab begins at
 * the top and a screen reader says nothing. It goes to the nearest element around it that can have it, else to the page.
 */
import { type RefObject, useEffect } from 'react';

export function useFocusKeeper(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let around: readonly EventTarget[] = [];
    let frame = 0;
    const remember = (event: FocusEvent) => {
      around = event.composedPath();
    };
    const keep = () => {
      if (document.activeElement && document.activeElement !== document.body) return;
      const [last, ...parents] = around;
      if (!(last instanceof HTMLElement) || (last.isConnected && !last.matches(':disabled'))) return;
      // A dialog has a focus trap of its own.
      if (document.querySelector('[aria-modal="true"]')) return;
      const home = parents.find((each): each is HTMLElement => each instanceof HTMLElement && isHome(each));
      (home ?? page.current)?.focus({ preventScroll: true });
    };
    // In the next frame, because what removes an element may focus another one itself.
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(keep);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [page]);
}

function isHome(element: HTMLElement): boolean {
  return element.isConnected && element.hasAttribute('tabindex');
}
