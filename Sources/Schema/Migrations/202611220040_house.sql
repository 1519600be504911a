-- The host of a pool is looked up for each mail; what is done in the outbox is removed by age.

CREATE INDEX pool_host__by_pool ON pool_host (pool_id, host);

CREATE INDEX outbox_item__done ON outbox_item (pool_id, done_at, id) WHERE done_at IS NOT NULL;

-- SQLite looks along this foreign key whenever a practitioner is written.
CREATE INDEX match_request_refusal__by_suggested ON match_request_refusal (pool_id, suggested_id);
