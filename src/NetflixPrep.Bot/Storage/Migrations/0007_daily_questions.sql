-- When a group's question of the day comes, as it was typed in the settings, and the hour that it shares with drills.
ALTER TABLE groups ADD COLUMN daily_question TEXT;
ALTER TABLE groups ADD COLUMN daily_slot TEXT CHECK ((daily_slot IS NULL) = (daily_question IS NULL));
CREATE INDEX groups_by_daily_slot ON groups (daily_slot) WHERE daily_slot IS NOT NULL;

-- One row for each group and date: nothing is asked twice on a date, and no question again while the pool lasts.
CREATE TABLE dailies (
    stream TEXT NOT NULL PRIMARY KEY,
    "group" TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10),
    state TEXT NOT NULL CHECK (state IN ('asked', 'lost', 'cleared', 'quiet', 'missed', 'off', 'no-question')),
    at TEXT NOT NULL CHECK (length(at) = 28),
    place TEXT,
    question_id TEXT,
    UNIQUE ("group", date),
    CHECK ((state IN ('asked', 'lost', 'cleared')) = (question_id IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX dailies_by_place ON dailies (place) WHERE state = 'asked';

-- Who answered which; the words stand in the events alone.
CREATE TABLE daily_answers (
    stream TEXT NOT NULL,
    person TEXT NOT NULL,
    answered_at TEXT NOT NULL CHECK (length(answered_at) = 28),
    PRIMARY KEY (stream, person)
) WITHOUT ROWID;
CREATE INDEX daily_answers_by_person ON daily_answers (person);
