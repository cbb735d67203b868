import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { hasDraft, useDraft } from './draft';

const empty: { title: string; tags: string[] } = { title: '', tags: [] };

it('is there again after the page was left, and gone after it was sent', () => {
  const first = renderHook(() => useDraft('7.ask', empty));
  expect(first.result.current.restored).toBe(false);
  act(() => first.result.current.change({ title: 'How do I', tags: ['go'] }));
  first.unmount();

  const second = renderHook(() => useDraft('7.ask', empty));
  expect(second.result.current.value).toEqual({ title: 'How do I', tags: ['go'] });
  expect(second.result.current.restored).toBe(true);
  act(() => second.result.current.clear());
  expect(second.result.current.value).toEqual(empty);
  expect(hasDraft('7.ask')).toBe(false);
});

it('saves itself while one types', () => {
  vi.useFakeTimers();
  const { result } = renderHook(() => useDraft('7.answer.1', { body: '' }));
  act(() => result.current.change({ body: 'You do not.' }));
  expect(hasDraft('7.answer.1')).toBe(false);
  act(() => vi.advanceTimersByTime(1000));
  expect(hasDraft('7.answer.1')).toBe(true);
});

it('keeps nothing when the text is again what it was', () => {
  const { result, unmount } = renderHook(() => useDraft('7.edit.1', { body: 'before' }));
  act(() => result.current.change({ body: 'after' }));
  act(() => result.current.change({ body: 'before' }));
  unmount();
  expect(hasDraft('7.edit.1')).toBe(false);
});

it('takes what was saved as the new beginning', () => {
  const { result, unmount } = renderHook(() => useDraft('7.profile', { name: 'Ada' }));
  act(() => result.current.change({ name: 'Ada L.' }));
  act(() => result.current.settle());
  expect(result.current.value).toEqual({ name: 'Ada L.' });
  unmount();
  expect(hasDraft('7.profile')).toBe(false);
});

it.each(['not JSON', '[]', '{"title":5,"tags":["a",1]}', 'null'])(
  'ignores what it cannot have written: %s',
  (stored) => {
    localStorage.setItem('wellspring.draft.7.ask', stored);
    const { result } = renderHook(() => useDraft('7.ask', empty));
    expect(result.current.value).toEqual(empty);
    expect(result.current.restored).toBe(false);
  },
);
