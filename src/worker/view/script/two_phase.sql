-- holds (seat UNIQUE, owner, token, expires_at)
-- tickets (seat, owner)   payments (id, state)

-- Reserve, for each seat.
INSERT INTO holds  --: reserve
       (seat, owner, token, expires_at)  --: reserve
SELECT :seat, :me, :token, now() + :hold  --: reserve ?hold=on
SELECT :seat, :me, :token, 'infinity'  --: reserve ?hold=off
 WHERE NOT EXISTS (SELECT 1 FROM tickets  --: reserve
                    WHERE seat = :seat)  --: reserve
    ON CONFLICT (seat) DO NOTHING;  --: reserve ?hold=off
    ON CONFLICT (seat) DO NOTHING;  --: reserve ?hold=on ?expiry!=lazy
    ON CONFLICT (seat) DO UPDATE SET  --: reserve ?hold=on ?expiry=lazy
       owner = EXCLUDED.owner,  --: reserve ?hold=on ?expiry=lazy
       token = EXCLUDED.token,  --: reserve ?hold=on ?expiry=lazy
       expires_at = EXCLUDED.expires_at  --: reserve ?hold=on ?expiry=lazy
 WHERE holds.expires_at <= clock_timestamp();  --: reserve ?hold=on ?expiry=lazy
-- 0 rows: taken, or held. Without ON CONFLICT:  --: reserve/taken reserve/held
--   23505 unique_violation  --: reserve/taken reserve/held
-- Then give back each seat held already.
DELETE FROM holds  --: release
 WHERE seat = :held AND token = :token;  --: release

-- Pay. No transaction waits for the money.  --: pay

-- Captured: confirm.
BEGIN;  --: confirm
DELETE FROM holds  --: confirm
 WHERE seat = ANY (:seats)  --: confirm
   AND token = ANY (:tokens);  --: confirm ?late=accept
   AND token = ANY (:tokens)  --: confirm ?late!=accept
   AND expires_at > clock_timestamp();  --: confirm ?late!=accept
INSERT INTO tickets (seat, owner)  --: confirm
SELECT s, :me FROM unnest(:seats) AS s;  --: confirm ?late!=accept-if-free
SELECT s, :me FROM unnest(:seats) AS s  --: confirm ?late=accept-if-free
 WHERE NOT EXISTS (SELECT 1 FROM tickets  --: confirm ?late=accept-if-free
                    WHERE seat = s)  --: confirm ?late=accept-if-free
   AND NOT EXISTS (SELECT 1 FROM holds  --: confirm ?late=accept-if-free
                    WHERE seat = s);  --: confirm ?late=accept-if-free ?expiry!=lazy
    WHERE seat = s  --: confirm ?late=accept-if-free ?expiry=lazy
      AND expires_at > clock_timestamp());  --: confirm ?late=accept-if-free ?expiry=lazy
COMMIT;  -- if the DELETE found all rows  --: confirm/ok ?late=refund
COMMIT;  -- if every ticket is there  --: confirm/ok confirm/late-free ?late=accept-if-free
COMMIT;  -- whatever was deleted: a mistake!  --: confirm/ok confirm/late ?late=accept
-- Fewer rows: a hold was dead. ROLLBACK, then:  --: confirm/refused ?late=refund
-- Fewer: dead, and taken since. ROLLBACK, then:  --: confirm/refused ?late=accept-if-free
UPDATE payments SET state = 'refunded'  --: refund ?late!=accept
 WHERE id = :payment;  --: refund ?late!=accept

-- Declined, or no answer: cancel.
DELETE FROM holds  --: cancel
 WHERE seat = ANY (:seats)  --: cancel
   AND token = ANY (:tokens);  --: cancel

-- When a hold ends, a timer frees the seat.  ?hold=on ?expiry=timer
DELETE FROM holds  --: expire ?hold=on ?expiry=timer
 WHERE expires_at <= clock_timestamp();  --: expire ?hold=on ?expiry=timer
-- When a hold ends, nobody does anything: the  --: expire ?hold=on ?expiry=lazy
-- next INSERT takes it over.  --: expire ?hold=on ?expiry=lazy
-- When a hold ends, it stands until the sweep.  --: expire ?hold=on ?expiry=sweep
DELETE FROM holds  -- every now and then  --: sweep ?hold=on ?expiry=sweep
 WHERE expires_at <= clock_timestamp();  --: sweep ?hold=on ?expiry=sweep
