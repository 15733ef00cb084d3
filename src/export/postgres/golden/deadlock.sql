-- Two seats, two orders, pessimistic. Deadlock: Alice waits for the lock of D2, which Bob owns; Bob waits for
-- the lock of D1, which Alice owns.
-- The same run in seatrace: v=1&s=deadlock&order=ABAB

-- Open psql once for each of A (Alice), B (Bob), and once for the clock. Run each block in the session that
-- stands before it, from top to bottom. A session that waits for a lock gives no prompt: leave it and go on
-- with the next block.

-- [setup] the clock
DROP TABLE IF EXISTS seatrace_ticket, seatrace_seat, seatrace_version;
CREATE TABLE seatrace_ticket (seat text NOT NULL, owner text NOT NULL);
CREATE TABLE seatrace_seat (name text PRIMARY KEY, held_by text, token integer, expired boolean NOT NULL DEFAULT false);
CREATE TABLE seatrace_version (scope text PRIMARY KEY, version integer NOT NULL DEFAULT 0);
INSERT INTO seatrace_seat (name) VALUES ('D1'), ('D2');
INSERT INTO seatrace_version (scope) VALUES ('show'), ('D1'), ('D2');

-- [1] A (Alice): lock
SELECT pg_advisory_lock(31);

-- [2] B (Bob): lock
SELECT pg_advisory_lock(32);

-- [3] A (Alice): lock
SELECT pg_advisory_lock(32);
-- waits

-- [4] B (Bob): lock
SELECT pg_advisory_lock(31);
-- waits
-- Alice ends: waiting
-- Bob ends: waiting

-- Here users wait for ever. After deadlock_timeout PostgreSQL notices a cycle and gives one of them an error;
-- a session that was left with its lock is waited for until it is closed.
-- [end] the clock
SELECT seat, owner FROM seatrace_ticket ORDER BY seat, owner;
-- answers: 0 rows
SELECT seat, count(DISTINCT owner) AS owners FROM seatrace_ticket GROUP BY seat HAVING count(DISTINCT owner) > 1;
-- answers: 0 rows: what was sold twice
