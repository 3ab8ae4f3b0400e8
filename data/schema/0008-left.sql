-- SPDX-License-Identifier: MIT
-- Version 8: when people left.

ALTER TABLE "stakeholder" ADD COLUMN "left_on" TEXT CHECK ("left_on" GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');  -- Day on which they left.
