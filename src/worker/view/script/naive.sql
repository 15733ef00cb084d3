-- tickets (seat, owner)

-- Look, for each seat.
SELECT owner FROM tickets  --: read
 WHERE seat = :seat;  --: read
-- A row: taken, the end.  --: read/taken read/mine

-- Think. No lock, no transaction.

-- Book, blindly, for each seat.
INSERT INTO tickets (seat, owner)  --: write
VALUES (:seat, :me);  --: write

-- Nothing refuses it. With UNIQUE (seat) the
-- second INSERT would be an error:
--   23505 unique_violation
