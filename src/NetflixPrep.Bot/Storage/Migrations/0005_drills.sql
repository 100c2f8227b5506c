-- Who wants a drill and when; one row for each person and group, newest wish.
CREATE TABLE subscriptions (
    stream TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    platform TEXT NOT NULL,
    "user" TEXT NOT NULL,
    slot TEXT NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 127),
    first_on TEXT NOT NULL CHECK (length(first_on) = 10),
    away_until TEXT CHECK (length(away_until) = 10),
    state TEXT NOT NULL CHECK (state IN ('on', 'paused', 'off')),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 28)
) WITHOUT ROWID;
CREATE INDEX subscriptions_by_slot ON subscriptions (slot) WHERE state = 'on';
CREATE INDEX subscriptions_by_user ON subscriptions (platform, "user", changed_at);

-- One row for each drill that was due: the date that was meant is the key, so nothing is sent twice.
CREATE TABLE drill_dues (
    person TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('daily')),
    date TEXT NOT NULL CHECK (length(date) = 10),
    slot TEXT NOT NULL,
    due_at TEXT NOT NULL CHECK (length(due_at) = 28),
    state TEXT NOT NULL CHECK (state IN ('due', 'sent', 'away', 'skipped', 'quiet', 'missed', 'off', 'put-off', 'no-question')),
    settled_at TEXT CHECK (length(settled_at) = 28),
    drill TEXT,
    opened_dm INTEGER NOT NULL DEFAULT 0 CHECK (opened_dm IN (0, 1)),
    PRIMARY KEY (person, kind, date),
    CHECK ((state = 'sent') = (drill IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX drill_dues_waiting ON drill_dues (due_at, person) WHERE state = 'due';
CREATE INDEX drill_dues_opened ON drill_dues (settled_at) WHERE opened_dm = 1;

CREATE TABLE drills (
    stream TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    platform TEXT NOT NULL,
    "user" TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('daily', 'extra')),
    date TEXT NOT NULL CHECK (length(date) = 10),
    question_id TEXT NOT NULL,
    area TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'answered', 'skipped')),
    offered_at TEXT NOT NULL CHECK (length(offered_at) = 28),
    ended_at TEXT CHECK (length(ended_at) = 28),
    CHECK ((status = 'open') = (ended_at IS NULL))
) WITHOUT ROWID;
CREATE INDEX drills_by_user ON drills (platform, "user", status, offered_at);
CREATE INDEX drills_by_person ON drills (person, offered_at);

-- What is remembered of a skill (FSRS); days are the person's own.
CREATE TABLE skills (
    person TEXT NOT NULL,
    skill TEXT NOT NULL,
    stability REAL NOT NULL CHECK (stability > 0),
    difficulty REAL NOT NULL CHECK (difficulty BETWEEN 1 AND 10),
    last_on TEXT NOT NULL CHECK (length(last_on) = 10),
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    reviews INTEGER NOT NULL CHECK (reviews > 0),
    lapses INTEGER NOT NULL CHECK (lapses >= 0),
    PRIMARY KEY (person, skill)
) WITHOUT ROWID;
