-- A post on which nobody comments, because its author wants none.

alter table post add column closed_at timestamptz;
