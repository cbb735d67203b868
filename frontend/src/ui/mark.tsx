/** The product's mark: a drop above the spring it rises from. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#2b4acb" />
      <path
        d="M16 6.2c3.4 4 5.2 6.8 5.2 9.2a5.2 5.2 0 0 1-10.4 0c0-2.4 1.8-5.2 5.2-9.2Z"
        fill="#fff"
      />
      <path
        d="M7.5 20.6c1.6 3.5 4.8 5.5 8.5 5.5s6.9-2 8.5-5.5"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
