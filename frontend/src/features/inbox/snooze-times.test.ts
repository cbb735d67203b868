import { describe, expect, it } from 'vitest';
import { snoozeTimes } from './snooze-times';

describe('the times to snooze until', () => {
  it('are three hours later, the next morning and the next Monday', () => {
    const saturday = new Date(2026, 1, 28, 22, 30);
    const { later, tomorrow, week } = snoozeTimes(saturday);
    expect(later).toEqual(new Date(2026, 2, 1, 1, 30));
    expect(tomorrow).toEqual(new Date(2026, 2, 1, 8));
    expect(week).toEqual(new Date(2026, 2, 2, 8));
  });

  it('never name the Monday that it is', () => {
    expect(snoozeTimes(new Date(2026, 2, 2, 6)).week).toEqual(new Date(2026, 2, 9, 8));
    expect(snoozeTimes(new Date(2026, 2, 1, 6)).week).toEqual(new Date(2026, 2, 2, 8));
  });
});
