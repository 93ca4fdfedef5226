/** Downloads a text that the page already holds as a file. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not revoked at once: the browser starts to read the URL only after click() has returned.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
