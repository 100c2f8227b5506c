-- What people told about questions, and questions they proposed. The words are in the events.
CREATE TABLE suggestions (
    stream TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    platform TEXT NOT NULL,
    "user" TEXT NOT NULL,
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 28)
) WITHOUT ROWID;
CREATE INDEX suggestions_by_user ON suggestions (platform, "user");

CREATE TABLE question_reports (
    stream TEXT NOT NULL REFERENCES suggestions (stream),
    number INTEGER NOT NULL CHECK (number >= 1),
    question_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL CHECK (length(at) = 28),
    PRIMARY KEY (stream, number)
) WITHOUT ROWID;
CREATE INDEX question_reports_by_question ON question_reports (question_id, at);

CREATE TABLE question_proposals (
    stream TEXT NOT NULL REFERENCES suggestions (stream),
    number INTEGER NOT NULL CHECK (number >= 1),
    round TEXT NOT NULL,
    title TEXT NOT NULL,
    at TEXT NOT NULL CHECK (length(at) = 28),
    PRIMARY KEY (stream, number)
) WITHOUT ROWID;
