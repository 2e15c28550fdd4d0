"""Calendars of what people may act on and what must be published: iCal, all of it and by place, field and body."""
