-- SPDX-License-Identifier: MIT
-- id: P6
-- severity: warning
-- about: roadmap
-- title: The plan and the pace so far disagree
-- meaning: The plan, with all its lateness, ends on one day; at the pace at which milestones were accepted
--   so far, it ends on another. One of the two is an illusion, mostly the plan.
-- response: Ask what will be faster from now on, and since when; else take milestones out, or tell the
--   sponsor the later day.
-- forecast_now() is src/programme/delivery/forecast.c.
SELECT 'programme', p."id", p."name",
	printf('four in five chances: %s by the plan, %s at the pace so far, %d days %s',
		forecast_now('inside', p."id"), forecast_now('outside', p."id"),
		abs(julianday(forecast_now('outside', p."id")) - julianday(forecast_now('inside', p."id"))),
		iif(forecast_now('outside', p."id") > forecast_now('inside', p."id"), 'later', 'earlier')),
	json_object('inside_on', forecast_now('inside', p."id"), 'outside_on', forecast_now('outside', p."id"),
		'forecast_gap_days', setting('forecast_gap_days'))
FROM "programme" p
WHERE forecast_now('apart', p."id") = 1
