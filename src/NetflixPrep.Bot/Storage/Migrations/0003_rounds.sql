-- A round may hold several questions: which were asked, and when. Older sessions had one.
CREATE TABLE session_questions (
    stream TEXT NOT NULL REFERENCES sessions (stream) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 0),
    question_id TEXT NOT NULL,
    asked_at TEXT NOT NULL CHECK (length(asked_at) = 28),
    PRIMARY KEY (stream, number)
) WITHOUT ROWID;
INSERT INTO session_questions (stream, number, question_id, asked_at)
    SELECT stream, 0, question_id, started_at FROM sessions WHERE asked = 1;

-- Loops: several rounds in a row, resumable over days.
CREATE TABLE loops (
    stream TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    platform TEXT NOT NULL,
    "user" TEXT NOT NULL,
    label TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'finished')),
    started_at TEXT NOT NULL CHECK (length(started_at) = 28),
    ended_at TEXT CHECK (length(ended_at) = 28),
    CHECK ((status = 'finished') = (ended_at IS NOT NULL))
);
CREATE INDEX loops_by_user ON loops (platform, "user", status);
