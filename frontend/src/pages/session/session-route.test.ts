import { describe, expect, it } from 'vitest';
import { signInRoute } from './session-route';

const nextOf = (next: unknown) => signInRoute.validateSearch({ next }).next;

describe('where one goes after signing in', () => {
  it('is the page one came from, with its filters', () => {
    expect(nextOf('/questions?tag=go&page=2')).toBe('/questions?tag=go&page=2');
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '',
    7,
  ])('is never another host: %s', (next) => {
    expect(nextOf(next)).toBeUndefined();
  });

  it.each(['/sign-in', '/register?next=%2F', '/claim'])('does not lead back here: %s', (next) => {
    expect(nextOf(next)).toBeUndefined();
  });
});
