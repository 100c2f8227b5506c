-- One row for each committee, from its candidate's first look to its end. The packet and the votes stand in the events alone.
CREATE TABLE committees (
    stream TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    "group" TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'open', 'closed', 'withdrawn')),
    at TEXT NOT NULL CHECK (length(at) = 28),
    place TEXT,
    ended_at TEXT CHECK (length(ended_at) = 28),
    CHECK ((status = 'draft') = (place IS NULL)),
    CHECK ((status IN ('closed', 'withdrawn')) = (ended_at IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX committees_by_person ON committees (person, status);
CREATE INDEX committees_by_group ON committees ("group");
CREATE INDEX committees_by_place ON committees (place) WHERE status = 'open';

-- Which shares stand in which committee: no share goes before two. One that was taken back holds none.
CREATE TABLE committee_rounds (
    stream TEXT NOT NULL,
    review TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (stream, review)
) WITHOUT ROWID;
CREATE UNIQUE INDEX committee_rounds_by_review ON committee_rounds (review);
CREATE INDEX committee_rounds_by_source ON committee_rounds (source);

-- Who voted in which.
CREATE TABLE committee_votes (
    stream TEXT NOT NULL,
    person TEXT NOT NULL,
    voted_at TEXT NOT NULL CHECK (length(voted_at) = 28),
    PRIMARY KEY (stream, person)
) WITHOUT ROWID;
CREATE INDEX committee_votes_by_person ON committee_votes (person);
