-- Whom a group's matching knows; the wishes stand in the events alone.
CREATE TABLE pool_members (
    stream TEXT NOT NULL,
    person TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'out')),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 28),
    PRIMARY KEY (stream, person)
) WITHOUT ROWID;

-- One row for each meeting of two.
CREATE TABLE pairs (
    stream TEXT NOT NULL PRIMARY KEY,
    "group" TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10),
    status TEXT NOT NULL CHECK (status IN ('open', 'over')),
    started_at TEXT NOT NULL CHECK (length(started_at) = 28),
    ended_at TEXT CHECK (length(ended_at) = 28),
    first_question TEXT NOT NULL,
    second_question TEXT NOT NULL CHECK (second_question <> first_question),
    CHECK ((status = 'open') = (ended_at IS NULL))
) WITHOUT ROWID;
CREATE INDEX pairs_by_group ON pairs ("group", ended_at);

CREATE TABLE pair_people (
    stream TEXT NOT NULL,
    person TEXT NOT NULL,
    platform TEXT NOT NULL,
    "user" TEXT NOT NULL,
    PRIMARY KEY (stream, person)
) WITHOUT ROWID;
CREATE INDEX pair_people_by_person ON pair_people (person);
CREATE INDEX pair_people_by_user ON pair_people (platform, "user");
CREATE INDEX pool_members_by_person ON pool_members (person);
