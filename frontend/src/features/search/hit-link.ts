import { type LinkProps, linkOptions } from '@tanstack/react-router';
import type { SearchHit } from '@/api/search';

/** Where something that was found is shown. */
export function hitLink(hit: SearchHit): LinkProps {
  const params = { id: String(hit.questionId ?? hit.id), slug: hit.slug };
  switch (hit.kind) {
    case 'question':
      return linkOptions({ to: '/questions/$id/{-$slug}', params });
    case 'answer':
      return linkOptions({ to: '/questions/$id/{-$slug}', params, hash: `answer-${hit.id}` });
    case 'person':
      return linkOptions({ to: '/people/$id/{-$slug}', params });
    case 'tag':
      return linkOptions({ to: '/tags/$name', params: { name: hit.title } });
  }
}
