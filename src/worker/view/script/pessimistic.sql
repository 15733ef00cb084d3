-- shows (id)   tickets (seat, owner)  ?lock=show
-- seats (id)   tickets (seat, owner)  ?lock=seat

BEGIN;
-- Lock the show.  ?lock=show
-- Lock, for each seat, in the order of id.  ?lock=seat ?lockorder=sorted
-- Lock, for each seat, in the order asked for.  ?lock=seat ?lockorder=asked
SELECT id FROM shows  --: lock ?lock=show
 WHERE id = :show  --: lock ?lock=show
SELECT id FROM seats  --: lock ?lock=seat
 WHERE id = :seat  --: lock ?lock=seat
   FOR UPDATE;  --: lock
-- Owned: waits for the owner's COMMIT.  --: lock/queued
-- Who would not wait says FOR UPDATE NOWAIT, or
-- sets lock_timeout, and gets an error instead:
--   55P03 lock_not_available
-- Whoever waits in a circle gets one, too:  ?lock=seat
--   40P01 deadlock_detected  --: end/waiting ?lock=seat

-- Look, for each seat, under its lock.
SELECT owner FROM tickets  --: check
 WHERE seat = :seat;  --: check
-- A row: taken, nothing is written.  --: check/taken check/mine

-- Think. Everybody else waits.

-- Book, for each seat.
INSERT INTO tickets (seat, owner)  --: update
VALUES (:seat, :me);  --: update

-- Gives back every lock at once, and lets the
-- next one in. (In the race: one by one.)
COMMIT;  --: unlock
