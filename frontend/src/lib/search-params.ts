/** Reads what stands in the address bar, where anyone can type anything. */
export function oneOf<const T extends string>(
  value: unknown,
  allowed: readonly T[],
): T | undefined {
  return allowed.find((item) => item === value);
}

export function pageNumber(value: unknown): number | undefined {
  const page = Number(value);
  return Number.isSafeInteger(page) && page > 1 ? page : undefined;
}

export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function texts(value: unknown): string[] | undefined {
  const list = (Array.isArray(value) ? value : [value])
    .map(text)
    .filter((item) => item !== undefined);
  return list.length > 0 ? list : undefined;
}

/** The number in an address's path, or null for what cannot be one. */
export function idOf(value: string): number | null {
  const id = Number(value);
  return /^\d+$/.test(value) && Number.isSafeInteger(id) && id > 0 ? id : null;
}
