/** Keys for as long as a component is on the screen. */
import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { createRegistry, type Hotkey, type Registry } from './hotkeys.ts';

export const HotkeysContext = createContext<Registry>(createRegistry());

/** `hotkeys` may be made anew on every render: the newest `run` is called, the registration stays. */
export function useHotkeys(hotkeys: readonly Hotkey[], enabled = true): void {
  const registry = useContext(HotkeysContext);
  const latest = useRef(hotkeys);
  useEffect(() => {
    latest.current = hotkeys;
  });
  const shape = JSON.stringify(
    hotkeys.map(({ keys, label, group, inFields }) => [keys, label, group, inFields]),
  );
  useEffect(() => {
    if (!enabled) return;
    const rows = latest.current.map((hotkey, index) => ({
      ...hotkey,
      run: (event: KeyboardEvent) => latest.current[index]?.run(event),
    }));
    return registry.add(shape === '[]' ? [] : rows);
  }, [registry, enabled, shape]);
}

/** Every key that works at this moment, for the help page. */
export function useActiveHotkeys(): readonly Hotkey[] {
  const registry = useContext(HotkeysContext);
  return useSyncExternalStore(registry.subscribe, registry.active);
}
