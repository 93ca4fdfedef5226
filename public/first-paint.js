// Sets the theme and language of the last visit before the first paint, so that the page does not flash and a screen
// reader starts with the right voice. A separate file, because the content security policy allows no inline script.
(() => {
  const root = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage can be disabled in the browser
    }
  };
  const mode = read('otinish-theme');
  const dark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  // The `bg` tokens of src/web/app/theme-tokens.ts: the style sheets that set them are not loaded yet.
  root.style.backgroundColor = dark ? '#11161b' : '#f6f7f8';
  const language = read('otinish-language');
  if (language === 'kk' || language === 'ru' || language === 'en') root.lang = language;
})();
