package mails

import "time"

// morning is the hour at which what was gathered for a day or a week is sent.
const morning = 8

func (p *Preferences) location() *time.Location {
	// A zone that this version of the data no longer has must not hold up the mail.
	if zone, err := time.LoadLocation(p.TimeZone); err == nil {
		return zone
	}
	return time.UTC
}

// due tells when something that happens now is to be sent at this pace, whatever the quiet hours.
func (p *Preferences) due(pace Pace, now time.Time) time.Time {
	local := now.In(p.location())
	switch pace {
	case Hourly:
		return now.Truncate(time.Hour).Add(time.Hour)
	case Daily:
		return nextMorning(local).UTC()
	case Weekly:
		day := nextMorning(local)
		for day.Weekday() != time.Monday {
			day = time.Date(day.Year(), day.Month(), day.Day()+1, morning, 0, 0, 0, day.Location())
		}
		return day.UTC()
	default:
		return now
	}
}

func nextMorning(local time.Time) time.Time {
	at := time.Date(local.Year(), local.Month(), local.Day(), morning, 0, 0, 0, local.Location())
	if !at.After(local) {
		at = time.Date(local.Year(), local.Month(), local.Day()+1, morning, 0, 0, 0, local.Location())
	}
	return at
}

// quietUntil gives the end of the quiet hours, and whether it is within them. They may last over midnight.
func (p *Preferences) quietUntil(now time.Time) (time.Time, bool) {
	if !p.Quiet {
		return time.Time{}, false
	}
	local := now.In(p.location())
	minute := local.Hour()*60 + local.Minute()
	day := local.Day()
	switch {
	case p.QuietFrom < p.QuietTo && (minute < p.QuietFrom || minute >= p.QuietTo):
		return time.Time{}, false
	case p.QuietFrom > p.QuietTo && minute < p.QuietFrom && minute >= p.QuietTo:
		return time.Time{}, false
	case p.QuietFrom > p.QuietTo && minute >= p.QuietFrom:
		day++
	}
	return time.Date(local.Year(), local.Month(), day, 0, p.QuietTo, 0, 0, local.Location()).UTC(), true
}
