//! Calendars written by hand.
