-- 2 users race for D1, two-phase. Alice confirms D1 with token 1 at step 5, but Bob has held it since step 3,
-- with token 2.
-- The same run in seatrace: v=1&strategy=two-phase&users=2&payfail=0&late=accept&clock=free&order=AtBApABpB

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

-- [1] A (Alice): reserve
UPDATE seatrace_seat SET held_by = 'Alice', token = 1, expired = false WHERE name = 'D1' AND held_by IS NULL AND NOT EXISTS (SELECT 1 FROM seatrace_ticket WHERE seat = 'D1');
-- answers: 1 row (ok)
-- Alice asks for the payment

-- [2] the clock: expire
UPDATE seatrace_seat SET held_by = NULL, token = NULL, expired = false WHERE name = 'D1' AND token = 1;

-- [3] B (Bob): reserve
UPDATE seatrace_seat SET held_by = 'Bob', token = 2, expired = false WHERE name = 'D1' AND held_by IS NULL AND NOT EXISTS (SELECT 1 FROM seatrace_ticket WHERE seat = 'D1');
-- answers: 1 row (ok)
-- Bob asks for the payment

-- [4] A (Alice): pay
-- Alice hears of the payment: captured

-- [5] A (Alice): confirm
BEGIN;
UPDATE seatrace_seat SET held_by = NULL, token = NULL WHERE name = 'D1' AND token = 1 AND NOT expired;
-- whatever it answers: the payment is accepted (late)
INSERT INTO seatrace_ticket (seat, owner) VALUES ('D1', 'Alice');
COMMIT;
-- Alice ends: booked

-- [6] B (Bob): pay
-- Bob hears of the payment: captured

-- [7] B (Bob): confirm
BEGIN;
UPDATE seatrace_seat SET held_by = NULL, token = NULL WHERE name = 'D1' AND token = 2 AND NOT expired;
-- answers: 1 row (ok)
INSERT INTO seatrace_ticket (seat, owner) VALUES ('D1', 'Bob');
COMMIT;
-- Bob ends: booked

-- [end] the clock
SELECT seat, owner FROM seatrace_ticket ORDER BY seat, owner;
-- answers: 2 rows
SELECT seat, count(DISTINCT owner) AS owners FROM seatrace_ticket GROUP BY seat HAVING count(DISTINCT owner) > 1;
-- answers: 1 row: what was sold twice
