-- Minutes really practised: one row for each session that was held and each drill that was answered.
CREATE TABLE practised (
    stream TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    area TEXT NOT NULL CHECK (area IN ('coding', 'design', 'fundamentals', 'behaviour', 'experimentation')),
    at TEXT NOT NULL CHECK (length(at) = 28),
    minutes REAL NOT NULL CHECK (minutes >= 0)
) WITHOUT ROWID;
CREATE INDEX practised_by_person ON practised (person, at);

-- Of older sessions only begin and end are known here; an hour at most is believed.
INSERT INTO practised (stream, person, area, at, minutes)
SELECT s.stream, s.person,
    CASE
        WHEN s.round IN ('coding', 'ml-coding') THEN 'coding'
        WHEN s.round = 'ml-system-design' THEN 'design'
        WHEN s.round = 'ml-fundamentals' THEN 'fundamentals'
        WHEN s.round = 'experimentation' THEN 'experimentation'
        ELSE 'behaviour'
    END,
    s.ended_at,
    min(60, max(0, round((julianday(s.ended_at) - julianday((SELECT min(q.asked_at) FROM session_questions q WHERE q.stream = s.stream))) * 1440, 1)))
FROM sessions s
WHERE s.ended_at IS NOT NULL AND EXISTS (SELECT 1 FROM session_questions q WHERE q.stream = s.stream);
