-- What arrived, before anything was decided. At never runs backwards; received_at is the clock's own word.
CREATE TABLE inbound (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL CHECK (platform <> ''),
    delivery_id TEXT NOT NULL CHECK (delivery_id <> ''),
    person TEXT NOT NULL,
    place TEXT NOT NULL,
    at TEXT NOT NULL CHECK (length(at) = 28),
    received_at TEXT NOT NULL CHECK (length(received_at) = 28),
    kind TEXT NOT NULL,
    data TEXT NOT NULL CHECK (json_valid(data)),
    status TEXT NOT NULL CHECK (status IN ('done', 'failed')),
    answered INTEGER NOT NULL CHECK (answered IN (0, 1)),
    error TEXT CHECK ((status = 'failed') = (error IS NOT NULL)),
    UNIQUE (platform, delivery_id)
);

-- Facts. Position is the order of the whole log, version the order within a stream.
CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL CHECK (instr(stream, '/') > 1),
    version INTEGER NOT NULL CHECK (version > 0),
    type TEXT NOT NULL,
    data TEXT NOT NULL CHECK (json_valid(data)),
    at TEXT NOT NULL CHECK (length(at) = 28),
    inbound_id INTEGER NOT NULL REFERENCES inbound (id),
    UNIQUE (stream, version)
);
CREATE INDEX events_by_inbound ON events (inbound_id);

-- A stream named here may be deleted, in the same transaction, and is then taken off again.
CREATE TABLE erasing (stream TEXT NOT NULL PRIMARY KEY);

CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'an event never changes');
END;

CREATE TRIGGER events_stay BEFORE DELETE ON events
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE stream = OLD.stream)
BEGIN
    SELECT RAISE(ABORT, 'an event stays until its stream is erased');
END;

-- Wishes to the world, sent after commit. Rows of one conversation go in order of id.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    inbound_id INTEGER NOT NULL REFERENCES inbound (id),
    stream TEXT,
    conversation TEXT NOT NULL,
    lane INTEGER NOT NULL CHECK (lane IN (0, 1)),
    kind TEXT NOT NULL,
    data TEXT NOT NULL CHECK (json_valid(data)),
    state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'dead', 'dropped')),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    not_before TEXT CHECK (length(not_before) = 28),
    claimed_by TEXT NOT NULL,
    claimed_until TEXT NOT NULL CHECK (length(claimed_until) = 28),
    sent_at TEXT CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    place TEXT,
    message_ids TEXT NOT NULL CHECK (json_valid(message_ids)),
    error TEXT CHECK (state <> 'dead' OR error IS NOT NULL)
);
CREATE INDEX outbox_pending ON outbox (conversation, id) WHERE state = 'pending';
CREATE INDEX outbox_by_inbound ON outbox (inbound_id);

-- The home of a stream. A lost one stays known, so that what comes from it still finds its stream.
CREATE TABLE places (
    stream TEXT NOT NULL PRIMARY KEY,
    place TEXT NOT NULL,
    opened_at TEXT NOT NULL CHECK (length(opened_at) = 28),
    lost_at TEXT CHECK (length(lost_at) = 28)
);
CREATE INDEX places_by_place ON places (place);

-- The direct message of a person, once it was found.
CREATE TABLE direct_places (
    person TEXT NOT NULL PRIMARY KEY,
    place TEXT NOT NULL
);

-- The newest message in each slot, so that it can be changed in place and lose its controls.
CREATE TABLE slots (
    stream TEXT NOT NULL,
    slot TEXT NOT NULL,
    place TEXT NOT NULL,
    message_ids TEXT NOT NULL CHECK (json_valid(message_ids)),
    outbox_id INTEGER NOT NULL REFERENCES outbox (id),
    carries_controls INTEGER NOT NULL CHECK (carries_controls IN (0, 1)),
    content TEXT NOT NULL CHECK (json_valid(content)),
    PRIMARY KEY (stream, slot)
) WITHOUT ROWID;

-- Set is the inbound that set it: a timer set again to the same instant is another one.
CREATE TABLE timers (
    stream TEXT NOT NULL,
    timer TEXT NOT NULL,
    due_at TEXT NOT NULL CHECK (length(due_at) = 28),
    arguments TEXT NOT NULL CHECK (json_valid(arguments)),
    set_by INTEGER NOT NULL REFERENCES inbound (id),
    PRIMARY KEY (stream, timer)
) WITHOUT ROWID;

CREATE TABLE heartbeats (
    instance TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL CHECK (length(at) = 28)
);

-- Once for each database: makes its idempotency keys differ from those of another.
CREATE TABLE installation (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    nonce TEXT NOT NULL CHECK (length(nonce) = 8)
);
INSERT INTO installation (only_row, nonce) VALUES (1, lower(hex(randomblob(4))));

-- Projections of the session streams.
CREATE TABLE sessions (
    stream TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    platform TEXT NOT NULL,
    "user" TEXT NOT NULL,
    place TEXT,
    status TEXT NOT NULL CHECK (status IN ('open', 'finished')),
    started_at TEXT NOT NULL CHECK (length(started_at) = 28),
    ended_at TEXT CHECK (length(ended_at) = 28),
    question_id TEXT NOT NULL,
    round TEXT NOT NULL,
    asked INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1)),
    clock_runs INTEGER NOT NULL DEFAULT 0 CHECK (clock_runs IN (0, 1)),
    root_cause TEXT,
    root_cause_label TEXT,
    outcome TEXT CHECK (outcome IN ('complete', 'stopped', 'abandoned', 'place-lost')),
    CHECK ((status = 'finished') = (ended_at IS NOT NULL)),
    CHECK ((root_cause IS NULL) = (root_cause_label IS NULL))
);
CREATE INDEX sessions_by_person ON sessions (person, ended_at);
CREATE INDEX sessions_with_running_clock ON sessions (clock_runs) WHERE clock_runs = 1;
CREATE INDEX sessions_by_user ON sessions (platform, "user", status);
CREATE INDEX sessions_by_place ON sessions (place);

-- The words of a question as they were asked, by their hash.
CREATE TABLE questions (
    hash TEXT NOT NULL PRIMARY KEY,
    question_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    data TEXT NOT NULL CHECK (json_valid(data))
) WITHOUT ROWID;

-- Small texts of the adapters that outlive a restart, such as where a connection stood.
CREATE TABLE notes (
    key TEXT NOT NULL PRIMARY KEY CHECK (instr(key, '/') > 1),
    value TEXT NOT NULL
) WITHOUT ROWID;
