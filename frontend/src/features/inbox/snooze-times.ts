const morning = 8;

function onMorningOf(day: Date, daysLater: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysLater, morning);
}

/** The times that the menu offers, by the clock of whoever reads. */
export function snoozeTimes(now: Date): { later: Date; tomorrow: Date; week: Date } {
  return {
    later: new Date(now.getTime() + 3 * 3_600_000),
    tomorrow: onMorningOf(now, 1),
    week: onMorningOf(now, (8 - now.getDay()) % 7 || 7),
  };
}
