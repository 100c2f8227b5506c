-- Who sits on the panel of which session; what they said stands in the events alone.
CREATE TABLE panel_seats (
    stream TEXT NOT NULL REFERENCES sessions (stream) ON DELETE CASCADE,
    person TEXT NOT NULL,
    PRIMARY KEY (stream, person)
) WITHOUT ROWID;
CREATE INDEX panel_seats_by_person ON panel_seats (person);
