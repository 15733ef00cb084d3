-- seats (id, owner, version)  ?version=seat
-- shows (id, version)   seats (id, owner)  ?version=show

-- Look, for each seat, and keep the version.
SELECT owner, version FROM seats  --: read ?version=seat
 WHERE id = :seat;  --: read ?version=seat
SELECT seats.owner, shows.version  --: read ?version=show
  FROM seats, shows  --: read ?version=show
 WHERE seats.id = :seat AND shows.id = :show;  --: read ?version=show
-- An owner: taken, the end.  --: read/taken read/mine

-- Think. No transaction is open.

-- Commit, if nothing has changed since.
BEGIN;  --: commit
UPDATE shows  --: commit ?version=show
   SET version = version + 1  --: commit ?version=show
 WHERE id = :show AND version = :seen;  --: commit ?version=show
UPDATE seats SET owner = :me  --: commit ?version=show
 WHERE id = ANY (:seats) AND owner IS NULL;  --: commit ?version=show
UPDATE seats  --: commit ?version=seat
   SET owner = :me, version = version + 1  --: commit ?version=seat
 WHERE id = :seat AND version = :seen  --: commit ?version=seat
   AND owner IS NULL;  -- for each seat  --: commit ?version=seat
COMMIT;  -- if every UPDATE found its rows  --: commit/ok
-- 0 rows: conflict. ROLLBACK, wait, look again.  --: commit/conflict
-- The row count is the failure code. Under
-- SERIALIZABLE the database finds it itself:
--   40001 serialization_failure
-- Either way begin with the first SELECT again.
