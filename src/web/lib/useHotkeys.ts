/** Registers hotkeys while a component is mounted. */
import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { createRegistry, type Hotkey, type Registry } from './hotkeys.ts';

export const HotkeysContext = createContext<Registry>(createRegistry());

/**
 * `hotkeys` may be a new array on every render: the latest `run` is called, and keys are registered again only when
 * their description changes, because the latest registration wins a key that two components share.
 */
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

/** The hotkeys that work at this moment, for the help dialog. */
export function useActiveHotkeys(): readonly Hotkey[] {
  const registry = useContext(HotkeysContext);
  return useSyncExternalStore(registry.subscribe, registry.active);
}
