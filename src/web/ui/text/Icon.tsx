/**
 * The product's icons, drawn on a 16-px grid in the text's colour; hidden from screen readers, because a word is always
 * beside them.
 */

const PATHS = {
  flag: <path d="M3 2v12M3 3h8l-2 3 2 3H3" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  full: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  tick: <path d="m3 8.5 3.2 3.2L13 4.6" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="m10.3 10.3 3.4 3.4" />
    </>
  ),
  left: <path d="M10 3 5 8l5 5" />,
  right: <path d="m6 3 5 5-5 5" />,
  up: <path d="M8 13V3.5M4 7l4-4 4 4" />,
  down: <path d="M8 3v9.5M4 9l4 4 4-4" />,
  open: <path d="m3.5 6 4.5 4.5L12.5 6" />,
  plus: <path d="M8 3v10M3 8h10" />,
  inbox: <path d="M2.5 9 4.5 3h7l2 6v4h-11zM2.5 9H6l1 1.7h2L10 9h3.5" />,
  person: (
    <>
      <circle cx="8" cy="5.3" r="2.6" />
      <path d="M2.8 13.6c.6-2.8 2.6-4.2 5.2-4.2s4.6 1.4 5.2 4.2" />
    </>
  ),
  approve: (
    <path d="M13.5 8.6V13a.5.5 0 0 1-.5.5H3a.5.5 0 0 1-.5-.5V3a.5.5 0 0 1 .5-.5h7M5.5 7.5 8 10l5.5-6" />
  ),
  chart: <path d="M2.5 13.5h11M4.5 11V7.5M8 11V3.5M11.5 11V5.5" />,
  log: <path d="M3.5 2.5h9v11h-9zM5.8 5.8h4.4M5.8 8.3h4.4M5.8 10.8h2.4" />,
  eye: (
    <>
      <path d="M1.5 8C3 5 5.2 3.6 8 3.6S13 5 14.5 8C13 11 10.8 12.4 8 12.4S3 11 1.5 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  lock: <path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />,
  settings: <path d="M2.5 4.5h7M12.5 4.5h1M2.5 11.5h1M6.5 11.5h7M11 3v3M5 10v3" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  calendar: <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2v3M10.5 2.2v3" />,
  warning: <path d="M8 2.5 14.3 13.5H1.7zM8 6.5v3.2M8 11.4v.4" />,
} as const;

export type IconName = keyof typeof PATHS;

type IconProps = { name: IconName; size?: number };

export function Icon({ name, size = 16 }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      // A flex row with long text would shrink it otherwise.
      style={{ flex: 'none' }}
    >
      {PATHS[name]}
    </svg>
  );
}
