import { useLocation } from '@tanstack/react-router';
import type { SearchHit, SearchResult } from '@/api/search';
import { ben } from './posts';

const space = { slug: 'organisation', name: 'Whole organisation', color: '#2b4acb' };

export function aHit(change: Partial<SearchHit> = {}): SearchHit {
  return {
    kind: 'question',
    id: 42,
    questionId: 42,
    title: 'How do I close a channel twice?',
    slug: 'how-do-i-close-a-channel-twice',
    snippetHtml: 'The <mark>channel</mark> panics.',
    score: 3,
    answerCount: 2,
    accepted: true,
    tags: ['go'],
    space,
    author: ben,
    authorName: ben.name,
    createdAt: '2026-01-02T03:04:05Z',
    ...change,
  };
}

export const anAnswerHit = aHit({ kind: 'answer', id: 77, answerCount: 0, accepted: false });

export const aPersonHit = aHit({
  kind: 'person',
  id: 2,
  questionId: null,
  title: ben.name,
  slug: 'ben',
  score: 120,
});

export const aTagHit = aHit({
  kind: 'tag',
  id: 5,
  questionId: null,
  title: 'go',
  slug: 'go',
  score: 9,
});

export function aResult(items: SearchHit[], change: Partial<SearchResult> = {}): SearchResult {
  return {
    items,
    total: items.length,
    page: 1,
    pageSize: 30,
    pages: 1,
    facets: { kind: [], space: [], tag: [], state: [] },
    engine: 'meilisearch',
    tookMs: 3,
    ...change,
  };
}

/** Says at which address the page is. */
export function Address() {
  const location = useLocation();
  return <p data-testid="address">{location.href}</p>;
}
