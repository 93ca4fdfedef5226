/**
 * Returns the files that a page links (scripts, preloaded modules, styles, icons), each once and without leading slash.
 */
export function linkedFiles(html: string): readonly string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const addresses = tags.map((tag) => /\s(?:src|href)="\/?([^"]+)"/.exec(tag)?.[1]);
  return [...new Set(addresses.filter((address) => address !== undefined))];
}
