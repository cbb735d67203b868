import { expect, test } from 'vitest';
import type { PostAct } from '@/api/moderation';
import type { Revision } from '@/api/types';
import { storyOf } from './story';

function revision(number: number, createdAt: string): Revision {
  return {
    number,
    kind: number === 1 ? 'initial' : 'edit',
    author: null,
    authorName: 'Ada',
    createdAt,
    summary: '',
    title: null,
    body: '',
    tags: null,
    changed: [],
    acceptedBy: null,
    suggestionId: null,
  };
}

function act(kind: PostAct['kind'], at: string): PostAct {
  return { kind, by: null, with: [], at, note: '', original: null };
}

test('versions and what else was done stand in one story, the newest first', () => {
  const story = storyOf(
    [revision(2, '2026-01-03T00:00:00Z'), revision(1, '2026-01-01T00:00:00Z')],
    [act('reopened', '2026-01-04T00:00:00Z'), act('closed', '2026-01-02T00:00:00Z')],
  );
  expect(story.map((step) => step.act?.kind ?? step.revision?.number)).toEqual([
    'reopened',
    2,
    'closed',
    1,
  ]);
  expect(story[1]?.revision?.number).toBe(2);
  expect(story[1]?.before?.number).toBe(1);
});
