-- 2 users race for D1, optimistic. No rule is broken: 1 of 2 users booked, 1 ticket sold, 5 steps in 0 ms.
-- The same run in seatrace: v=1&strategy=optimistic&users=2&clock=free&order=ABAB2

-- Open psql once for each of A (Alice), B (Bob), and once for the clock. Run each block in the session that
-- stands before it, from top to bottom. A session that waits for a lock gives no prompt: leave it and go on
-- with the next block.

-- [setup] the clock
DROP TABLE IF EXISTS seatrace_ticket, seatrace_seat, seatrace_version;
CREATE TABLE seatrace_ticket (seat text NOT NULL, owner text NOT NULL);
CREATE TABLE seatrace_seat (name text PRIMARY KEY, held_by text, token integer, expired boolean NOT NULL DEFAULT false);
CREATE TABLE seatrace_version (scope text PRIMARY KEY, version integer NOT NULL DEFAULT 0);
INSERT INTO seatrace_seat (name) VALUES ('D1');
INSERT INTO seatrace_version (scope) VALUES ('show'), ('D1');

-- [1] A (Alice): read
SELECT version, ARRAY(SELECT owner FROM seatrace_ticket WHERE seat = 'D1') AS owners FROM seatrace_version WHERE scope = 'show';
-- answers: free

-- [2] B (Bob): read
SELECT version, ARRAY(SELECT owner FROM seatrace_ticket WHERE seat = 'D1') AS owners FROM seatrace_version WHERE scope = 'show';
-- answers: free

-- [3] A (Alice): commit
BEGIN;
UPDATE seatrace_version SET version = version + 1 WHERE ((scope = 'show' AND version = 0)) AND NOT EXISTS (SELECT 1 FROM seatrace_ticket WHERE seat IN ('D1'));
-- answers: 1 row (ok)
INSERT INTO seatrace_ticket (seat, owner) VALUES ('D1', 'Alice');
COMMIT;
-- Alice ends: booked

-- [4] B (Bob): commit
BEGIN;
UPDATE seatrace_version SET version = version + 1 WHERE ((scope = 'show' AND version = 0)) AND NOT EXISTS (SELECT 1 FROM seatrace_ticket WHERE seat IN ('D1'));
-- answers: fewer than 1 (conflict)
ROLLBACK;
-- Bob is refused: conflict

-- [5] B (Bob): read
SELECT version, ARRAY(SELECT owner FROM seatrace_ticket WHERE seat = 'D1') AS owners FROM seatrace_version WHERE scope = 'show';
-- answers: taken
-- Bob ends: taken

-- [end] the clock
SELECT seat, owner FROM seatrace_ticket ORDER BY seat, owner;
-- answers: 1 row
SELECT seat, count(DISTINCT owner) AS owners FROM seatrace_ticket GROUP BY seat HAVING count(DISTINCT owner) > 1;
-- answers: 0 rows: what was sold twice
