import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Space } from '@/api/types';
import { show } from '@/test/render';
import { SpaceAbout } from './space-about';
import { SpaceCard } from './space-card';
import { SpaceIntro } from './space-intro';

const space: Space = {
  id: 4,
  slug: 'it',
  name: 'IT operations',
  description: 'Servers and networks.',
  visibility: 'organisation',
  reason: null,
  color: '#1d4ed8',
  unit: 'IT',
  questionCount: 29,
  memberCount: 0,
  isMember: false,
  canAsk: true,
};

const closed: Space = {
  ...space,
  visibility: 'members',
  reason: 'Personnel files.',
  memberCount: 4,
  isMember: true,
};

it('shows what a space is for and who reads it', async () => {
  await show(<SpaceCard space={space} />);
  expect(screen.getByRole('link', { name: 'IT operations' })).toHaveAttribute('href', '/spaces/it');
  expect(screen.getByText('Servers and networks.')).toBeVisible();
  expect(screen.getByText('Open to the organisation')).toBeVisible();
  expect(screen.getByText('29 questions')).toBeVisible();
});

it('states why a space is restricted', async () => {
  await show(<SpaceIntro space={closed} />);
  expect(screen.getByText(/Personnel files\./)).toHaveTextContent(
    'Only members can read this space.',
  );
});

it('says of an open space nothing about restrictions', async () => {
  await show(<SpaceIntro space={space} />);
  expect(screen.queryByText(/Only members/)).toBeNull();
});

it('counts members where there are some', async () => {
  await show(<SpaceAbout space={closed} />);
  expect(screen.getByText('Members only')).toBeVisible();
  expect(screen.getByText('You are a member.')).toBeVisible();
  expect(screen.getByText('4')).toBeVisible();
});
