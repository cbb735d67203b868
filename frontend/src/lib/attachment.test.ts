import { describe, expect, it } from 'vitest';
import { filesOf, markdownOf, withDescription } from './attachment';

const picture = { url: '/uploads/ABC/Übersicht.png', name: 'Übersicht.png', picture: true };
const file = { url: '/uploads/ABC/plan.pdf', name: 'plan [1].pdf', picture: false };

describe('what is put into a text', () => {
  it('is a picture with its description, or a link with its name', () => {
    expect(markdownOf(picture, 'The [open]\ngate')).toBe(
      '![The \\[open\\] gate](/uploads/ABC/%C3%9Cbersicht.png)',
    );
    expect(markdownOf(file, '')).toBe('[plan \\[1\\].pdf](/uploads/ABC/plan.pdf)');
  });

  it('is found again to be described', () => {
    const [from, to] = withDescription(picture, '', 'The gate');
    expect(`Look: ${markdownOf(picture, '')}!`.replace(from, to)).toBe(
      'Look: ![The gate](/uploads/ABC/%C3%9Cbersicht.png)!',
    );
  });
});

describe('what is pasted', () => {
  const data = (types: string[]) =>
    ({ types, files: [new File(['x'], 'a.png')] }) as unknown as DataTransfer;

  it('is a file where there are no words', () => {
    expect(filesOf(data(['Files', 'text/html']))).toHaveLength(1);
    expect(filesOf(data(['Files', 'text/plain', 'text/html']))).toHaveLength(0);
    expect(filesOf(null)).toHaveLength(0);
  });
});
