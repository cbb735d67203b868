import type { Answer, Comment, PersonRef, Question } from '@/api/types';

const yes = { allowed: true, reason: '' };

export const ben: PersonRef = {
  id: 2,
  handle: 'ben',
  name: 'Ben Novak',
  avatarUrl: null,
  unit: 'Infrastructure',
  reputation: 120,
  role: 'member',
};

export const ada: PersonRef = { ...ben, id: 1, handle: 'ada', name: 'Ada Diallo', unit: null };

const post = {
  body: 'The program **panics**.',
  html: '<p>The program <strong>panics</strong>.</p>',
  score: 3,
  upCount: 4,
  downCount: 1,
  myVote: 0 as const,
  saved: false,
  commentCount: 0,
  comments: [],
  createdAt: '2026-01-02T03:04:05Z',
  editedAt: null,
  editor: null,
  revisionCount: 1,
  deletedAt: null,
  deletedBy: null,
  deletedNote: '',
  version: 1,
  suggestion: null,
};

/** A question that Ada asked, as Ben sees it. */
export function aQuestion(change: Partial<Question> = {}): Question {
  return {
    ...post,
    id: 42,
    kind: 'ask',
    title: 'How do I close a channel twice?',
    slug: 'how-do-i-close-a-channel-twice',
    space: { slug: 'organisation', name: 'Whole organisation', color: '#2b4acb' },
    tags: ['go'],
    answerCount: 1,
    viewCount: 1240,
    acceptedAnswerId: null,
    closure: null,
    closeVotes: { count: 0, needed: 3, mine: false },
    duplicates: [],
    locked: null,
    pinned: false,
    protected: null,
    bounty: null,
    author: ada,
    authorName: ada.name,
    following: false,
    imported: null,
    can: {
      edit: yes,
      suggest: { allowed: false, reason: 'You can edit this yourself.' },
      delete: yes,
      undelete: { allowed: false, reason: 'This is not deleted.' },
      answer: yes,
      comment: yes,
      voteUp: yes,
      voteDown: yes,
      close: { allowed: false, reason: 'This needs 1000 reputation.' },
      reopen: { allowed: false, reason: 'This question is open already.' },
      mark: { allowed: false, reason: 'Only moderators can do this.' },
      offer: { allowed: false, reason: 'A bounty can be offered when the question is 2 days old.' },
      flag: yes,
    },
    ...change,
  };
}

export function anAnswer(change: Partial<Answer> = {}): Answer {
  return {
    ...post,
    id: 77,
    questionId: 42,
    accepted: false,
    bounty: 0,
    author: ben,
    authorName: ben.name,
    can: {
      edit: yes,
      suggest: { allowed: false, reason: 'You can edit this yourself.' },
      delete: yes,
      undelete: { allowed: false, reason: 'This is not deleted.' },
      comment: yes,
      voteUp: yes,
      voteDown: yes,
      accept: yes,
      award: { allowed: false, reason: 'No bounty waits to be awarded here.' },
      convert: { allowed: false, reason: 'Only the author and moderators can do this.' },
      flag: yes,
    },
    ...change,
  };
}

export function aComment(change: Partial<Comment> = {}): Comment {
  return {
    id: 5,
    postId: 42,
    parentId: null,
    deleted: false,
    body: 'Which version?',
    html: 'Which version?',
    score: 2,
    myVote: 0,
    author: ada,
    authorName: ada.name,
    createdAt: '2026-01-02T03:04:05Z',
    editedAt: null,
    can: {
      edit: yes,
      delete: yes,
      history: yes,
      vote: yes,
      convert: { allowed: false, reason: 'Only the author and moderators can do this.' },
      flag: yes,
    },
    ...change,
  };
}
