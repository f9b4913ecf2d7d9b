-- The tables of the job store, by the names and columns that Quartz asks for (prefix job_).
create table job_job_details (
  sched_name text not null, job_name text not null, job_group text not null, description text, job_class_name text not null,
  is_durable bool not null, is_nonconcurrent bool not null, is_update_data bool not null, requests_recovery bool not null, job_data bytea,
  primary key (sched_name, job_name, job_group));

create table job_triggers (
  sched_name text not null, trigger_name text not null, trigger_group text not null, job_name text not null, job_group text not null, description text,
  next_fire_time bigint, prev_fire_time bigint, priority integer, trigger_state text not null, trigger_type text not null, start_time bigint not null,
  end_time bigint, calendar_name text, misfire_instr smallint, misfire_orig_fire_time bigint, execution_group text, preferred_node text, preferred_node_auto bool, job_data bytea,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, job_name, job_group) references job_job_details);

create table job_simple_triggers (
  sched_name text not null, trigger_name text not null, trigger_group text not null, repeat_count bigint not null, repeat_interval bigint not null, times_triggered bigint not null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references job_triggers on delete cascade);

create table job_simprop_triggers (
  sched_name text not null, trigger_name text not null, trigger_group text not null,
  str_prop_1 text, str_prop_2 text, str_prop_3 text, int_prop_1 integer, int_prop_2 integer, long_prop_1 bigint, long_prop_2 bigint,
  dec_prop_1 numeric, dec_prop_2 numeric, bool_prop_1 bool, bool_prop_2 bool, time_zone_id text,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references job_triggers on delete cascade);

create table job_cron_triggers (
  sched_name text not null, trigger_name text not null, trigger_group text not null, cron_expression text not null, time_zone_id text,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references job_triggers on delete cascade);

create table job_blob_triggers (
  sched_name text not null, trigger_name text not null, trigger_group text not null, blob_data bytea,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references job_triggers on delete cascade);

create table job_calendars (sched_name text not null, calendar_name text not null, calendar bytea not null, primary key (sched_name, calendar_name));

create table job_paused_trigger_grps (sched_name text not null, trigger_group text not null, primary key (sched_name, trigger_group));

create table job_fired_triggers (
  sched_name text not null, entry_id text not null, trigger_name text not null, trigger_group text not null, instance_name text not null,
  fired_time bigint not null, sched_time bigint not null, priority integer not null, state text not null, job_name text, job_group text,
  is_nonconcurrent bool, requests_recovery bool, execution_group text,
  primary key (sched_name, entry_id));

create table job_scheduler_state (
  sched_name text not null, instance_name text not null, last_checkin_time bigint not null, checkin_interval bigint not null,
  primary key (sched_name, instance_name));

create table job_locks (sched_name text not null, lock_name text not null, primary key (sched_name, lock_name));

create index on job_triggers (sched_name, trigger_state, next_fire_time);
create index on job_triggers (sched_name, job_name, job_group);
create index on job_fired_triggers (sched_name, instance_name);
create index on job_fired_triggers (sched_name, job_name, job_group);

-- What there is to do, and how far it is. This row is the truth; the tables above only say when and where it runs. Each start of it counts attempt up, and a result
-- is taken only from the newest; lost counts the starts that ended without a word.
create table work (
  id uuid primary key,
  kind text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  priority integer not null default 5,
  attempt integer not null default 0,
  lost integer not null default 0,
  done integer not null default 0,
  total integer not null default 0,
  said_zh text not null default '',
  said_en text not null default '',
  made timestamptz not null default now(),
  changed timestamptz not null default now());

create index work_open on work (changed) where state in ('waiting', 'running');
create index work_closed on work (changed) where state in ('done', 'failed');
