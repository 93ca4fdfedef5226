/** The eight groups of an IPv6 address in lower case, without leading zeros; null if the text is not one. */
export function ipv6Groups(address: string): string[] | null {
  const [head = '', tail, more] = address.split('::');
  if (more !== undefined || !address.includes(':')) return null;
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  return groups.every((group) => /^[\da-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16).toString(16))
    : null;
}
