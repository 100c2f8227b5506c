-- Why nobody knows whether an earlier try of a row arrived, so that it may have been shown twice; null when every try is known.
ALTER TABLE outbox ADD COLUMN doubt TEXT CHECK (doubt IN ('no-answer', 'stopped'));

-- Erasing deletes outbox rows, and each looks whether a slot stands on it.
CREATE INDEX slots_by_outbox ON slots (outbox_id);

-- The ledger of root causes: what a person chose to fix, and whether it held in the session after.
CREATE TABLE causes (
    stream TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    at TEXT NOT NULL CHECK (length(at) = 28),
    cause TEXT NOT NULL,
    label TEXT NOT NULL,
    mark TEXT NOT NULL CHECK (mark IN ('chosen', 'held', 'slipped')),
    PRIMARY KEY (stream, version)
) WITHOUT ROWID;

INSERT INTO causes (stream, version, at, cause, label, mark)
SELECT stream, version, at, json_extract(data, '$.cause'), json_extract(data, '$.label'), 'chosen'
FROM events WHERE type = 'cause-chosen';

-- A judgement names the cause; its label stands in the set-up of the session.
INSERT INTO causes (stream, version, at, cause, label, mark)
SELECT judged.stream, judged.version, judged.at, json_extract(judged.data, '$.cause'),
    coalesce(
        (SELECT json_extract(card.data, '$.setup.lastCause.label') FROM events card
         WHERE card.stream = judged.stream AND card.type IN ('briefed', 'setup-changed')
         ORDER BY card.version DESC LIMIT 1),
        json_extract(judged.data, '$.cause')),
    CASE json_extract(judged.data, '$.held') WHEN 1 THEN 'held' ELSE 'slipped' END
FROM events judged WHERE judged.type = 'last-cause-judged';

-- Projection of the group streams, for look-ups.
CREATE TABLE groups (
    stream TEXT NOT NULL PRIMARY KEY,
    introduced_at TEXT CHECK (length(introduced_at) = 28),
    practice_channel TEXT,
    review_channel TEXT,
    moderators TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(moderators)),
    zone TEXT NOT NULL DEFAULT 'UTC',
    quiet_hours TEXT,
    retention_days INTEGER CHECK (retention_days BETWEEN 7 AND 3650)
) WITHOUT ROWID;
