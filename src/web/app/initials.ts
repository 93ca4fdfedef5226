/** `Айгерім Сапарова` → `АС`: decoration beside the whole name. */
export function initialsOf(name: string): string {
  return name
    .split(/[\s.]+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
